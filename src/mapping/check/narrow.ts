import { itemsOf, requiredOf, resolve, type JsonSchema } from '../../shared/index.ts';
import type { Condition, RefBinding } from '../binding.ts';
import { standalone, withoutNull } from '../types/schema-make.ts';
import type { SourceType } from '../types/source-type.ts';

/** Inside "only if X is not empty", X is not empty: its problem is solved. */
export function narrowed(
  sources: readonly SourceType[],
  condition: Condition,
): readonly SourceType[] {
  const rows = 'all' in condition ? condition.all : [condition];
  return rows.reduce((seen, row) => {
    if (!('left' in row) || row.is !== 'is-not-empty' || row.left.kind !== 'ref') return seen;
    const { from, path } = row.left;
    return seen.map((source) =>
      source.from === from
        ? { ...source, schema: surelyThere(source.schema, source.schema, path) }
        : source,
    );
  }, sources);
}

function surelyThere(schema: JsonSchema, root: JsonSchema, path: RefBinding['path']): JsonSchema {
  const [segment, ...rest] = path;
  const here = withoutNull(standalone(resolve(schema, root), root));
  if (segment === undefined) return here;
  if (typeof segment !== 'string') {
    const items = itemsOf(here, root);
    return 'each' in segment || items === undefined
      ? here
      : {
          ...here,
          minItems: Math.max(1, here.minItems ?? 0),
          items: surelyThere(items, root, rest),
        };
  }
  const property = here.properties?.[segment];
  if (property === undefined) return here;
  return {
    ...here,
    properties: { ...here.properties, [segment]: surelyThere(property, root, rest) },
    required: [...new Set([...requiredOf(here, root), segment])],
  };
}
