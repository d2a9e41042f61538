import type { JsonSchema } from '../json-schema.ts';
import { anything, asSchema, isNothing, schemasIn } from './as-schema.ts';
import { typesOf } from './kind-names.ts';
import { branchesOf } from './kinds.ts';
import { rememberByRoot } from './remember.ts';
import { resolve } from './resolve.ts';
import { union } from './union.ts';

/** A list whose entries differ by position (`[longitude, latitude]`). */
export interface TupleItems {
  readonly items: readonly JsonSchema[];
  /** What each entry after them is; undefined when there are no more. */
  readonly rest: JsonSchema | undefined;
}

interface Entries {
  /** What any entry may be. */
  readonly any: JsonSchema;
  readonly tuple: TupleItems | undefined;
}

/** The schema of a list's entries; an open schema when the list does not say, undefined when it is no list. */
export function itemsOf(schema: JsonSchema | undefined, root: JsonSchema): JsonSchema | undefined {
  return entriesOf(schema, root)?.any;
}

/** Entries by position, for a list that says them (`prefixItems`, or `items` as a list); undefined for all others. */
export function tupleItemsOf(
  schema: JsonSchema | undefined,
  root: JsonSchema,
): TupleItems | undefined {
  return entriesOf(schema, root)?.tuple;
}

/** The schema of the entry at a position (from the end when negative); undefined where the list has none. */
export function itemAt(
  schema: JsonSchema | undefined,
  position: number,
  root: JsonSchema,
): JsonSchema | undefined {
  const entries = entriesOf(schema, root);
  if (entries?.tuple === undefined) return entries?.any;
  const { items, rest } = entries.tuple;
  // From the end of a list that may go on, it could be any of them.
  if (position < 0) return rest === undefined ? items.at(position) : entries.any;
  return items[position] ?? rest;
}

function entriesOf(schema: JsonSchema | undefined, root: JsonSchema): Entries | undefined {
  const here = asSchema(schema);
  return here === undefined ? undefined : (known(here, root).entries ?? undefined);
}

const known = rememberByRoot((schema, root): { readonly entries: Entries | undefined } => {
  const lists: JsonSchema[] = [];
  collectLists(schema, root, lists, new Set());
  const [only, ...more] = lists.map(entriesOfList);
  if (only === undefined || more.length === 0) return { entries: only };
  return { entries: { any: union([only, ...more].map(({ any }) => any)), tuple: undefined } };
});

function collectLists(
  schema: JsonSchema,
  root: JsonSchema,
  found: JsonSchema[],
  seen: Set<JsonSchema>,
): void {
  const here = resolve(schema, root);
  if (seen.has(here)) return;
  seen.add(here);
  const isList =
    typesOf(here).includes('array') || here.items !== undefined || here.prefixItems !== undefined;
  if (isList) found.push(here);
  else for (const branch of branchesOf(here)) collectLists(branch, root, found, seen);
}

function entriesOfList(list: JsonSchema): Entries {
  const items: unknown = list.items;
  const first = Array.isArray(items) ? schemasIn(items) : schemasIn(list.prefixItems);
  const after: unknown = Array.isArray(items) ? list.additionalItems : items;
  const rest = asSchema(after) ?? anything;
  if (first.length === 0) return { any: rest, tuple: undefined };
  const isClosed = isNothing(rest) || (list.maxItems ?? Infinity) <= first.length;
  const tuple: TupleItems = { items: first, rest: isClosed ? undefined : rest };
  // Nothing said about later entries of a tuple: as good as none.
  const all = isClosed || rest === anything ? first : [...first, rest];
  return { any: union(all), tuple };
}
