/** Two schemas that both hold, as one. Words (title, description, example) are those of the second. */
import type { JsonSchema, JsonType } from '../json-schema.ts';
import type { Json } from '../json.ts';
import { asSchema, schemasIn } from './as-schema.ts';
import { typesOf } from './kind-names.ts';

/** Branches of two unions are paired with each other up to so many; beyond, the second union is not looked at. */
const maxPairs = 64;

/**
 * Both at once. `over` is another `part` of an `allOf`, or the schema's `own` words beside it: "may be empty" of a
 * part holds only where the others allow it too, the schema's own holds.
 */
export function mergeSchemas(base: JsonSchema, over: JsonSchema, as: 'part' | 'own'): JsonSchema {
  const merged: Record<string, unknown> = { ...base, ...over };
  for (const [keyword, combine] of Object.entries(combined)) {
    const left = (base as Record<string, unknown>)[keyword];
    const right = (over as Record<string, unknown>)[keyword];
    if (left !== undefined && right !== undefined) merged[keyword] = combine(left, right);
  }
  Object.assign(merged, unionsOf(base, over));
  const types = typesOfBoth(base, over, as);
  if (types !== undefined) {
    delete merged['nullable'];
    merged['type'] = types.length === 1 ? types[0] : types;
  }
  return merged;
}

type Combine = (left: unknown, right: unknown) => unknown;
const least: Combine = (left, right) => Math.min(Number(left), Number(right));
const most: Combine = (left, right) => Math.max(Number(left), Number(right));
const bothSchemas: Combine = (left, right) => {
  const [one, other] = [asSchema(left), asSchema(right)];
  if (one === undefined || Object.keys(one).length === 0) return right;
  if (other === undefined || Object.keys(other).length === 0 || one === other) return left;
  return { allOf: [one, other] };
};
const byName: Combine = (left, right) => {
  const names: Record<string, unknown> = { ...(left as object) };
  for (const [name, schema] of Object.entries(right as object))
    names[name] = Object.hasOwn(names, name) ? bothSchemas(names[name], schema) : schema;
  return names;
};

const combined: Readonly<Record<string, Combine>> = {
  properties: byName,
  patternProperties: byName,
  required: (left, right) =>
    Array.isArray(left) && Array.isArray(right) ? [...new Set([...left, ...right])] : right,
  enum: (left, right) => {
    if (!Array.isArray(left) || !Array.isArray(right)) return right;
    const wanted = new Set(left.map(keyOf));
    const both = right.filter((value) => wanted.has(keyOf(value)));
    return both.length === 0 ? (right as unknown) : both; // two descriptions that contradict: the nearer one counts
  },
  items: bothSchemas,
  additionalProperties: (left, right) =>
    left === false || right === false ? false : bothSchemas(left, right),
  not: (left, right) => ({ anyOf: [left, right] }),
  minimum: most,
  exclusiveMinimum: most,
  minLength: most,
  minItems: most,
  maximum: least,
  exclusiveMaximum: least,
  maxLength: least,
  maxItems: least,
};

/** Two unions: as `oneOf` and `anyOf` where one of the two words is free, else each branch with each. */
function unionsOf(base: JsonSchema, over: JsonSchema): Partial<JsonSchema> {
  const found: { oneOf?: readonly JsonSchema[]; anyOf?: readonly JsonSchema[] } = {};
  for (const keyword of ['oneOf', 'anyOf'] as const) {
    const [left, right] = [schemasIn(base[keyword]), schemasIn(over[keyword])];
    if (left.length === 0 || right.length === 0 || base[keyword] === over[keyword]) continue;
    const other = keyword === 'oneOf' ? 'anyOf' : 'oneOf';
    if (base[other] === undefined && over[other] === undefined) {
      found[keyword] = left;
      found[other] = right;
    } else if (left.length * right.length <= maxPairs)
      found[keyword] = left.flatMap((one) => right.map((two) => ({ allOf: [one, two] })));
    else found[keyword] = left;
  }
  return found;
}

function typesOfBoth(
  base: JsonSchema,
  over: JsonSchema,
  as: 'part' | 'own',
): readonly JsonType[] | undefined {
  const [left, right] = [typesOf(base), typesOf(over)];
  const ownNull = as === 'own' && over.nullable === true;
  const allowsNull = ownNull && !left.includes('null') ? (['null'] as const) : [];
  if (left.length === 0 && right.length === 0) return undefined;
  if (right.length === 0) return left.length > 0 ? [...left, ...allowsNull] : undefined;
  if (left.length === 0) return right;
  const both = right.filter(
    (type) => left.includes(type) || (type === 'integer' && left.includes('number')),
  );
  if (right.includes('number') && left.includes('integer') && !both.includes('integer'))
    both.push('integer');
  if (ownNull && !both.includes('null')) both.push('null');
  return both.length === 0 ? right : both;
}

function keyOf(value: Json): string {
  return JSON.stringify(value, (_name, inner: unknown) =>
    typeof inner === 'bigint' ? `${String(inner)}n` : inner,
  );
}
