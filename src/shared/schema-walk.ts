/**
 * Reads a JSON Schema safely, whoever wrote it: references may dangle or run in a circle, types may be lists,
 * "nullable" may be written in four ways, and `properties` may hold things that are not schemas.
 * Never throws, never expands more than the one level that was asked for.
 */
import type { Json } from './json.ts';
import type { JsonSchema, JsonType } from './json-schema.ts';

const anything: JsonSchema = {};
const allTypes: readonly JsonType[] = [
  'null',
  'boolean',
  'number',
  'integer',
  'string',
  'array',
  'object',
];
/** More references or nested `allOf`s than this in one place is a circle or an attack. */
const maxHops = 32;

/** What a value may be. `kinds` never holds `null`; an empty set means "only nothing" or "could be anything". */
export interface Kinds {
  readonly kinds: ReadonlySet<Exclude<JsonType, 'null'>>;
  readonly nullable: boolean;
  /** The schema does not say: any kind fits. */
  readonly open: boolean;
}

/** Follows `$ref` (any local pointer) and merges `allOf` shallowly; what cannot be followed is an open schema. */
export function resolve(schema: JsonSchema | undefined, root: JsonSchema): JsonSchema {
  return resolveWithin(schema, root, 0);
}

/** The kinds a value of this schema may have; "or nothing" is told apart, however it is written. */
export function kindsOf(schema: JsonSchema | undefined, root: JsonSchema): Kinds {
  return kindsWithin(schema, root, 0);
}

/** The properties of a group of fields, in their order; branches of `oneOf`/`anyOf` are merged, the first one wins. */
export function propertiesOf(
  schema: JsonSchema | undefined,
  root: JsonSchema,
): Readonly<Record<string, JsonSchema>> {
  const here = asSchema(schema);
  if (here === undefined) return noProperties;
  let byRoot = knownProperties.get(here);
  if (byRoot === undefined) knownProperties.set(here, (byRoot = new WeakMap()));
  let found = byRoot.get(root);
  if (found === undefined) {
    found = Object.create(null) as Record<string, JsonSchema>;
    collectProperties(here, root, found, 0);
    byRoot.set(root, found);
  }
  return found;
}
/** Schemas are never changed in place, and a form of 1,000 fields asks for the same ones again and again. */
const knownProperties = new WeakMap<JsonSchema, WeakMap<JsonSchema, Record<string, JsonSchema>>>();
const noProperties: Readonly<Record<string, JsonSchema>> = Object.freeze(
  Object.create(null) as Record<string, JsonSchema>,
);

/** The names of the properties that must be there. Branches do not count: which one holds is not known. */
export function requiredOf(schema: JsonSchema | undefined, root: JsonSchema): readonly string[] {
  const required = resolve(schema, root).required;
  return Array.isArray(required) ? required.filter((name) => typeof name === 'string') : [];
}

/** The schema of a list's entries; an open schema when the list does not say, undefined when it is no list. */
export function itemsOf(schema: JsonSchema | undefined, root: JsonSchema): JsonSchema | undefined {
  const here = listBranch(schema, root);
  if (here === undefined) return undefined;
  return asSchema(here.items) ?? asSchema(here.prefixItems?.[0]) ?? anything;
}

/** The words a person reads for a field: its title, else its key made readable (`firstName` -> "First name"). */
export function titleOf(schema: JsonSchema | undefined, key: string): string {
  const title = schema?.title;
  return typeof title === 'string' && title.trim() !== '' ? title.trim() : humanise(key);
}

const initials = new Set([
  'id',
  'ip',
  'url',
  'uri',
  'sku',
  'vat',
  'iban',
  'bic',
  'api',
  'csv',
  'pdf',
  'sms',
]);

/** `first_name`, `firstName`, `FIRST-NAME` -> "First name"; abbreviations (`customerID`) keep their capitals. */
export function humanise(key: string): string {
  const words = key
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu}+)(\p{Lu}\p{Ll})/gu, '$1 $2')
    .split(/[\s_\-.]+/u)
    .filter((word) => word !== '');
  if (words.length === 0) return key;
  const shouting = words.length > 1 && words.every((word) => word === word.toUpperCase());
  return words
    .map((word, at) => {
      const abbreviation =
        !shouting && word.length > 1 && word.length < 5 && /^\p{Lu}+$/u.test(word);
      if (abbreviation) return word;
      const small = word.toLowerCase();
      if (initials.has(small)) return small.toUpperCase();
      return at === 0 ? small.charAt(0).toUpperCase() + small.slice(1) : small;
    })
    .join(' ');
}

/** The schema at a path (names, list positions) below `root`; undefined when the schema rules that place out. */
export function schemaAt(
  root: JsonSchema,
  path: readonly (string | number)[],
): JsonSchema | undefined {
  let here: JsonSchema = resolve(root, root);
  for (const step of path) {
    const next = typeof step === 'number' ? itemsOf(here, root) : propertyAt(here, step, root);
    if (next === undefined) return undefined;
    here = resolve(next, root);
  }
  return here;
}

/** One property's schema; open where the group allows more than it names, undefined where it does not. */
export function propertyAt(
  schema: JsonSchema | undefined,
  key: string,
  root: JsonSchema,
): JsonSchema | undefined {
  const properties = propertiesOf(schema, root);
  const named = properties[key];
  if (named !== undefined) return named;
  const here = resolve(schema, root);
  const { kinds, open } = kindsOf(here, root);
  if (!open && !kinds.has('object')) return undefined;
  const rest = here.additionalProperties;
  if (rest === false) return undefined;
  if (rest !== undefined && rest !== true) return asSchema(rest);
  return anything;
}

/** All values a field may take when it is a choice; undefined when it is free. `null` is left out. */
export function choicesOf(
  schema: JsonSchema | undefined,
  root: JsonSchema,
): readonly Json[] | undefined {
  const here = resolve(schema, root);
  if (here.const !== undefined) return [here.const];
  if (Array.isArray(here.enum))
    return (here.enum as readonly Json[]).filter((value) => value !== null);
  const branches = here.oneOf ?? here.anyOf;
  if (!Array.isArray(branches)) return undefined;
  const found: Json[] = [];
  for (const branch of branches as readonly JsonSchema[]) {
    const inside = resolve(branch, root);
    if (inside.type === 'null') continue;
    if (inside.const !== undefined) found.push(inside.const);
    else if (Array.isArray(inside.enum)) found.push(...(inside.enum as readonly Json[]));
    else return undefined;
  }
  return found;
}

function resolveWithin(schema: JsonSchema | undefined, root: JsonSchema, hops: number): JsonSchema {
  const here = asSchema(schema);
  if (here === undefined || hops > maxHops) return anything;
  if (typeof here.$ref === 'string') {
    const target = resolveWithin(atPointer(root, here.$ref), root, hops + 1);
    const { $ref: _followed, ...beside } = here;
    return Object.keys(beside).length === 0 ? target : merge(target, beside);
  }
  if (!Array.isArray(here.allOf) || here.allOf.length === 0) return here;
  const { allOf, ...own } = here;
  let merged: JsonSchema = anything;
  for (const part of allOf) merged = merge(merged, resolveWithin(part, root, hops + 1));
  return merge(merged, own);
}

function merge(base: JsonSchema, over: JsonSchema): JsonSchema {
  const properties =
    base.properties !== undefined && over.properties !== undefined
      ? { properties: { ...base.properties, ...over.properties } }
      : {};
  const required =
    Array.isArray(base.required) && Array.isArray(over.required)
      ? { required: [...new Set([...base.required, ...over.required])] }
      : {};
  return { ...base, ...over, ...properties, ...required };
}

function kindsWithin(schema: JsonSchema | undefined, root: JsonSchema, hops: number): Kinds {
  if (hops > maxHops) return { kinds: new Set(), nullable: true, open: true };
  const here = resolve(schema, root);
  const kinds = new Set<Exclude<JsonType, 'null'>>();
  let nullable = (here as { nullable?: unknown }).nullable === true;
  let open = false;
  const add = (type: JsonType): void => {
    if (type === 'null') nullable = true;
    else kinds.add(type);
  };
  const branches = here.oneOf ?? here.anyOf;
  const types = typesOf(here);
  if (types.length > 0) types.forEach(add);
  else if (here.const !== undefined) add(typeOfValue(here.const));
  else if (Array.isArray(here.enum)) here.enum.forEach((value: Json) => add(typeOfValue(value)));
  else if (here.properties !== undefined) kinds.add('object');
  else if (here.items !== undefined || here.prefixItems !== undefined) kinds.add('array');
  else if (Array.isArray(branches) && branches.length > 0) {
    for (const branch of branches as readonly JsonSchema[]) {
      const inside = kindsWithin(branch, root, hops + 1);
      inside.kinds.forEach((kind) => kinds.add(kind));
      nullable ||= inside.nullable;
      open ||= inside.open;
    }
  } else open = true;
  if (Array.isArray(here.enum) && types.includes('null') && !here.enum.includes(null))
    nullable = false;
  return { kinds, nullable: nullable || open, open };
}

function typesOf(schema: JsonSchema): readonly JsonType[] {
  const type: unknown = schema.type;
  const listed: readonly unknown[] = Array.isArray(type) ? type : [type];
  return listed.filter((name): name is JsonType => allTypes.includes(name as JsonType));
}

function typeOfValue(value: Json): JsonType {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'bigint') return 'integer';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return typeof value as 'boolean' | 'string' | 'object';
}

function collectProperties(
  schema: JsonSchema | undefined,
  root: JsonSchema,
  found: Record<string, JsonSchema>,
  hops: number,
): void {
  if (hops > maxHops) return;
  const here = resolve(schema, root);
  if (typeof here.properties === 'object' && here.properties !== null) {
    for (const [key, value] of Object.entries(here.properties)) {
      const property = asSchema(value);
      if (property !== undefined && found[key] === undefined) found[key] = property;
    }
  }
  for (const branch of [...listOf(here.oneOf), ...listOf(here.anyOf)])
    collectProperties(branch, root, found, hops + 1);
}

function listBranch(
  schema: JsonSchema | undefined,
  root: JsonSchema,
  hops = 0,
): JsonSchema | undefined {
  if (hops > maxHops) return undefined;
  const here = resolve(schema, root);
  if (typesOf(here).includes('array') || here.items !== undefined || here.prefixItems !== undefined)
    return here;
  for (const branch of [...listOf(here.oneOf), ...listOf(here.anyOf)]) {
    const inside = listBranch(branch, root, hops + 1);
    if (inside !== undefined) return inside;
  }
  return undefined;
}

function listOf(branches: readonly JsonSchema[] | undefined): readonly JsonSchema[] {
  return Array.isArray(branches) ? branches : [];
}

function asSchema(value: unknown): JsonSchema | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
}

function atPointer(root: JsonSchema, ref: string): JsonSchema | undefined {
  if (ref === '#') return root;
  if (!ref.startsWith('#/')) return undefined;
  let here: unknown = root;
  for (const part of ref.slice(2).split('/')) {
    const key = decode(part).replaceAll('~1', '/').replaceAll('~0', '~');
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, key)) return undefined;
    here = (here as Record<string, unknown>)[key];
  }
  return asSchema(here);
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
