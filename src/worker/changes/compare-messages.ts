/**
 * What differs between what a step had then and what it has now. Messages are paired by a field that names them, where
 * one does, else by their place; a single list is compared entry by entry, as messages are.
 */
import { isJsonList, isJsonObject, type Json, type JsonPath } from '../../shared/index.ts';

export interface FieldChange {
  readonly path: JsonPath;
  /** Undefined: it was not there. */
  readonly before: Json | undefined;
  /** Undefined: it is gone. */
  readonly now: Json | undefined;
}

export type MessageChange =
  | {
      readonly kind: 'added' | 'removed';
      readonly name: string | undefined;
      readonly at: number;
      readonly value: Json;
    }
  | {
      readonly kind: 'changed';
      readonly name: string | undefined;
      readonly at: number;
      readonly fields: readonly FieldChange[];
      /** Fields that changed beside those told. */
      readonly more: number;
    };

export interface Changes {
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
  readonly same: number;
  /** Entries of one list, or messages. */
  readonly of: 'entries' | 'messages';
  /** By which field they were paired; undefined = by their place. */
  readonly by: string | undefined;
  /** The first ones, in their order now; what was removed comes last. */
  readonly told: readonly MessageChange[];
}

const mostTold = 100;
const mostFields = 20;
/** Fields that name a thing, the best first. */
const names = ['id', 'key', 'uuid', 'number', 'orderNumber', 'sku', 'email', 'name'];

export function compareMessages(before: readonly Json[], now: readonly Json[]): Changes {
  const [one, other] = [onlyList(before), onlyList(now)];
  const isList = one !== undefined && other !== undefined;
  const [then, today] = isList ? [one, other] : [before, now];
  const by = namingField(then, today);
  const pairs =
    by === undefined || areInStep(then, today, by) ? byPlace(then, today) : byName(then, today, by);
  let [added, removed, changed, same] = [0, 0, 0, 0];
  const told: MessageChange[] = [];
  const tell = (change: MessageChange): void => {
    if (told.length < mostTold) told.push(change);
  };
  for (const { old, fresh, at } of pairs) {
    const name = by === undefined ? undefined : nameIn(fresh ?? old, by);
    if (old === undefined && fresh !== undefined) {
      added++;
      tell({ kind: 'added', name, at, value: fresh });
    } else if (fresh === undefined && old !== undefined) {
      removed++;
      tell({ kind: 'removed', name, at, value: old });
    } else if (old === undefined || fresh === undefined || isSame(old, fresh)) same++;
    else {
      changed++;
      if (told.length < mostTold) {
        const fields: FieldChange[] = [];
        collect(old, fresh, [], fields);
        tell({
          kind: 'changed',
          name,
          at,
          fields: fields.slice(0, mostFields),
          more: Math.max(0, fields.length - mostFields),
        });
      }
    }
  }
  return { added, removed, changed, same, of: isList ? 'entries' : 'messages', by, told };
}

interface Pair {
  readonly old: Json | undefined;
  readonly fresh: Json | undefined;
  readonly at: number;
}

function* byPlace(then: readonly Json[], today: readonly Json[]): Iterable<Pair> {
  const count = Math.max(then.length, today.length);
  for (let at = 0; at < count; at++) yield { old: then[at], fresh: today[at], at };
}

function* byName(then: readonly Json[], today: readonly Json[], by: string): Iterable<Pair> {
  const known = new Map(then.map((value, at) => [nameIn(value, by), { value, at }]));
  for (const [at, fresh] of today.entries()) {
    const name = nameIn(fresh, by);
    yield { old: known.get(name)?.value, fresh, at };
    known.delete(name);
  }
  for (const { value, at } of known.values()) yield { old: value, fresh: undefined, at };
}

function onlyList(messages: readonly Json[]): readonly Json[] | undefined {
  const [only] = messages;
  return messages.length === 1 && only !== undefined && isJsonList(only) ? only : undefined;
}

/** The same names in the same places: nothing has to be looked for. */
function areInStep(then: readonly Json[], today: readonly Json[], by: string): boolean {
  return (
    then.length === today.length &&
    then.every((message, at) => nameIn(message, by) === nameIn(today[at], by))
  );
}

/** The first field that every message has, with a value of its own. */
function namingField(then: readonly Json[], today: readonly Json[]): string | undefined {
  if (then.length < 2 && today.length < 2) return undefined;
  return names.find(
    (field) => isNaming(then, field) && (areInStep(then, today, field) || isNaming(today, field)),
  );
}

function isNaming(messages: readonly Json[], field: string): boolean {
  const seen = new Set<string>();
  for (const message of messages) {
    const name = nameIn(message, field);
    if (name === undefined || seen.has(name)) return false;
    seen.add(name);
  }
  return true;
}

function nameIn(message: Json | undefined, field: string): string | undefined {
  if (message === undefined || !isJsonObject(message)) return undefined;
  const value = Object.hasOwn(message, field) ? message[field] : undefined;
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint'
    ? String(value)
    : undefined;
}

function isSame(one: Json, other: Json): boolean {
  if (one === other) return true;
  if (isJsonList(one))
    return (
      isJsonList(other) &&
      one.length === other.length &&
      one.every((entry, at) => isSame(entry, other[at] ?? null))
    );
  if (!isJsonObject(one) || !isJsonObject(other)) return false;
  let fields = 0;
  for (const key of Object.keys(one)) {
    fields++;
    const value = one[key];
    const now = Object.hasOwn(other, key) ? other[key] : undefined;
    if (value === undefined || now === undefined || !isSame(value, now)) return false;
  }
  for (const key in other) if (Object.hasOwn(other, key)) fields--;
  return fields === 0;
}

function collect(old: Json, fresh: Json, path: JsonPath, into: FieldChange[]): void {
  if (isSame(old, fresh)) return;
  if (isJsonObject(old) && isJsonObject(fresh)) {
    for (const key of new Set([...Object.keys(old), ...Object.keys(fresh)])) {
      const [was, is] = [own(old, key), own(fresh, key)];
      if (was !== undefined && is !== undefined) collect(was, is, [...path, key], into);
      else into.push({ path: [...path, key], before: was, now: is });
    }
    return;
  }
  if (isJsonList(old) && isJsonList(fresh) && old.length === fresh.length) {
    for (const [at, entry] of old.entries()) collect(entry, fresh[at] ?? null, [...path, at], into);
    return;
  }
  into.push({ path, before: old, now: fresh });
}

function own(of: Readonly<Record<string, Json | undefined>>, key: string): Json | undefined {
  return Object.hasOwn(of, key) ? of[key] : undefined;
}
