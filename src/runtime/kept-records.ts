import {
  isAmong,
  type ArrivingMessage,
  type MessageRecord,
  type RecordFilter,
  type RecordPage,
} from './contract.ts';

const defaultKept = 1_000;

interface KeptStep {
  readonly step: string;
  /** Records that the step had. */
  readonly total: number;
  readonly records: readonly MessageRecord[];
}

/**
 * What messages were at each step, for whoever looks: the first ones, the last ones and the first refused ones between
 * them, so that memory does not grow with the data. A record with the index of an earlier one takes its place (held,
 * then sent). The first refused messages are kept as they came, so that they can be tried again.
 */
export class KeptRecords {
  readonly #steps = new Map<string, StepRecords>();
  readonly #size: number;

  constructor(size = defaultKept) {
    this.#size = size;
  }

  keep(step: string, record: MessageRecord, came?: ArrivingMessage): void {
    let records = this.#steps.get(step);
    if (records === undefined) {
      records = { first: [], last: [], refused: new Map(), came: new Map(), total: 0 };
      this.#steps.set(step, records);
    }
    const { index } = record;
    if (came !== undefined && records.came.size < this.#size) records.came.set(index, came);
    if (index >= records.total) records.total = index + 1;
    if (index < this.#size) {
      records.first[index] = record;
      return;
    }
    // Messages end in any order: a late one must not push out a newer one.
    const there = records.last[index % this.#size];
    if (there === undefined || there.index <= index) records.last[index % this.#size] = record;
    if (record.state === 'refused' && records.refused.size < this.#size)
      records.refused.set(index, record);
  }

  /**
   * Records by their place among those kept, or among those of them that pass a filter. Messages that are not decided
   * yet have none.
   */
  page(step: string, offset: number, limit: number, filter?: RecordFilter): RecordPage {
    const records = this.#steps.get(step);
    if (records === undefined) return { records: [], total: 0, letGo: 0, first: 0 };
    const last = records.last.filter(isThere).toSorted((one, other) => one.index - other.index);
    const firstOfLast = last[0]?.index ?? this.#size;
    const between = [...records.refused.values()]
      .filter(({ index }) => index < firstOfLast)
      .toSorted((one, other) => one.index - other.index);
    const all = [...records.first.filter(isThere), ...between, ...last];
    const found = filter === undefined ? all : all.filter((record) => isAmong(record, filter));
    return {
      records: found.slice(offset, offset + limit),
      ...(filter !== undefined && { indexes: found.map(({ index }) => index) }),
      total: records.total,
      letGo: Math.max(0, records.total - 2 * this.#size - between.length),
      first: this.#size,
    };
  }

  /** Everything that is kept, by step. */
  all(): readonly KeptStep[] {
    return [...this.#steps].map(([step, { total }]) => ({
      step,
      total,
      records: this.page(step, 0, Number.POSITIVE_INFINITY).records,
    }));
  }

  /** The refused messages as they came, in the order of the step. */
  refused(step: string): readonly ArrivingMessage[] {
    const came = this.#steps.get(step)?.came ?? new Map<number, ArrivingMessage>();
    return [...came.entries()].toSorted(([one], [other]) => one - other).map(([, each]) => each);
  }

  get(step: string, index: number): MessageRecord | undefined {
    const records = this.#steps.get(step);
    if (records === undefined) return undefined;
    const record = index < this.#size ? records.first[index] : records.last[index % this.#size];
    return record?.index === index ? record : records.refused.get(index);
  }
}

interface StepRecords {
  readonly first: MessageRecord[];
  readonly last: MessageRecord[];
  readonly refused: Map<number, MessageRecord>;
  readonly came: Map<number, ArrivingMessage>;
  total: number;
}

/** Messages end in any order: a place may still be empty. */
function isThere(record: MessageRecord | undefined): record is MessageRecord {
  return record !== undefined;
}
