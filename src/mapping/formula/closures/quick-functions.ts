/** Functions made again: those that JSONata makes wait for a callback, and those that give more than plain JSON. */
import { isRefusedName } from '../../evaluate/frame.ts';
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
