/**
 * Writes four fields of a group at once: reads each from its base, asks its closure when that finds nothing.
 *
 * Why the same function stands here many times: an engine remembers, for each *place in the source*, which shapes of
 * data came by there, and is fast while they are few. One shared function would see every field of every mapping and
 * be five times slower; new code at run time is forbidden (no `eval`). So each four fields get a place of their own, and
 * the same four always the same one. More fours than places share: slower, never wrong.
 * Measured on the orders mapping: `bench/README.md`.
 */
import type { Json, JsonObject } from '../../shared/index.ts';
import type { Evaluate, Frame } from './frame.ts';

/** Four fields: the names they get, the property each is read from, and what makes it when that is not there. */
export interface FourFields {
  readonly name0: string;
  readonly name1: string;
  readonly name2: string;
  readonly name3: string;
  readonly read0: string;
  readonly read1: string;
  readonly read2: string;
  readonly read3: string;
  readonly make0: Evaluate;
  readonly make1: Evaluate;
  readonly make2: Evaluate;
  readonly make3: Evaluate;
}

export type WriteFour = (
  out: Record<string, Json>,
  four: FourFields,
  frame: Frame,
  a: JsonObject,
  b: JsonObject,
  c: JsonObject,
  d: JsonObject,
) => void;

/** The place for these four fields. */
export function writerFor(four: FourFields): WriteFour {
  const key = [
    four.name0,
    four.name1,
    four.name2,
    four.name3,
    four.read0,
    four.read1,
    four.read2,
    four.read3,
  ].join('\n');
  let place = places.get(key);
  if (place === undefined) {
    if (places.size >= 5_000) places.clear();
    place = next;
    next = (next + 1) % writers.length;
    places.set(key, place);
  }
  return writers[place] as WriteFour; // `next` stays below the length
}

const places = new Map<string, number>();
let next = 0;

// prettier-ignore
const writers: readonly WriteFour[] = [
  (out, four, frame, a, b, c, d) => {
    const v0 = a[four.read0] ?? four.make0(frame);
    const v1 = b[four.read1] ?? four.make1(frame);
    const v2 = c[four.read2] ?? four.make2(frame);
    const v3 = d[four.read3] ?? four.make3(frame);
    if (v0 !== undefined) out[four.name0] = v0;
    if (v1 !== undefined) out[four.name1] = v1;
    if (v2 !== undefined) out[four.name2] = v2;
    if (v3 !== undefined) out[four.name3] = v3;
  },
  (out, four, frame, a, b, c, d) => {
    const v0 = a[four.read0] ?? four.make0(frame);
    const v1 = b[four.read1] ?? four.make1(frame);
    const v2 = c[four.read2] ?? four.make2(frame);
    const v3 = d[four.read3] ?? four.make3(frame);
    if (v0 !== undefined) out[four.name0] = v0;
    if (v1 !== undefined) out[four.name1] = v1;
    if (v2 !== undefined) out[four.name2] = v2;
    if (v3 !== undefined) out[four.name3] = v3;
  },
  (out, four, frame, a, b, c, d) => {
    const v0 = a[four.read0] ?? four.make0(frame);
    const v1 = b[four.read1] ?? four.make1(frame);
    const v2 = c[four.read2] ?? four.make2(frame);
    const v3 = d[four.read3] ?? four.make3(frame);
    if (v0 !== undefined) out[four.name0] = v0;
    if (v1 !== undefined) out[four.name1] = v1;
    if (v2 !== undefined) out[four.name2] = v2;
    if (v3 !== undefined) out[four.name3] = v3;
  },
  (out, four, frame, a, b, c, d) => {
    const v0 = a[four.read0] ?? four.make0(frame);
    const v1 = b[four.read1] ?? four.make1(frame);
    const v2 = c[four.read2] ?? four.make2(frame);
    const v3 = d[four.read3] ?? four.make3(frame);
    if (v0 !== undefined) out[four.name0] = v0;
    if (v1 !== undefined) out[four.name1] = v1;
    if (v2 !== undefined) out[four.name2] = v2;
    if (v3 !== undefined) out[four.name3] = v3;
  },
  (out, four, frame, a, b, c, d) => {
    const v0 = a[four.read0] ?? four.make0(frame);
    const v1 = b[four.read1] ?? four.make1(frame);
    const v2 = c[four.read2] ?? four.make2(frame);
    const v3 = d[four.read3] ?? four.make3(frame);
    if (v0 !== undefined) out[four.name0] = v0;
    if (v1 !== undefined) out[four.name1] = v1;
    if (v2 !== undefined) out[four.name2] = v2;
    if (v3 !== undefined) out[four.name3] = v3;
  },
  (out, four, frame, a, b, c, d) => {
    const v0 = a[four.read0] ?? four.make0(frame);
    const v1 = b[four.read1] ?? four.make1(frame);
    const v2 = c[four.read2] ?? four.make2(frame);
    const v3 = d[four.read3] ?? four.make3(frame);
    if (v0 !== undefined) out[four.name0] = v0;
    if (v1 !== undefined) out[four.name1] = v1;
    if (v2 !== undefined) out[four.name2] = v2;
    if (v3 !== undefined) out[four.name3] = v3;
  },
  (out, four, frame, a, b, c, d) => {
    const v0 = a[four.read0] ?? four.make0(frame);
    const v1 = b[four.read1] ?? four.make1(frame);
    const v2 = c[four.read2] ?? four.make2(frame);
    const v3 = d[four.read3] ?? four.make3(frame);
    if (v0 !== undefined) out[four.name0] = v0;
    if (v1 !== undefined) out[four.name1] = v1;
    if (v2 !== undefined) out[four.name2] = v2;
    if (v3 !== undefined) out[four.name3] = v3;
  },
  (out, four, frame, a, b, c, d) => {
    const v0 = a[four.read0] ?? four.make0(frame);
    const v1 = b[four.read1] ?? four.make1(frame);
    const v2 = c[four.read2] ?? four.make2(frame);
    const v3 = d[four.read3] ?? four.make3(frame);
    if (v0 !== undefined) out[four.name0] = v0;
    if (v1 !== undefined) out[four.name1] = v1;
    if (v2 !== undefined) out[four.name2] = v2;
    if (v3 !== undefined) out[four.name3] = v3;
  },
  (out, four, frame, a, b, c, d) => {
    const v0 = a[four.read0] ?? four.make0(frame);
    const v1 = b[four.read1] ?? four.make1(frame);
    const v2 = c[four.read2] ?? four.make2(frame);
    const v3 = d[four.read3] ?? four.make3(frame);
    if (v0 !== undefined) out[four.name0] = v0;
    if (v1 !== undefined) out[four.name1] = v1;
    if (v2 !== undefined) out[four.name2] = v2;
    if (v3 !== undefined) out[four.name3] = v3;
  },
  (out, four, frame, a, b, c, d) => {
    const v0 = a[four.read0] ?? four.make0(frame);
    const v1 = b[four.read1] ?? four.make1(frame);
    const v2 = c[four.read2] ?? four.make2(frame);
    const v3 = d[four.read3] ?? four.make3(frame);
    if (v0 !== undefined) out[four.name0] = v0;
    if (v1 !== undefined) out[four.name1] = v1;
    if (v2 !== undefined) out[four.name2] = v2;
    if (v3 !== undefined) out[four.name3] = v3;
  },
  (out, four, frame, a, b, c, d) => {
    const v0 = a[four.read0] ?? four.make0(frame);
    const v1 = b[four.read1] ?? four.make1(frame);
    const v2 = c[four.read2] ?? four.make2(frame);
    const v3 = d[four.read3] ?? four.make3(frame);
    if (v0 !== undefined) out[four.name0] = v0;
    if (v1 !== undefined) out[four.name1] = v1;
    if (v2 !== undefined) out[four.name2] = v2;
    if (v3 !== undefined) out[four.name3] = v3;
  },
  (out, four, frame, a, b, c, d) => {
    const v0 = a[four.read0] ?? four.make0(frame);
    const v1 = b[four.read1] ?? four.make1(frame);
    const v2 = c[four.read2] ?? four.make2(frame);
    const v3 = d[four.read3] ?? four.make3(frame);
    if (v0 !== undefined) out[four.name0] = v0;
    if (v1 !== undefined) out[four.name1] = v1;
    if (v2 !== undefined) out[four.name2] = v2;
    if (v3 !== undefined) out[four.name3] = v3;
  },
  (out, four, frame, a, b, c, d) => {
    const v0 = a[four.read0] ?? four.make0(frame);
    const v1 = b[four.read1] ?? four.make1(frame);
    const v2 = c[four.read2] ?? four.make2(frame);
    const v3 = d[four.read3] ?? four.make3(frame);
    if (v0 !== undefined) out[four.name0] = v0;
    if (v1 !== undefined) out[four.name1] = v1;
    if (v2 !== undefined) out[four.name2] = v2;
    if (v3 !== undefined) out[four.name3] = v3;
  },
  (out, four, frame, a, b, c, d) => {
    const v0 = a[four.read0] ?? four.make0(frame);
    const v1 = b[four.read1] ?? four.make1(frame);
    const v2 = c[four.read2] ?? four.make2(frame);
    const v3 = d[four.read3] ?? four.make3(frame);
    if (v0 !== undefined) out[four.name0] = v0;
    if (v1 !== undefined) out[four.name1] = v1;
    if (v2 !== undefined) out[four.name2] = v2;
    if (v3 !== undefined) out[four.name3] = v3;
  },
  (out, four, frame, a, b, c, d) => {
    const v0 = a[four.read0] ?? four.make0(frame);
    const v1 = b[four.read1] ?? four.make1(frame);
    const v2 = c[four.read2] ?? four.make2(frame);
    const v3 = d[four.read3] ?? four.make3(frame);
    if (v0 !== undefined) out[four.name0] = v0;
    if (v1 !== undefined) out[four.name1] = v1;
    if (v2 !== undefined) out[four.name2] = v2;
    if (v3 !== undefined) out[four.name3] = v3;
  },
  (out, four, frame, a, b, c, d) => {
    const v0 = a[four.read0] ?? four.make0(frame);
    const v1 = b[four.read1] ?? four.make1(frame);
    const v2 = c[four.read2] ?? four.make2(frame);
    const v3 = d[four.read3] ?? four.make3(frame);
    if (v0 !== undefined) out[four.name0] = v0;
    if (v1 !== undefined) out[four.name1] = v1;
    if (v2 !== undefined) out[four.name2] = v2;
    if (v3 !== undefined) out[four.name3] = v3;
  },
  (out, four, frame, a, b, c, d) => {
    const v0 = a[four.read0] ?? four.make0(frame);
    const v1 = b[four.read1] ?? four.make1(frame);
    const v2 = c[four.read2] ?? four.make2(frame);
    const v3 = d[four.read3] ?? four.make3(frame);
    if (v0 !== undefined) out[four.name0] = v0;
    if (v1 !== undefined) out[four.name1] = v1;
    if (v2 !== undefined) out[four.name2] = v2;
    if (v3 !== undefined) out[four.name3] = v3;
  },
  (out, four, frame, a, b, c, d) => {
    const v0 = a[four.read0] ?? four.make0(frame);
    const v1 = b[four.read1] ?? four.make1(frame);
    const v2 = c[four.read2] ?? four.make2(frame);
    const v3 = d[four.read3] ?? four.make3(frame);
    if (v0 !== undefined) out[four.name0] = v0;
    if (v1 !== undefined) out[four.name1] = v1;
    if (v2 !== undefined) out[four.name2] = v2;
    if (v3 !== undefined) out[four.name3] = v3;
  },
  (out, four, frame, a, b, c, d) => {
    const v0 = a[four.read0] ?? four.make0(frame);
    const v1 = b[four.read1] ?? four.make1(frame);
    const v2 = c[four.read2] ?? four.make2(frame);
    const v3 = d[four.read3] ?? four.make3(frame);
    if (v0 !== undefined) out[four.name0] = v0;
    if (v1 !== undefined) out[four.name1] = v1;
    if (v2 !== undefined) out[four.name2] = v2;
    if (v3 !== undefined) out[four.name3] = v3;
  },
  (out, four, frame, a, b, c, d) => {
    const v0 = a[four.read0] ?? four.make0(frame);
    const v1 = b[four.read1] ?? four.make1(frame);
    const v2 = c[four.read2] ?? four.make2(frame);
    const v3 = d[four.read3] ?? four.make3(frame);
    if (v0 !== undefined) out[four.name0] = v0;
    if (v1 !== undefined) out[four.name1] = v1;
    if (v2 !== undefined) out[four.name2] = v2;
    if (v3 !== undefined) out[four.name3] = v3;
  },
  (out, four, frame, a, b, c, d) => {
    const v0 = a[four.read0] ?? four.make0(frame);
    const v1 = b[four.read1] ?? four.make1(frame);
    const v2 = c[four.read2] ?? four.make2(frame);
    const v3 = d[four.read3] ?? four.make3(frame);
    if (v0 !== undefined) out[four.name0] = v0;
    if (v1 !== undefined) out[four.name1] = v1;
    if (v2 !== undefined) out[four.name2] = v2;
    if (v3 !== undefined) out[four.name3] = v3;
  },
  (out, four, frame, a, b, c, d) => {
    const v0 = a[four.read0] ?? four.make0(frame);
    const v1 = b[four.read1] ?? four.make1(frame);
    const v2 = c[four.read2] ?? four.make2(frame);
    const v3 = d[four.read3] ?? four.make3(frame);
    if (v0 !== undefined) out[four.name0] = v0;
    if (v1 !== undefined) out[four.name1] = v1;
    if (v2 !== undefined) out[four.name2] = v2;
    if (v3 !== undefined) out[four.name3] = v3;
  },
  (out, four, frame, a, b, c, d) => {
    const v0 = a[four.read0] ?? four.make0(frame);
    const v1 = b[four.read1] ?? four.make1(frame);
    const v2 = c[four.read2] ?? four.make2(frame);
    const v3 = d[four.read3] ?? four.make3(frame);
    if (v0 !== undefined) out[four.name0] = v0;
    if (v1 !== undefined) out[four.name1] = v1;
    if (v2 !== undefined) out[four.name2] = v2;
    if (v3 !== undefined) out[four.name3] = v3;
  },
  (out, four, frame, a, b, c, d) => {
    const v0 = a[four.read0] ?? four.make0(frame);
    const v1 = b[four.read1] ?? four.make1(frame);
    const v2 = c[four.read2] ?? four.make2(frame);
    const v3 = d[four.read3] ?? four.make3(frame);
    if (v0 !== undefined) out[four.name0] = v0;
    if (v1 !== undefined) out[four.name1] = v1;
    if (v2 !== undefined) out[four.name2] = v2;
    if (v3 !== undefined) out[four.name3] = v3;
  },
  (out, four, frame, a, b, c, d) => {
    const v0 = a[four.read0] ?? four.make0(frame);
    const v1 = b[four.read1] ?? four.make1(frame);
    const v2 = c[four.read2] ?? four.make2(frame);
    const v3 = d[four.read3] ?? four.make3(frame);
    if (v0 !== undefined) out[four.name0] = v0;
    if (v1 !== undefined) out[four.name1] = v1;
    if (v2 !== undefined) out[four.name2] = v2;
    if (v3 !== undefined) out[four.name3] = v3;
  },
  (out, four, frame, a, b, c, d) => {
    const v0 = a[four.read0] ?? four.make0(frame);
    const v1 = b[four.read1] ?? four.make1(frame);
    const v2 = c[four.read2] ?? four.make2(frame);
    const v3 = d[four.read3] ?? four.make3(frame);
    if (v0 !== undefined) out[four.name0] = v0;
    if (v1 !== undefined) out[four.name1] = v1;
    if (v2 !== undefined) out[four.name2] = v2;
    if (v3 !== undefined) out[four.name3] = v3;
  },
  (out, four, frame, a, b, c, d) => {
    const v0 = a[four.read0] ?? four.make0(frame);
    const v1 = b[four.read1] ?? four.make1(frame);
    const v2 = c[four.read2] ?? four.make2(frame);
    const v3 = d[four.read3] ?? four.make3(frame);
    if (v0 !== undefined) out[four.name0] = v0;
    if (v1 !== undefined) out[four.name1] = v1;
    if (v2 !== undefined) out[four.name2] = v2;
    if (v3 !== undefined) out[four.name3] = v3;
  },
  (out, four, frame, a, b, c, d) => {
    const v0 = a[four.read0] ?? four.make0(frame);
    const v1 = b[four.read1] ?? four.make1(frame);
    const v2 = c[four.read2] ?? four.make2(frame);
    const v3 = d[four.read3] ?? four.make3(frame);
    if (v0 !== undefined) out[four.name0] = v0;
    if (v1 !== undefined) out[four.name1] = v1;
    if (v2 !== undefined) out[four.name2] = v2;
    if (v3 !== undefined) out[four.name3] = v3;
  },
  (out, four, frame, a, b, c, d) => {
    const v0 = a[four.read0] ?? four.make0(frame);
    const v1 = b[four.read1] ?? four.make1(frame);
    const v2 = c[four.read2] ?? four.make2(frame);
    const v3 = d[four.read3] ?? four.make3(frame);
    if (v0 !== undefined) out[four.name0] = v0;
    if (v1 !== undefined) out[four.name1] = v1;
    if (v2 !== undefined) out[four.name2] = v2;
    if (v3 !== undefined) out[four.name3] = v3;
  },
  (out, four, frame, a, b, c, d) => {
    const v0 = a[four.read0] ?? four.make0(frame);
    const v1 = b[four.read1] ?? four.make1(frame);
    const v2 = c[four.read2] ?? four.make2(frame);
    const v3 = d[four.read3] ?? four.make3(frame);
    if (v0 !== undefined) out[four.name0] = v0;
    if (v1 !== undefined) out[four.name1] = v1;
    if (v2 !== undefined) out[four.name2] = v2;
    if (v3 !== undefined) out[four.name3] = v3;
  },
  (out, four, frame, a, b, c, d) => {
    const v0 = a[four.read0] ?? four.make0(frame);
    const v1 = b[four.read1] ?? four.make1(frame);
    const v2 = c[four.read2] ?? four.make2(frame);
    const v3 = d[four.read3] ?? four.make3(frame);
    if (v0 !== undefined) out[four.name0] = v0;
    if (v1 !== undefined) out[four.name1] = v1;
    if (v2 !== undefined) out[four.name2] = v2;
    if (v3 !== undefined) out[four.name3] = v3;
  },
  (out, four, frame, a, b, c, d) => {
    const v0 = a[four.read0] ?? four.make0(frame);
    const v1 = b[four.read1] ?? four.make1(frame);
    const v2 = c[four.read2] ?? four.make2(frame);
    const v3 = d[four.read3] ?? four.make3(frame);
    if (v0 !== undefined) out[four.name0] = v0;
    if (v1 !== undefined) out[four.name1] = v1;
    if (v2 !== undefined) out[four.name2] = v2;
    if (v3 !== undefined) out[four.name3] = v3;
  },
];
