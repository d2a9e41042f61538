/** Functions made again: those that JSONata makes wait for a callback, and those that give more than plain JSON. */
import { isRefusedName } from '../../evaluate/frame.ts';
import { borrowed } from '../borrowed.ts';
import { FormulaFault, HandOver } from '../fault.ts';
import { createSequence, isList, isNumeric, isSame, type Sequence, type Value } from '../values.ts';
import type { Scope } from './scope.ts';
import { worked } from './scope.ts';
import { mergeSorted } from './sorting.ts';

type Quick = (args: readonly Value[], scope: Scope) => Value;

export const quickFunctions: Readonly<Record<string, Quick>> = {
  contains([text, part]) {
    if (text === undefined || part === undefined) return undefined;
    return textOf(text).includes(textOf(part));
  },
  split([text, by, limit]) {
    if (text === undefined) return undefined;
    const most = limitOf(limit, 'D3020');
    if (most === 0) return [];
    return textOf(text).split(textOf(by), most);
  },
  replace([text, find, by, limit]) {
    if (text === undefined) return undefined;
    if (find === '') throw new FormulaFault('D3010', undefined, undefined, find);
    const most = limitOf(limit, 'D3011') ?? Number.POSITIVE_INFINITY;
    return replaced(textOf(text), textOf(find), textOf(by), most);
  },
  sort([list, comparator], scope) {
    if (comparator !== undefined) throw new HandOver('an order of its own');
    if (!isList(list) || list.length <= 1) return list;
    const isCounted = list.filter((entry) => !isNumeric(entry)).length === 0;
    if (!isCounted && !list.every((entry) => typeof entry === 'string'))
      throw new FormulaFault('D3070');
    return mergeSorted(list, scope, (left, right) => (left as number) > (right as number)); // two numbers, or two texts
  },
  distinct([list], scope) {
    if (!isList(list) || list.length <= 1) return list;
    return different(list, scope);
  },
  merge([groups]) {
    if (!isList(groups)) return undefined;
    const merged: Record<string, Value> = {};
    for (const group of groups) {
      for (const [name, value] of Object.entries(group as object)) {
        if (isRefusedName(name)) throw new FormulaFault('name-refused', undefined, undefined, name);
        merged[name] = value;
      }
    }
    return merged;
  },
  length([text]) {
    if (typeof text !== 'string') return undefined;
    return isOfSinglePlaces(text) ? text.length : [...text].length;
  },
  substring([text, start, length]) {
    if (typeof text !== 'string') return undefined;
    return part(text, start as number, length as number | undefined); // the signature lets nothing else through
  },
  round([number, precision]) {
    if (number === undefined) return undefined;
    return rounded(number as number, precision as number | undefined); // as above
  },
  max: ([list]) => extreme(list, Math.max),
  min: ([list]) => extreme(list, Math.min),
};

/** Where the library would call it a pattern, it is asked. */
function textOf(value: Value): string {
  if (typeof value !== 'string') throw new HandOver('not a text');
  return value;
}

/** Undefined: no limit. */
function limitOf(limit: Value, code: string): number | undefined {
  if (limit === undefined) return undefined;
  const most = limit as number; // the signature lets nothing else through
  if (most < 0) throw new FormulaFault(code, undefined, undefined, most);
  return most > 0 ? most : 0;
}

function replaced(text: string, find: string, by: string, most: number): string {
  let made = '';
  let from = 0;
  let found = text.indexOf(find);
  for (let count = 0; found !== -1 && count < most; count++) {
    made += text.substring(from, found) + by;
    from = found + find.length;
    found = text.indexOf(find, from);
  }
  return made + text.substring(from);
}

const pairs = /[\ud800-\udfff]/;

/** Characters are counted as people do; only few texts hold one that takes two places. */
function isOfSinglePlaces(text: string): boolean {
  return !pairs.test(text);
}

function part(text: string, start: number, length: number | undefined): string {
  const characters = isOfSinglePlaces(text) ? text : [...text];
  const from = characters.length + start < 0 ? 0 : start;
  if (length !== undefined && length <= 0) return '';
  const to = from >= 0 ? from : characters.length + from;
  const cut = length === undefined ? characters.slice(from) : characters.slice(from, to + length);
  return typeof cut === 'string' ? cut : cut.join('');
}

/**
 * Half to even, on the decimal digits that the number is written with. Moving the point goes by text; moving it back is
 * a division, which is exact to the last bit as long as both numbers are.
 */
function rounded(number: number, precision: number | undefined): Value {
  const digits = precision ?? 0;
  const isPlain = digits === 0 || (Number.isInteger(digits) && digits > 0 && digits <= 22);
  const moved = digits === 0 ? number : Number(`${String(number)}e${String(digits)}`);
  const nearest = Math.round(moved);
  if (!isPlain || !Number.isSafeInteger(nearest)) return roundedByLibrary(number, precision);
  const even =
    Math.abs(nearest - moved) === 0.5 && Math.abs(nearest % 2) === 1 ? nearest - 1 : nearest;
  const made = digits === 0 ? even : even / 10 ** digits;
  return made === 0 ? 0 : made;
}

/** Written with an exponent, too large, or rounded to tens and hundreds. */
function roundedByLibrary(number: number, precision: number | undefined): Value {
  return borrowed('round')?.implementation.call(undefined, number, precision);
}

/** Single values are told apart at once, groups and lists one by one. */
function different(list: Sequence, scope: Scope): Sequence {
  const kept: Sequence = list.sequence === true ? createSequence() : [];
  const singles = new Set<Value>();
  const others: Value[] = [];
  for (const value of list) {
    if (typeof value === 'object' && value !== null) {
      worked(scope, others.length);
      if (others.some((other) => isSame(value, other))) continue;
      others.push(value);
    } else {
      // Not a number is like nothing, not even itself.
      if (singles.has(value) && !Number.isNaN(value)) continue;
      singles.add(value);
    }
    kept.push(value);
  }
  return kept;
}

/** Not spread into arguments as JSONata does: a long list would end the stack. */
function extreme(list: Value, choose: (one: number, other: number) => number): Value {
  if (!isList(list) || list.length === 0) return undefined;
  let found = list[0] as number; // the signature lets only numbers through
  for (let at = 1; at < list.length; at++) found = choose(found, list[at] as number);
  return found;
}
