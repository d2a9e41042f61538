/** A group of fields as one list of them, however it is put together; undefined where there is something to choose. */
import type { Json } from '../../shared/index.ts';
import type { Documents } from './documents.ts';
import { entriesIn, listIn, partOf, textsIn } from './node.ts';

export interface PlainGroup {
  readonly fields: ReadonlyMap<string, { readonly raw: Json; readonly at: string }>;
  readonly required: ReadonlySet<string>;
  /** Further fields may be sent. */
  readonly isOpen: boolean;
}

const deepest = 8;
const unions = ['oneOf', 'anyOf', 'discriminator', 'not', 'patternProperties'] as const;

export function plainGroup(
  documents: Documents,
  raw: Json | undefined,
  at: string,
  depth = 0,
): PlainGroup | undefined {
  const located = documents.follow(raw, at);
  if (located === undefined || depth > deepest) return undefined;
  const { node } = located;
  const type = partOf(node, 'type');
  if (type !== undefined && type !== 'object') return undefined;
  if (unions.some((keyword) => partOf(node, keyword) !== undefined)) return undefined;
  const fields = new Map<string, { readonly raw: Json; readonly at: string }>();
  const required = new Set<string>();
  const more = partOf(node, 'additionalProperties');
  let isOpen = more !== undefined && more !== false;
  for (const part of listIn(node, 'allOf')) {
    const inside = plainGroup(documents, part, located.at, depth + 1);
    if (inside === undefined) return undefined;
    for (const [name, field] of inside.fields) fields.set(name, field);
    for (const name of inside.required) required.add(name);
    isOpen ||= inside.isOpen;
  }
  for (const [name, field] of entriesIn(partOf(node, 'properties'))) {
    fields.set(name, { raw: field, at: located.at });
    if (partOf(field, 'required') === true) required.add(name);
  }
  for (const name of textsIn(node, 'required')) required.add(name);
  // Of a part of a group its needed names alone may be said.
  return fields.size === 0 && depth === 0 ? undefined : { fields, required, isOpen };
}
