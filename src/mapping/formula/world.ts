/**
 * What a formula knows of the world: the run's clock, its chance, the flow's zone (M4), in place of the host's that
 * JSONata would ask. Both ways of evaluation use these.
 */
import type { EvaluationContext } from '../evaluate/context.ts';
import { parseMoment } from '../conversions/moment.ts';
import { instantOf } from '../conversions/zone.ts';
import { borrowed, type BorrowedFunction } from './borrowed.ts';
import { base64Bytes, base64Text } from './latin.ts';
import { FormulaFault } from './fault.ts';
import type { Value } from './values.ts';

type Implementation = (context: EvaluationContext) => BorrowedFunction['implementation'];

const ofThisWorld: Readonly<Record<string, Implementation>> = {
  now: (context) => (picture, zone) => library('fromMillis').call({}, context.now, picture, zone),
  millis: (context) => () => context.now,
  random: (context) => () => chance(context),
  shuffle: (context) => (list) => shuffled(list as readonly Value[] | undefined, context),
  toMillis: (context) => (text, picture) => toMillis(text, picture, context),
  // JSONata asks `window` or Node's `Buffer`; a browser's thread has neither.
  base64encode: () => (text) => (text === undefined ? undefined : base64Text(String(text))),
  base64decode: () => (text) => (text === undefined ? undefined : base64Bytes(String(text))),
};

/** A function that would ask the host, made to ask the run instead; undefined for all others. */
export function worldly(name: string): Implementation | undefined {
  return Object.hasOwn(ofThisWorld, name) ? ofThisWorld[name] : undefined;
}

/** The same as JSONata takes them beside the refs: each evaluation brings its own. */
export function worldOf(context: EvaluationContext): Record<string, BorrowedFunction> {
  const world: Record<string, BorrowedFunction> = {};
  for (const [name, make] of Object.entries(ofThisWorld)) {
    const own = borrowed(name);
    if (own !== undefined) world[name] = { ...own, implementation: make(context) };
  }
  return world;
}

function library(name: string): BorrowedFunction['implementation'] {
  const own = borrowed(name);
  if (own === undefined) throw new Error(`JSONata has no function "${name}" any more`);
  return own.implementation;
}

/** A number from 0 up to 1, from the run's next id: the same again when a run is replayed. */
function chance(context: EvaluationContext): number {
  // Two rounds of FNV-1a, one for the high and one for the low bits of what a number can hold.
  const id = context.uuid();
  const high = mixed(id, 0x811c9dc5) >>> 6;
  const low = mixed(id, 0x9e3779b9) >>> 5;
  return (high * 2 ** 27 + low) / 2 ** 53;
}

function mixed(text: string, seed: number): number {
  let state = seed;
  for (let at = 0; at < text.length; at++)
    state = Math.imul(state ^ text.charCodeAt(at), 0x01000193);
  state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d);
  return (state ^ (state >>> 13)) >>> 0;
}

function shuffled(list: readonly Value[] | undefined, context: EvaluationContext): Value {
  if (list === undefined || list.length <= 1) return list;
  const made = [...list];
  for (let at = made.length - 1; at > 0; at--) {
    const other = Math.floor(chance(context) * (at + 1));
    [made[at], made[other]] = [made[other], made[at]];
  }
  return made;
}

/** A time without a zone stands in the flow's, as it does for conversions; parts that are missing are the run's day. */
function toMillis(text: Value, picture: Value, context: EvaluationContext): Value {
  const today = { environment: { timestamp: new Date(context.now) } };
  const made = library('toMillis').call(today, text, picture);
  if (picture !== undefined || typeof text !== 'string' || !text.includes('T')) return made;
  const moment = parseMoment(text);
  if (moment === undefined || moment.offset !== undefined) return made;
  const instant = instantOf(moment, context.timeZone);
  if (instant === undefined)
    throw new FormulaFault('unknown-zone', undefined, undefined, context.timeZone);
  return instant;
}
