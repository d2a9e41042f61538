import type { Json, JsonObject } from '../../shared/index.ts';
import { parseMoment, type Moment } from '../conversions/moment.ts';
import { instantOf } from '../conversions/zone.ts';

/** The same JSON value; `1` and `1n` are one number, `1` and `"1"` are two values. */
export function isSameJson(left: Json, right: Json): boolean {
  if (left === right) return true;
  if (isNumber(left) && isNumber(right)) return !(left < right) && !(left > right); // exact between a number and a bigint, unlike converting
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null)
    return false;
  if (Array.isArray(left) || Array.isArray(right)) {
    if (!Array.isArray(left) || !Array.isArray(right) || left.length !== right.length) return false;
    return left.every((value: Json, at) => isSameJson(value, right[at] as Json));
  }
  const names = Object.keys(left);
  if (names.length !== Object.keys(right).length) return false;
  return names.every(
    (name) =>
      Object.hasOwn(right, name) &&
      isSameJson((left as JsonObject)[name] as Json, (right as JsonObject)[name] as Json),
  );
}

/**
 * Which comes first: numbers by size, texts as dates when both are, else letter by letter (M6: also digits);
 * undefined when they have no order. A clock without a zone stands in `zone`.
 */
export function order(left: Json, right: Json, zone: string): number | undefined {
  if (typeof left === 'string' && typeof right === 'string') {
    const first = parseMoment(left);
    const second = first === undefined ? undefined : parseMoment(right);
    if (first !== undefined && second !== undefined) return timeBetween(first, second, zone);
    return left < right ? -1 : left > right ? 1 : 0;
  }
  if (typeof left === 'boolean' && typeof right === 'boolean') return Number(left) - Number(right);
  const first = asNumber(left);
  const second = asNumber(right);
  if (first === undefined || second === undefined) return undefined;
  return first < second ? -1 : first > second ? 1 : 0;
}

const twoDays = 2 * 86_400_000;

/** From the second to the first, in milliseconds; undefined when there is no such zone. */
export function timeBetween(first: Moment, second: Moment, zone: string): number | undefined {
  const walls = first.wall - second.wall;
  // Zones are slow to ask, and two clocks on the same wall, days apart, need none to be in order.
  if (first.offset === undefined && second.offset === undefined && Math.abs(walls) > twoDays)
    return walls;
  const [start, end] = [instantOf(first, zone), instantOf(second, zone)];
  return start === undefined || end === undefined ? undefined : start - end;
}

/** Nothing there, whichever way it is written: missing, null, empty text, empty list, group without fields. */
export function isEmpty(value: Json | undefined): boolean {
  if (value === undefined || value === null || value === '') return true;
  if (typeof value !== 'object') return false;
  return Array.isArray(value) ? value.length === 0 : Object.keys(value).length === 0;
}

function isNumber(value: Json): value is number | bigint {
  return typeof value === 'number' || typeof value === 'bigint';
}

/** A text beside a number counts as the number it spells: services send amounts as text. */
function asNumber(value: Json): number | bigint | undefined {
  if (isNumber(value)) return value;
  if (typeof value !== 'string' || !/^-?\d+(\.\d+)?$/.test(value)) return undefined;
  const number = Number(value);
  return !value.includes('.') && !Number.isSafeInteger(number) ? BigInt(value) : number;
}
