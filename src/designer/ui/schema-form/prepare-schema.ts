import {
  choicesOf,
  isJsonObject,
  isSecret,
  kindsOf,
  propertiesOf,
  requiredOf,
  resolve,
  type Json,
  type JsonObject,
  type JsonSchema,
} from '../../../shared/index.ts';

/** `anyOf: [x, null]` and `type: [t, null]` say "may be empty": the form shows x, without asking which of the two. */
export function prepareSchema(schema: JsonSchema): JsonSchema {
  return prepared(schema, 0);
}

/** What a new form starts with: the defaults the schema names, on the top level and inside groups of fields. */
function defaultsOf(schema: JsonSchema, root: JsonSchema = schema, depth = 0): JsonObject {
  const made: Record<string, Json> = {};
  if (depth > 4) return made;
  for (const [key, part] of Object.entries(propertiesOf(schema, root))) {
    const here = resolve(part, root);
    if (here.default !== undefined) made[key] = here.default;
    else if (here.properties !== undefined) {
      const inner = defaultsOf(here, root, depth + 1);
      if (Object.keys(inner).length > 0) made[key] = inner;
    }
  }
  return made;
}

/** Value with the defaults below it: what the person typed always wins. */
export function seeded(schema: JsonSchema, value: JsonObject): JsonObject {
  return over(defaultsOf(schema), value);
}

/** The name of the one field that a form has besides secrets and choices; undefined when there are several or none. */
export function secretFields(schema: JsonSchema): readonly string[] {
  return Object.entries(propertiesOf(schema, schema))
    .filter(([, part]) => resolve(part, schema).writeOnly === true)
    .map(([key]) => key);
}

/** Required fields first, then the others, each in the order of the description. */
export function fieldOrder(schema: JsonSchema): {
  required: readonly string[];
  optional: readonly string[];
} {
  const names = Object.keys(propertiesOf(schema, schema));
  const required = new Set(requiredOf(schema, schema));
  return {
    required: names.filter((name) => required.has(name)),
    optional: names.filter((name) => !required.has(name)),
  };
}

/** How each top-level field is drawn, beyond what the form library finds by itself. */
export function widgetsOf(schema: JsonSchema): Record<string, unknown> {
  const { required, optional } = fieldOrder(schema);
  const ui: Record<string, unknown> = {};
  if (required.length + optional.length > 0) ui['ui:order'] = [...required, ...optional, '*'];
  for (const [key, part] of Object.entries(propertiesOf(schema, schema))) {
    const here = resolve(part, schema);
    const { kinds } = kindsOf(here, schema);
    if (isSecret(part, schema)) ui[key] = { 'ui:widget': 'password' };
    else if (here.contentMediaType === 'text/javascript') ui[key] = { 'ui:widget': 'code' };
    else if (kinds.has('boolean') && kinds.size === 1) ui[key] = { 'ui:widget': 'checkbox' };
    else if (
      kinds.has('string') &&
      choicesOf(here, schema) === undefined &&
      here.format === undefined &&
      (here.maxLength ?? 0) > 300
    )
      ui[key] = { 'ui:widget': 'textarea' };
    else if (kinds.has('object')) {
      const inner = widgetsOf(here);
      if (Object.keys(inner).length > 0) ui[key] = inner;
    }
  }
  return ui;
}

/** Fields whose options are loaded, by JSON Pointer; a `*` in it means every entry of a list. */
export function withChoices(
  ui: Record<string, unknown>,
  pointers: readonly string[],
): Record<string, unknown> {
  return pointers.reduce<Record<string, unknown>>(
    (made, pointer) => withChoice(made, pointer.split('/').slice(1)),
    ui,
  );
}

function withChoice(
  ui: Record<string, unknown>,
  [part, ...rest]: readonly string[],
): Record<string, unknown> {
  if (part === undefined) return { ...ui, 'ui:widget': 'choice' };
  const key = part === '*' ? 'items' : part;
  return { ...ui, [key]: withChoice((ui[key] ?? {}) as Record<string, unknown>, rest) };
}

function prepared(schema: JsonSchema, depth: number): JsonSchema {
  if (depth > 12) return schema;
  const one = withoutNothing(schema);
  const { properties, items, anyOf, oneOf, $defs, definitions } = one;
  return {
    ...one,
    ...(properties !== undefined && { properties: mapped(properties, depth) }),
    ...(isSchema(items) && { items: prepared(items, depth + 1) }),
    ...(Array.isArray(anyOf) && {
      anyOf: (anyOf as readonly JsonSchema[]).map((part) => prepared(part, depth + 1)),
    }),
    ...(Array.isArray(oneOf) && {
      oneOf: (oneOf as readonly JsonSchema[]).map((part) => prepared(part, depth + 1)),
    }),
    ...($defs !== undefined && { $defs: mapped($defs, depth) }),
    ...(definitions !== undefined && { definitions: mapped(definitions, depth) }),
  };
}

function mapped(
  parts: Readonly<Record<string, JsonSchema>>,
  depth: number,
): Record<string, JsonSchema> {
  return Object.fromEntries(
    Object.entries(parts).map(([key, part]) => [key, prepared(part, depth + 1)]),
  );
}

function withoutNothing(schema: JsonSchema): JsonSchema {
  for (const keyword of ['anyOf', 'oneOf'] as const) {
    const branches = schema[keyword];
    if (!Array.isArray(branches)) continue;
    const some = (branches as readonly JsonSchema[]).filter((branch) => branch.type !== 'null');
    const { [keyword]: _branches, ...beside } = schema;
    const only = some[0];
    if (some.length === 1 && only !== undefined && branches.length > 1)
      return { ...only, ...beside };
  }
  const types: unknown = schema.type;
  if (!Array.isArray(types)) return schema;
  const named = (types as readonly JsonSchema['type'][]).filter((type) => type !== 'null');
  const single = named[0];
  return named.length === 1 && single !== undefined ? { ...schema, type: single } : schema;
}

function over(base: JsonObject, value: JsonObject): JsonObject {
  const merged: Record<string, Json> = { ...base };
  for (const [key, own] of Object.entries(value)) {
    const below = base[key];
    merged[key] = isJsonObject(own) && isJsonObject(below) ? over(below, own) : own;
  }
  return merged;
}

function isSchema(part: unknown): part is JsonSchema {
  return typeof part === 'object' && part !== null && !Array.isArray(part);
}
