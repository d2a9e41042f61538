import type { JsonSchema } from '../json-schema.ts';

/** Any of these; equal ones once, nothing at all is open. */
export function union(schemas: readonly JsonSchema[]): JsonSchema {
  const [first, ...more] = new Set(schemas);
  if (first === undefined) return {};
  if (more.length === 0) return first;
  const different = new Map<string, JsonSchema>();
  for (const schema of [first, ...more]) different.set(keyOf(schema), schema);
  return different.size === 1 ? first : { anyOf: [...different.values()] };
}

function keyOf(schema: JsonSchema): string {
  return JSON.stringify(schema, (_name, value: unknown) =>
    typeof value === 'bigint' ? `${String(value)}n` : value,
  );
}
