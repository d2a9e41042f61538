/** Where an answer has its list, as far as its schema tells. */
import type { Json } from '../../shared/index.ts';
import type { Documents } from './documents.ts';
import { partOf } from './node.ts';
import { plainGroup } from './plain-group.ts';

export interface ListPlace {
  /** JSON Pointer; empty where the answer is the list. */
  readonly pointer: string;
  /** An entry's schema. */
  readonly raw: Json;
  readonly at: string;
}

/** Names that lists have, where there are several, and that groups around a list have. */
const usual = ['data', 'items', 'results', 'records', 'values', 'entries', 'list', 'content'];
const around: ReadonlySet<string> = new Set(['data', 'result', 'response', '_embedded', 'payload']);

export function listPlace(
  documents: Documents,
  raw: Json | undefined,
  at: string,
  isInside = false,
): ListPlace | undefined {
  const entry = entryOf(documents, raw, at);
  if (entry !== undefined) return { pointer: '', ...entry };
  const group = plainGroup(documents, raw, at);
  const lists = [...(group?.fields ?? [])].flatMap(([name, field]) => {
    const found = entryOf(documents, field.raw, field.at);
    if (found === undefined) return [];
    const hasFields = plainGroup(documents, found.raw, found.at) !== undefined;
    return [{ name, found, hasFields }];
  });
  const telling = lists.some(({ hasFields }) => hasFields)
    ? lists.filter(({ hasFields }) => hasFields)
    : lists;
  const best =
    telling.find(({ name }) => usual.includes(name)) ??
    (telling.length > 0 ? telling[0] : undefined);
  if (best !== undefined) return { pointer: `/${escaped(best.name)}`, ...best.found };
  if (isInside) return undefined;
  for (const [name, field] of group?.fields ?? []) {
    if (!around.has(name)) continue;
    const inside = listPlace(documents, field.raw, field.at, true);
    if (inside !== undefined) return { ...inside, pointer: `/${escaped(name)}${inside.pointer}` };
  }
  return undefined;
}

function entryOf(
  documents: Documents,
  raw: Json | undefined,
  at: string,
): Omit<ListPlace, 'pointer'> | undefined {
  const located = documents.follow(raw, at);
  if (located === undefined) return undefined;
  const items = partOf(located.node, 'items');
  const isList = partOf(located.node, 'type') === 'array' || items !== undefined;
  return isList ? { raw: items ?? {}, at: located.at } : undefined;
}

function escaped(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}
