import {
  failure,
  success,
  type Result,
  type WordParams,
  type Wording,
} from '../../shared/index.ts';
import type { Flow, Step } from '../flow-document.ts';
import type { Operation } from '../operation.ts';

/** A changed flow and what takes the change back. */
export interface Change {
  readonly flow: Flow;
  readonly inverse: Operation;
}
export type Applied = Result<Change, Wording>;
/**
 * What one change has made for itself. Nobody has seen it yet, so the later parts of a batch change it in place: a copy
 * of every position for each of a thousand steps would take seconds. It ends with the change.
 */
export type Fresh = WeakSet<object>;
export type OperationOf<Type extends Operation['type']> = Extract<Operation, { type: Type }>;

export function changed(flow: Flow, inverse: Operation): Applied {
  return success({ flow, inverse });
}

/** Why an operation is not done; the sentence is in the words of "flow". */
export function refused(code: string, params: WordParams = {}): Applied {
  return failure({ code: `flow.${code}`, params });
}

export function withStep(flow: Flow, at: number, step: Step): Flow {
  return { ...flow, steps: replaceAt(flow.steps, at, step) };
}

export function replaceAt<Item>(list: readonly Item[], at: number, item: Item): Item[] {
  const copy = [...list];
  copy[at] = item;
  return copy;
}

/** The list with `item` at position `at`, or at the end. */
export function insertAt<Item>(list: readonly Item[], at: number | undefined, item: Item): Item[] {
  const place = Math.min(Math.max(at ?? list.length, 0), list.length);
  return [...list.slice(0, place), item, ...list.slice(place)];
}

/** The list with the item of the same id replaced; a new one comes at position `at`, or at the end. */
export function withItem<Item extends { readonly id: string }>(
  list: readonly Item[],
  item: Item,
  at?: number,
): Item[] {
  const known = list.findIndex(({ id }) => id === item.id);
  return known === -1 ? insertAt(list, at, item) : replaceAt(list, known, item);
}

/** The object itself where this change has made it, else a copy that this change may go on changing. */
export function ownOf<Thing extends object>(
  thing: Thing,
  fresh: Fresh,
): { -readonly [Key in keyof Thing]: Thing[Key] } {
  if (fresh.has(thing)) return thing;
  const own = { ...thing };
  fresh.add(own);
  return own;
}

/** The object with `key` set, or without it when there is no value. */
export function withKey<Thing extends object, Key extends keyof Thing & string>(
  thing: Thing,
  key: Key,
  value: Thing[Key] | undefined,
): Thing {
  if (value !== undefined) return { ...thing, [key]: value };
  const { [key]: _gone, ...rest } = thing;
  return rest as Thing; // only an optional key is ever taken away
}

/** The same; a key that is new comes at position `at`, or at the end. */
export function withKeyAt<Value>(
  thing: Readonly<Record<string, Value>>,
  key: string,
  value: Value | undefined,
  at: number | undefined,
): Readonly<Record<string, Value>> {
  if (value === undefined || at === undefined || Object.hasOwn(thing, key))
    return withKey(thing, key, value);
  return Object.fromEntries(insertAt(Object.entries(thing), at, [key, value] as const));
}
