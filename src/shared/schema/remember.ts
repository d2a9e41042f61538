import type { JsonSchema } from '../json-schema.ts';
import { anything, asSchema } from './as-schema.ts';

/**
 * What was found out about a schema below a root, once for each pair: schemas are never changed in place, and a form of
 * 1,000 fields asks for the same ones again and again.
 */
export function rememberByRoot<Found extends object>(
  find: (schema: JsonSchema, root: JsonSchema) => Found,
): (schema: JsonSchema, root: JsonSchema) => Found {
  const known = new WeakMap<JsonSchema, WeakMap<JsonSchema, Found>>();
  return (schema, top) => {
    const root = asSchema(top) ?? anything;
    let byRoot = known.get(schema);
    if (byRoot === undefined) known.set(schema, (byRoot = new WeakMap()));
    let found = byRoot.get(root);
    if (found === undefined) byRoot.set(root, (found = find(schema, root)));
    return found;
  };
}
