import {
  humanise,
  isJsonList,
  isJsonObject,
  type Json,
  type JsonSchema,
} from '../../shared/index.ts';

/**
 * The schema that a sample shows: kinds, formats of texts, titles from names. A field that some entries of a list
 * have and others lack is optional; one that is sometimes empty may be empty.
 */
export function schemaFromSample(sample: Json): JsonSchema {
  return withoutGuesses(shapeOf(sample));
}

/** The schema that fits both: what a step gave before, and a later sample that differs. */
export function widenSchema(one: JsonSchema, other: JsonSchema): JsonSchema {
  // Where one of the two allows anything, the two together do.
  if (isOpen(one) || isOpen(other)) {
    const title = one.title ?? other.title;
    return title === undefined ? {} : { title };
  }
  const types = new Set([...typesOf(one), ...typesOf(other)]);
  if (types.has('number')) types.delete('integer');
  const names = new Set([
    ...Object.keys(one.properties ?? {}),
    ...Object.keys(other.properties ?? {}),
  ]);
  const isGroup = types.has('object');
  const properties = Object.fromEntries(
    [...names].map((name) => {
      const [left, right] = [propertyOf(one, name), propertyOf(other, name)];
      return [
        name,
        left !== undefined && right !== undefined
          ? widenSchema(left, right)
          : (left ?? right ?? {}),
      ];
    }),
  );
  const bothGroups = typesOf(one).includes('object') && typesOf(other).includes('object');
  const required = bothGroups
    ? (one.required ?? []).filter((name) => other.required?.includes(name))
    : (one.required ?? other.required ?? []);
  const items =
    one.items !== undefined && other.items !== undefined
      ? widenSchema(one.items, other.items)
      : (one.items ?? other.items);
  const format =
    one.format === other.format || !typesOf(other).includes('string')
      ? one.format
      : typesOf(one).includes('string')
        ? undefined
        : other.format;
  const list = [...types] as NonNullable<JsonSchema['type']>;
  return {
    ...(one.title === undefined ? {} : { title: one.title }),
    type: list.length === 1 ? (list[0] as JsonSchema['type'] & string) : list,
    ...(format === undefined ? {} : { format }),
    ...(isGroup ? { properties, required } : {}),
    ...(items === undefined ? {} : { items }),
  };
}

/** Its own: a field may be called as what every object inherits (`constructor`). */
function propertyOf({ properties = {} }: JsonSchema, name: string): JsonSchema | undefined {
  return Object.hasOwn(properties, name) ? properties[name] : undefined;
}

function isOpen(schema: JsonSchema): boolean {
  return typesOf(schema).length === 0;
}

function shapeOf(value: Json): JsonSchema {
  if (value === null) return { type: 'null' };
  if (typeof value === 'boolean') return { type: 'boolean' };
  if (typeof value === 'bigint') return { type: 'integer' };
  if (typeof value === 'number') return { type: Number.isInteger(value) ? 'integer' : 'number' };
  if (typeof value === 'string') return textShape(value);
  if (isJsonList(value)) {
    const entries = value.map(shapeOf);
    const [first, ...rest] = entries;
    return first === undefined
      ? { type: 'array' }
      : { type: 'array', items: rest.reduce(widenSchema, first) };
  }
  if (!isJsonObject(value)) return {};
  const properties = Object.fromEntries(
    Object.entries(value).map(([name, entry]) => [
      name,
      { title: humanise(name), ...shapeOf(entry) },
    ]),
  );
  return { type: 'object', properties, required: Object.keys(properties) };
}

/** Each as strict as the check of the format: an example fits the shape that was made from it. */
const formats: readonly (readonly [string, (text: string) => boolean])[] = [
  ['date-time', isTime],
  ['date', isDay],
  [
    'email',
    isLike(
      /^[\w!#$%&'*+/=?^`{|}~-]+(\.[\w!#$%&'*+/=?^`{|}~-]+)*@([a-z\d]+(-+[a-z\d]+)*\.)+[a-z\d]+(-+[a-z\d]+)*$/i,
    ),
  ],
  [
    'uri',
    isLike(
      /^https?:\/\/[\w.~-]+(:\d*)?(\/([\w.~!$&'()*+,;=:@/-]|%[\da-f]{2})*)?(\?([\w.~!$&'()*+,;=:@/?-]|%[\da-f]{2})*)?(#([\w.~!$&'()*+,;=:@/?-]|%[\da-f]{2})*)?$/i,
    ),
  ],
  ['uuid', isLike(/^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i)],
];

function isLike(pattern: RegExp): (text: string) => boolean {
  return (text) => pattern.test(text);
}

/** A day that calendars have. */
function isDay(text: string): boolean {
  const found = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  if (found === null) return false;
  const [year = 0, month = 0, day = 0] = found.slice(1).map(Number);
  const date = new Date(Date.UTC(2000, 0, 1));
  date.setUTCFullYear(year, month - 1, day); // Date.UTC alone reads years below 100 as 19xx
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function isTime(text: string): boolean {
  const clock = /^T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;
  return isDay(text.slice(0, 10)) && clock.test(text.slice(10));
}

function textShape(text: string): JsonSchema {
  const format = formats.find(([, fits]) => fits(text))?.[0];
  return { type: 'string', ...(format === undefined ? {} : { format }) };
}

function typesOf(schema: JsonSchema): readonly string[] {
  if (schema.type === undefined) return [];
  return typeof schema.type === 'string' ? [schema.type] : schema.type;
}

/** A field that was only ever empty says nothing about its kind. */
function withoutGuesses(schema: JsonSchema): JsonSchema {
  if (schema.type === 'null') return schema.title === undefined ? {} : { title: schema.title };
  return {
    ...schema,
    ...(schema.items === undefined ? {} : { items: withoutGuesses(schema.items) }),
    ...(schema.properties === undefined
      ? {}
      : {
          properties: Object.fromEntries(
            Object.entries(schema.properties).map(([name, property]) => [
              name,
              withoutGuesses(property),
            ]),
          ),
        }),
  };
}
