/**
 * What a description says is secret: `writeOnly`, or a text in the form of a password. It is found behind references, in
 * every branch and in every entry of a list; where only one of several branches says so, it is secret all the same.
 */
import { isJsonList, isJsonObject, type Json, type JsonObject } from '../json.ts';
import type { JsonSchema } from '../json-schema.ts';
import { asSchema, schemasIn } from './as-schema.ts';
import { resolve } from './resolve.ts';

export function isSecret(schema: JsonSchema | undefined, root: JsonSchema): boolean {
  return alternativesOf([schema], root).some(saysSecret);
}

/** The value without what is secret in it; the same object where nothing is. */
export function withoutSecretParts(value: JsonObject, schema: JsonSchema): JsonObject {
  const left = cleaned(value, [schema], schema);
  return left !== undefined && isJsonObject(left) ? left : {};
}

/** The names of all properties that hold something secret and nothing else, however deep they are. */
export function secretNamesIn(schema: JsonSchema): ReadonlySet<string> {
  const names = new Set<string>();
  const seen = new Set(alternativesOf([schema], schema));
  for (const here of seen) {
    for (const [name, property] of Object.entries(here.properties ?? {}))
      if (
        isSecret(property, schema) ||
        entriesOf(here, name).some((entry) => isSecret(entry, schema))
      )
        names.add(name);
    const below = [...Object.values(here.properties ?? {}), ...entrySchemas(here), ...others(here)];
    for (const part of alternativesOf(below, schema)) seen.add(part);
  }
  return names;

  function entriesOf(here: JsonSchema, name: string): readonly JsonSchema[] {
    return alternativesOf([here.properties?.[name]], schema).flatMap(entrySchemas);
  }
}

function saysSecret({ writeOnly, format }: JsonSchema): boolean {
  return writeOnly === true || format === 'password';
}

/** Each of the schemas and all that it may be instead, with references followed. */
function alternativesOf(
  schemas: readonly (JsonSchema | undefined)[],
  root: JsonSchema,
): readonly JsonSchema[] {
  const found = new Set(schemas.flatMap((schema) => (schema ? [resolve(schema, root)] : [])));
  for (const { oneOf, anyOf, allOf } of found)
    for (const part of [oneOf, anyOf, allOf].flatMap(schemasIn)) found.add(resolve(part, root));
  return [...found];
}

/** Undefined: all of it is secret. */
function cleaned(value: Json, schemas: readonly JsonSchema[], root: JsonSchema): Json | undefined {
  const kinds = alternativesOf(schemas, root);
  if (kinds.length === 0) return value;
  if (kinds.some(saysSecret)) return undefined;
  if (isJsonList(value)) {
    const inside = kinds.flatMap(entrySchemas);
    const left = value.flatMap((entry) => cleaned(entry, inside, root) ?? []);
    return isSame(left, value) ? value : left;
  }
  if (!isJsonObject(value)) return value;
  let made: Record<string, Json> | undefined;
  for (const [name, part] of Object.entries(value)) {
    const left = cleaned(
      part,
      kinds.flatMap((kind) => ofProperty(kind, name)),
      root,
    );
    if (left === part) continue;
    made ??= { ...value };
    if (left === undefined) delete made[name];
    else made[name] = left;
  }
  return made ?? value;
}

function isSame(one: readonly Json[], other: readonly Json[]): boolean {
  return one.length === other.length && one.every((entry, at) => entry === other[at]);
}

function ofProperty(schema: JsonSchema, name: string): readonly JsonSchema[] {
  const { properties } = schema;
  const own =
    properties !== undefined && Object.hasOwn(properties, name)
      ? asSchema(properties[name])
      : undefined;
  return own === undefined ? others(schema) : [own];
}

/** Properties that have no name of their own in the description. */
function others({ additionalProperties, patternProperties }: JsonSchema): readonly JsonSchema[] {
  const any = asSchema(additionalProperties);
  return [...Object.values(patternProperties ?? {}), ...(any === undefined ? [] : [any])];
}

function entrySchemas({ items, prefixItems, additionalItems }: JsonSchema): readonly JsonSchema[] {
  const each = asSchema(items);
  const after = asSchema(additionalItems);
  return [
    ...schemasIn(items),
    ...schemasIn(prefixItems),
    ...(each === undefined || Array.isArray(items) ? [] : [each]),
    ...(after === undefined ? [] : [after]),
  ];
}
