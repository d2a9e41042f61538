import type { MessageRecord } from './contract.ts';

const defaultKept = 1_000;

/** Some records of a step, and how many there were. */
export interface RecordPage {
  readonly records: readonly MessageRecord[];
  /** Records that the step had in all. */
  readonly total: number;
  /** Records between the first and the last ones that were let go. */
  readonly letGo: number;
}

/**
 * What messages were at each step, for whoever looks: the first ones and the last ones, so that memory does not grow
 * with the data. A record with the index of an earlier one takes its place (held, then sent).
 */
export class KeptRecords {
  readonly #steps = new Map<string, StepRecords>();
  readonly #size: number;

  constructor(size = defaultKept) {
    this.#size = size;
  }

  keep(step: string, record: MessageRecord): void {
    let records = this.#steps.get(step);
    if (records === undefined) {
      records = { first: [], last: [], total: 0 };
      this.#steps.set(step, records);
    }
    if (record.index >= records.total) records.total = record.index + 1;
    if (record.index < this.#size) records.first[record.index] = record;
    else records.last[record.index % this.#size] = record;
  }

  /** Records by their place among those kept. Messages that are not decided yet have none. */
  page(step: string, offset: number, limit: number): RecordPage {
    const records = this.#steps.get(step);
    if (records === undefined) return { records: [], total: 0, letGo: 0 };
    const letGo = Math.max(0, records.total - 2 * this.#size);
    const late = records.last.filter((record) => record.index >= this.#size + letGo);
    const all = [
      ...records.first.filter(isKept),
      ...late.toSorted((one, other) => one.index - other.index),
    ];
    return { records: all.slice(offset, offset + limit), total: records.total, letGo };
  }

  get(step: string, index: number): MessageRecord | undefined {
    const records = this.#steps.get(step);
    if (records === undefined) return undefined;
    const record = index < this.#size ? records.first[index] : records.last[index % this.#size];
    return record?.index === index ? record : undefined;
  }
}

interface StepRecords {
  readonly first: MessageRecord[];
  readonly last: MessageRecord[];
  total: number;
}

/** Messages end in any order: a place may still be empty. */
function isKept(record: MessageRecord | undefined): record is MessageRecord {
  return record !== undefined;
}
