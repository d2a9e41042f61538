import type { JsonSchema } from '../json-schema.ts';

/** Says nothing: every value fits. */
export const anything: JsonSchema = Object.freeze({});
/** No value fits: what `false` means where a schema is expected. */
const nothing: JsonSchema = Object.freeze({ not: anything });

/** What stands where a schema is expected: `true` and `false` are schemas, other things (texts, lists) are none. */
export function asSchema(value: unknown): JsonSchema | undefined {
  if (value === true) return anything;
  if (value === false) return nothing;
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as JsonSchema)
    : undefined;
}

/** The schemas of a list of them, in their order; what is none is an open one, so that positions keep. */
export function schemasIn(value: unknown): readonly JsonSchema[] {
  return Array.isArray(value) ? value.map((part) => asSchema(part) ?? anything) : [];
}

/** Whether no value at all fits. */
export function isNothing(schema: JsonSchema): boolean {
  const not: unknown = schema.not;
  if (not === undefined) return false;
  return not === true || (asSchema(not) !== undefined && Object.keys(not as object).length === 0);
}
