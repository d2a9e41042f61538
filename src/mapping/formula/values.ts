/**
 * JSONata's values and its rules about them, kept exactly (`library.differential.test.ts`):
 *
 * 1. A *sequence* is a list that a path made: none is nothing, one is that one. A list of the data never is one.
 * 2. `undefined` is "nothing there"; null is a value.
 * 3. An object that says it is a function of JSONata's is treated as one, even when it came as data.
 * 4. JSONata knows no whole numbers beyond 2^53. Here they are passed on digit for digit, and count as the text of
 *    their digits where something is made of them.
 */
import { FormulaFault, HandOver } from './fault.ts';

/** JSON, a sequence, or nothing. Bindings give JSON; what leaves is made plain again. */
export type Value = unknown;

export interface Sequence extends Array<Value> {
  sequence?: boolean;
  keepSingleton?: boolean;
  /** Made by brackets as a step of a path: stays one entry. */
  cons?: boolean;
  /** The root, when it is a list: it is one entry. */
  outerWrapper?: boolean;
}

export function createSequence(...first: readonly [] | readonly [Value]): Sequence {
  const made: Sequence = [];
  made.sequence = true;
  if (first.length === 1) made.push(first[0]);
  return made;
}

export function isList(value: Value): value is Sequence {
  return Array.isArray(value);
}

/** What every node does last: a sequence of none is nothing, of one that one. */
export function settled(value: Value, keep: boolean): Value {
  if (!isList(value) || value.sequence !== true) return value;
  if (keep) value.keepSingleton = true;
  if (value.length === 0) return undefined;
  return value.length === 1 && value.keepSingleton !== true ? value[0] : value;
}

interface MaybeFunction {
  readonly _jsonata_function?: unknown;
  readonly _jsonata_lambda?: unknown;
}

export function isFunction(value: Value): boolean {
  if (typeof value !== 'object' || value === null) return typeof value === 'function';
  const { _jsonata_function: own, _jsonata_lambda: lambda } = value as MaybeFunction;
  return own === true || lambda === true;
}

/** A number that can be counted with; endless ones are a failure wherever they are met. */
export function isNumeric(value: Value): value is number {
  if (typeof value !== 'number' || Number.isNaN(value)) return false;
  if (!Number.isFinite(value)) throw new FormulaFault('D1001', undefined, undefined, value);
  return true;
}

/** What a name finds: in a list, in each entry; own properties only. */
export function lookUp(value: Value, name: string): Value {
  if (typeof value !== 'object' || value === null) return undefined;
  if (!isList(value)) {
    return Object.hasOwn(value, name) && !isFunction(value)
      ? (value as Record<string, Value>)[name]
      : undefined;
  }
  const found = createSequence();
  for (let at = 0; at < value.length; at++) {
    const inner = lookUp(value[at], name);
    if (inner === undefined) continue;
    if (isList(inner)) for (let each = 0; each < inner.length; each++) found.push(inner[each]);
    else found.push(inner);
  }
  return found;
}

/** Whether a value counts as true; nothing at all does not. */
export function isTrue(value: Value): boolean {
  if (typeof value === 'boolean') return value;
  if (typeof value === 'string') return value !== '';
  if (value === undefined || value === null) return false;
  if (isList(value)) {
    if (value.length === 1) return isTrue(value[0]);
    // All entries are looked at: an endless number behind a true one is still a failure.
    return value.filter(isTrue).length > 0;
  }
  if (typeof value === 'number') return isNumeric(value) && value !== 0;
  if (typeof value === 'bigint') return true;
  return typeof value === 'object' && !isFunction(value) && Object.keys(value).length > 0;
}

/** A value inside a text. */
export function toText(value: Value): string {
  switch (typeof value) {
    case 'string':
      return value;
    case 'undefined':
    case 'function':
      return '';
    case 'boolean':
    case 'bigint':
      return String(value);
    case 'number':
      if (!Number.isFinite(value)) throw new FormulaFault('D3001', undefined, undefined, value);
      return String(rounded(value));
    default: {
      if (value === null) return 'null';
      if (isFunction(value)) return '';
      const whole = isList(value) && value.outerWrapper === true ? value[0] : value;
      return JSON.stringify(whole, inText) ?? '';
    }
  }
}

/** 15 digits are what a number is good for: 0.1 + 0.2 reads 0.3. */
function rounded(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(15));
}

function inText(_name: string, value: Value): Value {
  if (typeof value === 'number' && isNumeric(value)) return rounded(value);
  if (typeof value === 'bigint') throw new HandOver('long digits inside a group');
  return isFunction(value) ? '' : value;
}

/** The same value: lists entry by entry, groups field by field. */
export function isSame(left: Value, right: Value): boolean {
  if (left === right) return true;
  if (typeof left === 'bigint' || typeof right === 'bigint') return String(left) === String(right);
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null)
    return false;
  if (isList(left) && isList(right)) {
    if (left.length !== right.length) return false;
    return left.every((entry, at) => isSame(entry, right[at]));
  }
  const names = Object.getOwnPropertyNames(left).sort();
  const others = Object.getOwnPropertyNames(right).sort();
  return (
    names.length === others.length &&
    names.every((name, at) => name === others[at]) &&
    names.every((name) =>
      isSame((left as Record<string, Value>)[name], (right as Record<string, Value>)[name]),
    )
  );
}

/** Adds to a list; what is no list is one entry, and nothing adds nothing. */
export function appended(list: Value, value: Value): Value {
  if (list === undefined) return value;
  if (value === undefined) return list;
  const before = isList(list) ? list : createSequence(list);
  return before.concat(isList(value) ? value : [value]);
}
