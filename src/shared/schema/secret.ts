/**
 * What a description says is secret: `writeOnly`, or a text in the form of a password. It is found behind references, in
 * every branch and in every entry of a list; where only one of several branches says so, it is secret all the same.
 */
import { isJsonList, isJsonObject, type Json, type JsonObject } from '../json.ts';
import type { JsonSchema } from '../json-schema.ts';
import { asSchema, isNothing, schemasIn } from './as-schema.ts';
import { resolve } from './resolve.ts';

export function isSecret(schema: JsonSchema | undefined, root: JsonSchema): boolean {
  return alternativesOf([schema], root).some(saysSecret);
}

/**
 * The value without what is secret in it; the same object where nothing is. `others`: what else it may have been made for.
 * A field that the schema names is judged by the schema alone, any other by all of them, at every depth.
 */
export function withoutSecretParts(
  value: JsonObject,
  schema: JsonSchema,
  others: readonly JsonSchema[] = [],
): JsonObject {
  const [own, ...rest] = [schema, ...others].map((root) => readingOf([root], root));
  const left = own && cleaned(value, own, rest, true);
  return left !== undefined && isJsonObject(left) ? left : {};
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

/** What one description says of a place; nothing where it does not know it. */
interface Reading {
  readonly kinds: readonly JsonSchema[];
  readonly root: JsonSchema;
}

function readingOf(schemas: readonly JsonSchema[], root: JsonSchema): Reading {
  return { kinds: alternativesOf(schemas, root), root };
}

/** Undefined: all of it is secret. `isKnown`: the own description names the place, so that the others are not asked. */
function cleaned(
  value: Json,
  own: Reading,
  others: readonly Reading[],
  isKnown: boolean,
): Json | undefined {
  if (own.kinds.length === 0 && others.length === 0) return value;
  if ((isKnown ? [own] : [own, ...others]).some(isSecretThere)) return undefined;
  if (isJsonList(value)) {
    const entry = inside(own, entrySchemas);
    const before = others.flatMap((other) => below(other, entrySchemas));
    const left = value.flatMap((each) => {
      const kept = cleaned(each, entry, before, entry.kinds.length > 0);
      return kept === undefined ? [] : [kept];
    });
    return isSame(left, value) ? value : left;
  }
  if (!isJsonObject(value)) return value;
  let made: Record<string, Json> | undefined;
  for (const [name, part] of Object.entries(value)) {
    const ofName = (schema: JsonSchema) => ofProperty(schema, name);
    const left = cleaned(
      part,
      inside(own, ofName),
      others.flatMap((other) => below(other, ofName)),
      own.kinds.some((kind) => named(kind, name) !== undefined),
    );
    if (left === part) continue;
    made ??= { ...value };
    if (left === undefined) delete made[name];
    else made[name] = left;
  }
  return made ?? value;
}

function isSecretThere({ kinds }: Reading): boolean {
  return kinds.some(saysSecret);
}

type Part = (schema: JsonSchema) => readonly JsonSchema[];

function inside({ kinds, root }: Reading, part: Part): Reading {
  return readingOf(kinds.flatMap(part), root);
}

/** What an other description says further down; of a whole that is secret for it, every part is. */
function below(other: Reading, part: Part): readonly Reading[] {
  if (isSecretThere(other)) return [other];
  const next = inside(other, part);
  return next.kinds.length === 0 ? [] : [next];
}

function isSame(one: readonly Json[], other: readonly Json[]): boolean {
  return one.length === other.length && one.every((entry, at) => entry === other[at]);
}

function ofProperty(schema: JsonSchema, name: string): readonly JsonSchema[] {
  const own = named(schema, name);
  return own === undefined ? unnamed(schema) : [own];
}

/** A property that no value fits must not be there: its description knows none of that name. */
function named({ properties }: JsonSchema, name: string): JsonSchema | undefined {
  const own =
    properties !== undefined && Object.hasOwn(properties, name)
      ? asSchema(properties[name])
      : undefined;
  return own === undefined || isNothing(own) ? undefined : own;
}

/** Properties that have no name of their own in the description. */
function unnamed({ additionalProperties, patternProperties }: JsonSchema): readonly JsonSchema[] {
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
