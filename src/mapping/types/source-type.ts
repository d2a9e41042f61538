import {
  extraPropertiesOf,
  itemAt,
  itemsOf,
  tupleItemsOf,
  kindsOf,
  propertyAt,
  propertiesOf,
  rememberByRoot,
  requiredOf,
  resolve,
  titleOf,
  type JsonSchema,
} from '../../shared/index.ts';
import type { Segment } from '../binding.ts';
import { standalone } from './schema-make.ts';

/** Data that a binding may read: a step, the flow's facts, or an entry of a list, and what is in it. */
export interface SourceType {
  readonly from: string;
  readonly title: string;
  readonly schema: JsonSchema;
  /** A person may pick it; the same name alone does not make it fit, as with the name of the flow itself. */
  readonly isNeverProposed?: true;
}

type PathStop =
  'unknown-path' | 'list-needs-choice' | 'not-a-list' | 'not-a-group' | 'no-such-entry';

/** What is at the end of a path, or where the path leaves what the source has. */
export type TypeAtPath =
  | {
      readonly ok: true;
      readonly schema: JsonSchema;
      readonly mayMiss: boolean;
      readonly title: string;
      /** A part on the way that is sometimes of another kind, so that the rest of the path leads nowhere then. */
      readonly varies?: { readonly title: string; readonly at: number } | undefined;
    }
  | {
      readonly ok: false;
      readonly why: PathStop;
      /** The segment that cannot be taken. */
      readonly at: number;
      /** What there is instead of an unknown name. */
      readonly names: readonly string[];
      readonly title: string;
    };

/** Follows a path through a source's schema. Every `{ each }` puts one list around the result; a choice takes one away. */
export function typeAtPath(source: SourceType, path: readonly Segment[]): TypeAtPath {
  const root = source.schema;
  let here: JsonSchema = resolve(root, root);
  let title = source.title;
  let lists = 0;
  let varies: { readonly title: string; readonly at: number } | undefined;
  let mayMiss = path.length > 0 && kindsOf(here, root).nullable && !kindsOf(here, root).open;
  for (let at = 0; at < path.length; at++) {
    const segment = path[at] as Segment; // `at` is below the length
    const { kinds, open, nullable } = kindsOf(here, root);
    const stop = (why: PathStop, names: readonly string[] = []) =>
      ({ ok: false, why, at, names, title }) as const;
    if (nullable && !open && at > 0 && lists === 0) mayMiss = true;
    if (!open && kinds.size > 1) varies ??= { title, at };
    if (typeof segment === 'string') {
      if (!open && !kinds.has('object'))
        return stop(kinds.has('array') ? 'list-needs-choice' : 'not-a-group');
      const next = readable(here, segment, root);
      if (next === undefined) return stop('unknown-path', propertyNames(here, root));
      if (lists === 0 && !open && !requiredOf(here, root).includes(segment)) mayMiss = true;
      here = resolve(next, root);
      title = titleOf(here, segment);
      continue;
    }
    if (!open && !kinds.has('array')) return stop('not-a-list');
    if ('each' in segment) lists++;
    else if (lists === 0)
      mayMiss ||= !(('first' in segment || 'last' in segment) && (here.minItems ?? 0) > 0);
    const position = 'at' in segment ? segment.at : 'last' in segment ? -1 : 0;
    const entry = 'each' in segment ? itemsOf(here, root) : itemAt(here, position, root);
    if (entry === undefined && tupleItemsOf(here, root) !== undefined) return stop('no-such-entry');
    here = resolve(entry, root);
  }
  let schema = standalone(here, root);
  for (; lists > 0; lists--) schema = { type: 'array', items: schema };
  return { ok: true, schema, mayMiss, title, varies };
}

/** One list for each group: what is known of its names is kept with it. */
const propertyNames = rememberByRoot((group, root) => Object.keys(propertiesOf(group, root)));

/**
 * A property that can be read. A group that names its fields and does not say that there are others has no others:
 * most descriptions and every example leave it open by saying nothing, and a field that has gone would never be missed.
 */
function readable(group: JsonSchema, name: string, root: JsonSchema): JsonSchema | undefined {
  const properties = propertiesOf(group, root);
  return propertyNames(group, root).length > 0 && !extraPropertiesOf(group, root).declared
    ? properties[name]
    : propertyAt(group, name, root);
}
