import type { JsonSchema, JsonType } from '../json-schema.ts';
import type { Json } from '../json.ts';

export const allTypes: readonly JsonType[] = [
  'null',
  'boolean',
  'number',
  'integer',
  'string',
  'array',
  'object',
];

/** The types that a schema names, "may be empty" of older descriptions among them; unknown ones are none. */
export function typesOf(schema: JsonSchema): readonly JsonType[] {
  const type: unknown = schema.type;
  const listed: readonly unknown[] = Array.isArray(type) ? type : [type];
  const types = listed.filter((name): name is JsonType => allTypes.includes(name as JsonType));
  return schema.nullable === true && types.length > 0 && !types.includes('null')
    ? [...types, 'null']
    : types;
}

export function typeOfValue(value: Json): JsonType {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'bigint') return 'integer';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return typeof value as 'boolean' | 'string' | 'object';
}

const tellsKind: readonly (readonly [JsonType, readonly (keyof JsonSchema)[]])[] = [
  ['object', ['properties', 'patternProperties']],
  ['array', ['items', 'prefixItems']],
];
const hintsAtKind: readonly (readonly [JsonType, readonly (keyof JsonSchema)[]])[] = [
  ['object', ['additionalProperties', 'required']],
  ['array', ['minItems', 'maxItems', 'uniqueItems']],
  ['string', ['pattern', 'minLength', 'maxLength']],
  ['number', ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf']],
];

/** The kind that a schema without a type speaks of by what it describes: fields, entries. */
export function kindByContents(schema: JsonSchema): JsonType | undefined {
  return tellsKind.find(([, words]) => words.some((word) => schema[word] !== undefined))?.[0];
}

/** Formats that only a text has. */
export const textFormats: ReadonlySet<string> = new Set([
  'date',
  'date-time',
  'time',
  'email',
  'uri',
  'uuid',
  'hostname',
  'ipv4',
  'ipv6',
]);

/** The kind that only limits tell: a length is a text's, a largest value a number's. */
export function kindByLimits(schema: JsonSchema): JsonType | undefined {
  if (textFormats.has(schema.format ?? '')) return 'string';
  return hintsAtKind.find(([, words]) => words.some((word) => schema[word] !== undefined))?.[0];
}
