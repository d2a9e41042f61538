import {
  itemsOf,
  kindsOf,
  rememberByRoot,
  resolve,
  union,
  withBranchWords,
  type Json,
  type JsonSchema,
  type JsonType,
} from '../../shared/index.ts';

/** More than this many groups and fields are not copied out of one schema: the rest is left open. */
const nodeBudget = 3000;
const depthBudget = 12;
const withRefs = new WeakMap<JsonSchema, boolean>();

/** The schema with no reference to anything outside itself, so that it can be put into another one. */
export function standalone(schema: JsonSchema, root: JsonSchema): JsonSchema {
  if (!holdsRefs(root)) return schema;
  return expanded(schema, root);
}

/** The same part may stand below several roots, and what it refers to is another thing in each. */
const expanded = rememberByRoot((schema, root) => expand(schema, root, { left: nodeBudget }, 0));

function holdsRefs(root: JsonSchema): boolean {
  const known = withRefs.get(root);
  if (known !== undefined) return known;
  const found = findRef(root, new Set());
  withRefs.set(root, found);
  return found;
}

function findRef(node: unknown, seen: Set<object>): boolean {
  if (typeof node !== 'object' || node === null || seen.has(node)) return false;
  seen.add(node);
  if (!Array.isArray(node) && typeof (node as JsonSchema).$ref === 'string') return true;
  return Object.values(node).some((inner) => findRef(inner, seen));
}

function expand(
  schema: JsonSchema,
  root: JsonSchema,
  budget: { left: number },
  depth: number,
): JsonSchema {
  budget.left--;
  const { $defs: _defs, definitions: _definitions, ...here } = resolve(schema, root);
  if (budget.left < 0 || depth > depthBudget) return typesOnly(here, root);
  const inner = (part: JsonSchema): JsonSchema => expand(part, root, budget, depth + 1);
  const named = (parts: Readonly<Record<string, JsonSchema>>) =>
    Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, inner(part)]));
  const branches = (parts: readonly JsonSchema[]): JsonSchema[] =>
    parts.map((part) => withBranchWords(inner(part), part, here, root));
  const items: unknown = here.items;
  return {
    ...here,
    ...(here.properties === undefined ? {} : { properties: named(here.properties) }),
    ...(here.patternProperties === undefined
      ? {}
      : { patternProperties: named(here.patternProperties) }),
    ...(Array.isArray(items)
      ? { prefixItems: items.map(inner) }
      : here.items === undefined
        ? {}
        : { items: inner(here.items) }),
    ...(here.prefixItems === undefined ? {} : { prefixItems: here.prefixItems.map(inner) }),
    ...(typeof here.additionalProperties === 'object'
      ? { additionalProperties: inner(here.additionalProperties) }
      : {}),
    ...(here.oneOf === undefined ? {} : { oneOf: branches(here.oneOf) }),
    ...(here.anyOf === undefined ? {} : { anyOf: branches(here.anyOf) }),
  };
}

function typesOnly(schema: JsonSchema, root: JsonSchema): JsonSchema {
  const { kinds, nullable, open } = kindsOf(schema, root);
  if (open) return {};
  const types: JsonType[] = [...kinds];
  if (nullable) types.push('null');
  return { type: types, ...(schema.title === undefined ? {} : { title: schema.title }) };
}

/** The schema of exactly this value's kind; lists and groups by what is in them. */
export function schemaOfValue(value: Json): JsonSchema {
  if (value === null) return { type: 'null' };
  if (typeof value === 'string') return { type: 'string', const: value };
  if (typeof value === 'boolean') return { type: 'boolean', const: value };
  if (typeof value === 'bigint') return { type: 'integer', const: value };
  if (typeof value === 'number')
    return { type: Number.isInteger(value) ? 'integer' : 'number', const: value };
  if (Array.isArray(value)) {
    const entries = (value as readonly Json[]).map(schemaOfValue);
    return { type: 'array', items: union(entries) };
  }
  const properties = Object.fromEntries(
    Object.entries(value).map(([name, part]) => [name, schemaOfValue(part)]),
  );
  return {
    type: 'object',
    properties,
    required: Object.keys(properties),
    additionalProperties: false,
  };
}

/** The same values, or nothing. */
export function orNull(schema: JsonSchema): JsonSchema {
  const { nullable } = kindsOf(schema, schema);
  return nullable ? schema : union([schema, { type: 'null' }]);
}

/** The same values without "nothing", however that is written. References lead below `root`. */
export function withoutNull(schema: JsonSchema, root: JsonSchema = schema): JsonSchema {
  const here = resolve(schema, root);
  return kindsOf(here, root).nullable ? notNull(here, root) : here;
}
const notNull = rememberByRoot((schema, root) => strip(schema, root, new Set()));

/** A union that contains itself adds nothing new there. */
function strip(schema: JsonSchema, root: JsonSchema, around: ReadonlySet<JsonSchema>): JsonSchema {
  const { nullable, ...rest } = schema;
  const here: JsonSchema =
    Array.isArray(schema.enum) && schema.enum.includes(null)
      ? { ...rest, enum: schema.enum.filter((value: Json) => value !== null) }
      : nullable === undefined
        ? schema
        : rest;
  if (Array.isArray(here.type)) {
    const types = here.type.filter((type) => type !== 'null');
    const [only] = types;
    return { ...here, type: types.length === 1 && only !== undefined ? only : types };
  }
  const branches = here.oneOf ?? here.anyOf;
  if (!Array.isArray(branches)) return here;
  const inside = new Set(around).add(schema);
  const some = (branches as readonly JsonSchema[]).filter(
    (branch) => !isOnlyNull(branch, root) && !inside.has(resolve(branch, root)),
  );
  const stripped = (part: JsonSchema): JsonSchema =>
    kindsOf(part, root).nullable ? strip(part, root, inside) : part;
  const { anyOf: _any, oneOf: _one, ...own } = here;
  const [only] = some;
  if (some.length !== 1 || only === undefined)
    return { ...own, anyOf: some.map((branch) => stripped(resolve(branch, root))) };
  inside.add(resolve(only, root));
  return stripped(resolve({ allOf: [only], ...own }, root));
}

function isOnlyNull(schema: JsonSchema, root: JsonSchema): boolean {
  const { kinds, nullable, open } = kindsOf(schema, root);
  return nullable && !open && kinds.size === 0;
}

/** What each entry of a list is; the schema itself when it is no list. */
export function entryOf(schema: JsonSchema): JsonSchema {
  return itemsOf(schema, schema) ?? schema;
}

export function isListOnly(schema: JsonSchema): boolean {
  const { kinds, open } = kindsOf(schema, schema);
  return !open && kinds.size === 1 && kinds.has('array');
}
