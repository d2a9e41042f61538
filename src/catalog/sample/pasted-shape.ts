/** What a person pastes to say what data looks like: an example of it, or its JSON Schema. */
import {
  isJsonList,
  isJsonObject,
  resolve,
  withBranchWords,
  type Json,
  type JsonObject,
  type JsonSchema,
} from '../../shared/index.ts';
import { schemaFromSample } from './schema-from-sample.ts';

export interface PastedShape {
  /** Complete in itself: it can stand inside another schema. */
  readonly schema: JsonSchema;
  /** What was pasted, where that is data. */
  readonly example?: Json;
}

export function shapeFromPaste(pasted: Json): PastedShape {
  if (isSchema(pasted)) return { schema: writtenOut(pasted) };
  return { schema: schemaFromSample(pasted), example: pasted };
}

/** The shape of one entry, where a list of them was pasted. */
export function shapeOfEntry({ schema, example }: PastedShape): PastedShape {
  if (schema.type !== 'array' || schema.items === undefined)
    return { schema, ...ofExample(example) };
  return { schema: schema.items, ...ofExample(isJsonList(example) ? example[0] : undefined) };
}

function ofExample(example: Json | undefined): { readonly example?: Json } {
  return example === undefined ? {} : { example };
}

const typeNames: ReadonlySet<unknown> = new Set([
  'object',
  'array',
  'string',
  'number',
  'integer',
  'boolean',
  'null',
]);

/** Data may have a field "type" or "properties" too: a schema says of its fields what kind they are. */
function isSchema(pasted: Json): boolean {
  if (!isJsonObject(pasted)) return false;
  const { $schema, $ref, type, properties, items, allOf, oneOf, anyOf } = pasted;
  const saysInside =
    isGroupOfSchemas(properties) ||
    isPartOfSchema(items) ||
    [allOf, oneOf, anyOf].some((parts) => isJsonList(parts) && parts.every(isPartOfSchema));
  if (typeof $schema === 'string' && $schema.includes('json-schema.org')) return true;
  return saysInside && (type === undefined || typeNames.has(type) || typeof $ref === 'string');
}

function isGroupOfSchemas(value: Json | undefined): boolean {
  if (!isJsonObject(value)) return false;
  const parts = Object.values(value);
  return parts.length > 0 && parts.every(isPartOfSchema);
}

const keywords = ['$ref', 'enum', 'const', 'anyOf', 'oneOf', 'allOf', 'properties', 'items'];

function isPartOfSchema(value: Json | undefined): boolean {
  if (!isJsonObject(value)) return false;
  const { type } = value;
  const named = isJsonList(type) ? type.every((one) => typeNames.has(one)) : typeNames.has(type);
  return named || keywords.some((keyword) => Object.hasOwn(value, keyword));
}

/** Groups and lists inside each other. */
const deepest = 12;
const mostParts = 20_000;

/** Every reference replaced by what it leads to; what holds itself is open where it begins again. */
function writtenOut(pasted: Json): JsonSchema {
  const root = pasted as unknown as JsonSchema; // whatever reads a part of a schema copes with what is none
  let parts = 0;
  const write = (given: JsonSchema, within: readonly JsonSchema[], depth: number): JsonSchema => {
    if (++parts > mostParts || depth > deepest || within.includes(given)) return {};
    const here = resolve(given, root);
    if (here !== given && within.includes(here)) return {};
    const inside = (part: unknown): unknown => {
      if (isJsonList(part as Json)) return (part as readonly unknown[]).map((each) => inside(each));
      return typeof part === 'object' && part !== null
        ? write(part as JsonSchema, [...within, given, here], depth + 1)
        : part;
    };
    const asBranch = (branch: unknown): unknown => {
      const alone = inside(branch) as JsonSchema; // of a schema it is one
      return isJsonObject(branch as Json)
        ? withBranchWords(alone, branch as JsonSchema, here, root)
        : alone;
    };
    const entries = Object.entries(here as unknown as JsonObject)
      .filter(([keyword]) => !['$schema', '$id', '$defs', 'definitions'].includes(keyword))
      .map(([keyword, value]): [string, unknown] => {
        if ((keyword === 'oneOf' || keyword === 'anyOf') && isJsonList(value))
          return [keyword, value.map(asBranch)];
        if (holdsSchemas.has(keyword)) return [keyword, inside(value)];
        if (!holdsNamedSchemas.has(keyword) || !isJsonObject(value)) return [keyword, value];
        const named = Object.entries(value).map(([name, part]) => [name, inside(part)]);
        return [keyword, Object.fromEntries(named)];
      });
    return Object.fromEntries(entries) as JsonSchema;
  };
  return write(root, [], 0);
}

const holdsSchemas: ReadonlySet<string> = new Set([
  'items',
  'prefixItems',
  'additionalItems',
  'additionalProperties',
  'unevaluatedItems',
  'unevaluatedProperties',
  'propertyNames',
  'contains',
  'allOf',
  'anyOf',
  'oneOf',
  'not',
  'if',
  'then',
  'else',
]);
const holdsNamedSchemas: ReadonlySet<string> = new Set([
  'properties',
  'patternProperties',
  'dependentSchemas',
]);
