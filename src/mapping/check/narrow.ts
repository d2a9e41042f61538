import {
  itemAt,
  itemsOf,
  requiredOf,
  resolve,
  tupleItemsOf,
  type JsonSchema,
} from '../../shared/index.ts';
import type { Condition, RefBinding, Segment } from '../binding.ts';
import { standalone, withoutNull } from '../types/schema-make.ts';
import type { SourceType } from '../types/source-type.ts';
import { writtenOf } from './written.ts';

/** Inside "only if X is not empty", X is not empty: its problem is solved. */
export function narrowed(
  sources: readonly SourceType[],
  condition: Condition,
): readonly SourceType[] {
  return rowsOf(condition).reduce((seen, row) => {
    if (!('left' in row) || row.is !== 'is-not-empty' || row.left.kind !== 'ref') return seen;
    const { from, path } = row.left;
    return seen.map((source) =>
      source.from === from
        ? { ...source, schema: surelyThere(source.schema, source.schema, path) }
        : source,
    );
  }, sources);
}

/** The same for what is made of fields: as it is written. */
export function surelyMade(condition: Condition): readonly string[] {
  return rowsOf(condition).flatMap((row) =>
    'left' in row && row.is === 'is-not-empty' && row.left.kind !== 'ref'
      ? [writtenOf(row.left)]
      : [],
  );
}

/** What holds where the condition does. */
function rowsOf(condition: Condition): readonly Condition[] {
  return 'all' in condition ? condition.all : [condition];
}

function surelyThere(schema: JsonSchema, root: JsonSchema, path: RefBinding['path']): JsonSchema {
  const [segment, ...rest] = path;
  const here = withoutNull(standalone(resolve(schema, root), root));
  if (segment === undefined) return here;
  if (typeof segment !== 'string') {
    return 'each' in segment ? here : entryThere(here, root, segment, rest);
  }
  const property = Object.hasOwn(here.properties ?? {}, segment)
    ? here.properties?.[segment]
    : undefined;
  if (property === undefined) return here;
  return {
    ...here,
    properties: { ...here.properties, [segment]: surelyThere(property, root, rest) },
    required: [...new Set([...requiredOf(here, root), segment])],
  };
}

/** Positions beyond this are not told apart from the others. */
const mostPlaces = 100;

/** Of a list the entry at one place is there, which says nothing about what the others hold. */
function entryThere(
  list: JsonSchema,
  root: JsonSchema,
  segment: Exclude<Segment, string>,
  rest: RefBinding['path'],
): JsonSchema {
  const place = 'first' in segment ? 0 : 'at' in segment ? segment.at : -1;
  const needed = place < 0 ? -place : place + 1;
  const counted = { ...list, minItems: Math.max(needed, list.minItems ?? 0) };
  const items = itemsOf(list, root);
  const isTold = tupleItemsOf(list, root) === undefined && place >= 0 && place < mostPlaces;
  if (items === undefined || !isTold) return counted;
  const before = Array.from({ length: place }, (_, at) => itemAt(list, at, root) ?? items);
  return { ...counted, prefixItems: [...before, surelyThere(items, root, rest)], items };
}
