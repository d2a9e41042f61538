import {
  itemsOf,
  kindsOf,
  resolve,
  type Json,
  type JsonSchema,
  type JsonType,
} from '../../shared/index.ts';

/** More than this many groups and fields are not copied out of one schema: the rest is left open. */
const nodeBudget = 3000;
const depthBudget = 12;
const withRefs = new WeakMap<JsonSchema, boolean>();
const expanded = new WeakMap<JsonSchema, JsonSchema>();

/** The schema with no reference to anything outside itself, so that it can be put into another one. */
export function standalone(schema: JsonSchema, root: JsonSchema): JsonSchema {
  if (!holdsRefs(root)) return schema;
  const known = expanded.get(schema);
  if (known !== undefined) return known;
  const copy = expand(schema, root, { left: nodeBudget }, 0);
  expanded.set(schema, copy);
  return copy;
}

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
  const branches = (parts: readonly JsonSchema[]): JsonSchema[] => parts.map(inner);
  return {
    ...here,
    ...(here.properties === undefined
      ? {}
      : {
          properties: Object.fromEntries(
            Object.entries(here.properties).map(([name, part]) => [name, inner(part)]),
          ),
        }),
    ...(here.items === undefined ? {} : { items: inner(here.items) }),
    ...(here.prefixItems === undefined ? {} : { prefixItems: branches(here.prefixItems) }),
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

/** Any of these; equal ones once, nothing at all is open. */
export function union(schemas: readonly JsonSchema[]): JsonSchema {
  const different = new Map<string, JsonSchema>();
  for (const schema of schemas) different.set(keyOf(schema), schema);
  const left = [...different.values()];
  const [only] = left;
  if (left.length === 0 || only === undefined) return {};
  return left.length === 1 ? only : { anyOf: left };
}

/** The same values, or nothing. */
export function orNull(schema: JsonSchema): JsonSchema {
  const { nullable } = kindsOf(schema, schema);
  return nullable ? schema : union([schema, { type: 'null' }]);
}

/** The same values without "nothing". */
export function withoutNull(schema: JsonSchema): JsonSchema {
  const here = resolve(schema, schema);
  if (Array.isArray(here.type)) {
    const types = here.type.filter((type) => type !== 'null');
    const [only] = types;
    const type = types.length === 1 && only !== undefined ? only : types;
    const withChoices = Array.isArray(here.enum)
      ? { enum: here.enum.filter((value: Json) => value !== null) }
      : {};
    return { ...here, type, ...withChoices };
  }
  const branches = here.anyOf ?? here.oneOf;
  if (!Array.isArray(branches)) return here;
  const rest = (branches as readonly JsonSchema[]).filter((branch) => branch.type !== 'null');
  const { anyOf: _any, oneOf: _one, ...own } = here;
  const [only] = rest;
  if (rest.length === 1 && only !== undefined) return { ...only, ...own };
  return { ...own, anyOf: rest.map(withoutNull) };
}

/** What each entry of a list is; the schema itself when it is no list. */
export function entryOf(schema: JsonSchema): JsonSchema {
  return itemsOf(schema, schema) ?? schema;
}

export function isListOnly(schema: JsonSchema): boolean {
  const { kinds, open } = kindsOf(schema, schema);
  return !open && kinds.size === 1 && kinds.has('array');
}

function keyOf(schema: JsonSchema): string {
  return JSON.stringify(schema, (_name, value: unknown) =>
    typeof value === 'bigint' ? `${String(value)}n` : value,
  );
}
