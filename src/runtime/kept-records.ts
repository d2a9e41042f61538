import { isAmong, recordsKept } from './run-counts.ts';
import type { MessageRecord, RecordFilter, RecordPage } from './message-record.ts';
import type { ArrivingMessage } from './run-request.ts';
import { roomAfter, sizeOf, type Json } from '../shared/index.ts';

/** Of records with more than so many characters of data, so many are kept in all: the others without their data. */
const bigRecord = 2_000;
const mostOfBig = 100_000_000;

interface KeptStep {
  readonly step: string;
  /** Records that the step had. */
  readonly total: number;
  readonly records: readonly MessageRecord[];
}

/**
 * What messages were at each step, for whoever looks: the first ones, the last ones and the first refused ones between
 * them, so that memory does not grow with the data. A record with the index of an earlier one takes its place (held,
 * then sent). The first refused messages are kept as they came, with their records, so that they can be tried again. Where messages are big,
 * the first ones are kept with their data, later ones without, as soon as there is too much of it.
 */
export class KeptRecords {
  readonly #steps = new Map<string, StepRecords>();
  readonly #size: number;
  #room: number;
  /** The value weighed last, and its weight: most steps give on what they got, and the next one keeps it again. */
  #value: Json | undefined;
  #weight = 0;

  constructor(size = recordsKept, mostData = mostOfBig) {
    this.#size = size;
    this.#room = mostData;
  }

  keep(step: string, record: MessageRecord, came?: ArrivingMessage): void {
    let records = this.#steps.get(step);
    if (records === undefined) {
      records = {
        first: [],
        last: [],
        refused: new Map(),
        came: new Map(),
        weights: new Map(),
        total: 0,
      };
      this.#steps.set(step, records);
    }
    const { index } = record;
    this.#letGo(records, index);
    const isFirst = index < this.#size;
    const isAmongRefused =
      record.state === 'refused' &&
      (isFirst || records.refused.size < this.#size || records.refused.has(index));
    const again = isAmongRefused && records.came.size < this.#size ? came : undefined;
    const kept = this.#within(records, record, again);
    // Without its data a message cannot be tried again.
    if (again !== undefined && kept.isLetGo !== true) records.came.set(index, again);
    if (index >= records.total) records.total = index + 1;
    if (isFirst) {
      records.first[index] = kept;
      return;
    }
    if (isAmongRefused) records.refused.set(index, kept);
    // Messages end in any order: a late one must not push out a newer one.
    const there = records.last[index % this.#size];
    const isNewest = there === undefined || there.index <= index;
    if (isNewest) records.last[index % this.#size] = kept;
    const isOther = there !== undefined && there.index !== index;
    const goes = isNewest ? (isOther ? there.index : undefined) : index;
    if (goes !== undefined && !records.refused.has(goes)) this.#letGo(records, goes);
  }

  /**
   * The record, without its data where that is big and there is no room for it and for the message as it came. What waits
   * for the person is shown whole.
   */
  #within(records: StepRecords, record: MessageRecord, came?: ArrivingMessage): MessageRecord {
    if (this.#isSmall(record) && (came === undefined || roomAfter(came, bigRecord) > 0))
      return record;
    const { input, output, request, response, ...rest } = record;
    const weight = sizeOf([input, output, request, response]) + (came ? sizeOf(came) : 0);
    if (weight > this.#room && record.state !== 'held') return { ...rest, isLetGo: true };
    this.#room -= weight;
    records.weights.set(record.index, weight);
    return record;
  }

  /** Every message of a run comes by here at every step: nothing is made for it, and nothing is looked at twice. */
  #isSmall({ input, output = [], request, response }: MessageRecord): boolean {
    let room = bigRecord;
    if (input !== undefined) room -= this.#weightOf(input);
    // What is the same thing is kept once.
    for (let at = 0; at < output.length && room > 0; at++)
      if (output[at] !== input) room -= this.#weightOf(output[at] as Json); // `at` is below the length
    if (request !== undefined && room > 0) {
      room -= request.address.length;
      room = roomAfter(request.headers, room);
      if (request.body !== undefined && request.body !== input)
        room -= this.#weightOf(request.body);
    }
    if (response !== undefined && room > 0) room = roomAfter(response, room);
    return room > 0;
  }

  /** Characters of a value, as far as they fit into a small record. */
  #weightOf(value: Json): number {
    if (typeof value !== 'object' || value === null) return bigRecord - roomAfter(value, bigRecord);
    if (value !== this.#value) {
      this.#weight = bigRecord - roomAfter(value, bigRecord);
      this.#value = value;
    }
    return this.#weight;
  }

  /** The data of this record is kept no longer, nor the message as it came. */
  #letGo({ came, weights }: StepRecords, index: number): void {
    if (came.size > 0) came.delete(index);
    if (weights.size === 0) return;
    this.#room += weights.get(index) ?? 0;
    weights.delete(index);
  }

  /**
   * Records by their place among those kept, or among those of them that pass a filter. Messages that are not decided
   * yet have none.
   */
  page(step: string, offset: number, limit: number, filter?: RecordFilter): RecordPage {
    const records = this.#steps.get(step);
    if (records === undefined) return { records: [], total: 0, letGo: 0, indexes: [] };
    const last = records.last.filter(isThere).toSorted((one, other) => one.index - other.index);
    const firstOfLast = last[0]?.index ?? this.#size;
    const between = [...records.refused.values()]
      .filter(({ index }) => index < firstOfLast)
      .toSorted((one, other) => one.index - other.index);
    const all = [...records.first.filter(isThere), ...between, ...last];
    const found = filter === undefined ? all : all.filter((record) => isAmong(record, filter));
    return {
      records: found.slice(offset, offset + limit),
      total: records.total,
      letGo: Math.max(0, records.total - 2 * this.#size - between.length),
      indexes: found.map(({ index }) => index),
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
  /** Characters of the big ones, with the message as it came, by index. */
  readonly weights: Map<number, number>;
  total: number;
}

/** Messages end in any order: a place may still be empty. */
function isThere(record: MessageRecord | undefined): record is MessageRecord {
  return record !== undefined;
}
