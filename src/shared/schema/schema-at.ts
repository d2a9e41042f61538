import type { JsonSchema } from '../json-schema.ts';
import { itemAt } from './items.ts';
import { propertyAt } from './properties.ts';
import { resolve } from './resolve.ts';

/** The schema at a path (names, list positions) below `root`; undefined when the schema rules that place out. */
export function schemaAt(
  root: JsonSchema,
  path: readonly (string | number)[],
): JsonSchema | undefined {
  let here: JsonSchema = resolve(root, root);
  for (const step of path) {
    const next = typeof step === 'number' ? itemAt(here, step, root) : propertyAt(here, step, root);
    if (next === undefined) return undefined;
    here = resolve(next, root);
  }
  return here;
}
