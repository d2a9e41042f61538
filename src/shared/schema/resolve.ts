/** Follows references and merges `allOf`, one level deep: nothing below is looked at before it is asked for. */
import type { JsonSchema } from '../json-schema.ts';
import { anything, asSchema, schemasIn } from './as-schema.ts';
import { mergeSchemas } from './merge.ts';
import { atPointer } from './pointer.ts';
import { rememberByRoot } from './remember.ts';

/** References and `allOf`s inside each other beyond this are a circle; so many in one place are an attack. */
const maxHops = 32;
const maxParts = 2000;

/** Follows `$ref` (any local pointer) and merges `allOf` shallowly; what cannot be followed is an open schema. */
export function resolve(schema: JsonSchema | undefined, root: JsonSchema): JsonSchema {
  const here = asSchema(schema);
  if (here === undefined) return anything;
  return here.$ref === undefined && here.allOf === undefined ? here : resolved(here, root);
}

const resolved = rememberByRoot((schema, root) =>
  resolveWithin(schema, root, 0, { left: maxParts }),
);

function resolveWithin(
  schema: unknown,
  root: JsonSchema,
  hops: number,
  budget: { left: number },
): JsonSchema {
  const here = asSchema(schema);
  if (here === undefined || hops > maxHops || budget.left-- <= 0) return anything;
  if (typeof here.$ref === 'string') {
    const target = resolveWithin(atPointer(root, here.$ref), root, hops + 1, budget);
    const { $ref: _followed, ...beside } = here;
    if (Object.keys(beside).length === 0) return target;
    return mergeSchemas(target, resolveWithin(beside, root, hops + 1, budget), 'own');
  }
  const parts = schemasIn(here.allOf);
  if (parts.length === 0) return here;
  const { allOf: _parts, ...own } = here;
  const [first, ...more] = parts.map((part) => resolveWithin(part, root, hops + 1, budget));
  const merged = more.reduce((one, other) => mergeSchemas(one, other, 'part'), first ?? anything);
  const isAlias = more.length === 0 && own.properties === undefined;
  return mergeSchemas(isAlias ? merged : withoutKinds(merged), own, 'own');
}

/** What is built on a thing with kinds is one of the kinds, and has none itself. */
function withoutKinds(schema: JsonSchema): JsonSchema {
  if (schema.oneOf !== undefined || schema.anyOf !== undefined) return schema;
  const { discriminator: _kinds, ...rest } = schema;
  return rest;
}
