/**
 * Results made plain JSON (M5): JSONata's lists carry marks, its groups have no prototype, and both would survive the
 * way to another thread. What is plain already is passed on as it is.
 */
import type { Json } from '../../shared/index.ts';
import { isRefusedName } from '../evaluate/frame.ts';
import { FormulaFault } from './fault.ts';
import { isList, type Sequence, type Value } from './values.ts';

/** The value without marks, however deep. Throws a fault where it is no JSON: a function, an endless number, a refused name. */
export function plain(value: Value): Json | undefined {
  switch (typeof value) {
    case 'undefined':
    case 'string':
    case 'boolean':
    case 'bigint':
      return value;
    case 'number':
      if (!Number.isFinite(value))
        throw new FormulaFault('D1001', undefined, undefined, String(value));
      return value;
    case 'object':
      if (value === null) return null;
      if (isList(value)) return plainList(value);
      return plainGroup(value as Readonly<Record<string, Value>>);
    default:
      throw new FormulaFault('gives-function');
  }
}

function plainList(list: Sequence): Json {
  let made: Json[] | undefined = isMarked(list) ? [] : undefined;
  for (let at = 0; at < list.length; at++) {
    if (list[at] === undefined && list.sequence === true) continue; // nothing, chosen from nothing
    const entry = plain(list[at]) ?? null; // a group of a pattern that took no part
    if (made === undefined && entry !== list[at]) made = list.slice(0, at) as Json[]; // these were plain
    made?.push(entry);
  }
  return made ?? (list as Json);
}

function plainGroup(group: Readonly<Record<string, Value>>): Json {
  const isMade = Object.getPrototypeOf(group) === null;
  let made: Record<string, Json> | undefined = isMade ? {} : undefined;
  const names = Object.keys(group);
  for (const [at, name] of names.entries()) {
    const value = plain(group[name]);
    if (made === undefined && value !== group[name]) {
      made = {};
      for (const before of names.slice(0, at)) made[before] = group[before] as Json; // these were plain
    }
    if (made === undefined || value === undefined) continue;
    if (isRefusedName(name)) throw new FormulaFault('name-refused', undefined, undefined, name);
    made[name] = value;
  }
  return made ?? (group as Json);
}

function isMarked(list: Sequence): boolean {
  return (
    list.sequence !== undefined ||
    list.keepSingleton !== undefined ||
    list.cons !== undefined ||
    list.outerWrapper !== undefined ||
    Object.hasOwn(list, 'push')
  );
}

/** The same for what can have marks on its outside only. */
export function plainOutside(value: Value): Json | undefined {
  if (typeof value === 'string') return value;
  if (isList(value))
    return isMarked(value)
      ? (value.filter((entry) => entry !== undefined) as Json[])
      : (value as Json);
  return typeof value === 'object' ? (value as Json) : plain(value);
}

/** A copy that JSONata may change, with long digits as the texts it can work with. Undefined `mayChange`: only that. */
export function lent(value: Json, mayChange: boolean): Json {
  if (typeof value === 'bigint') return String(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const made = (value as readonly Json[]).map((entry) => lent(entry, mayChange));
    return mayChange || made.some((entry, at) => entry !== value[at]) ? made : value;
  }
  let differs = mayChange;
  const made: Record<string, Json> = {};
  for (const [name, inner] of Object.entries(value)) {
    const copy = lent(inner, mayChange);
    if (copy !== inner) differs = true;
    if (name === '__proto__') Object.defineProperty(made, name, { value: copy, enumerable: true });
    else made[name] = copy;
  }
  return differs ? made : value;
}
