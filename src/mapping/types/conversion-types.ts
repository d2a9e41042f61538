import {
  choicesOf,
  isJsonList,
  kindsOf,
  union,
  type Json,
  type JsonSchema,
  type JsonType,
} from '../../shared/index.ts';
import type { Conversion, ConversionName } from '../conversion.ts';
import type { Inferred } from './inferred.ts';
import { entryOf, isListOnly, orNull, schemaOfValue, withoutNull } from './schema-make.ts';

const text: JsonSchema = { type: 'string' };

/** How a conversion takes its value: one by one (each entry of a list), the list as a whole, or whatever there is. */
export type Takes = 'single' | 'list' | 'any';

export const takes: Readonly<Record<ConversionName, Takes>> = {
  'to-text': 'single',
  'to-number': 'single',
  'to-whole-number': 'single',
  'to-yes-no': 'single',
  'to-date': 'single',
  'to-date-time': 'single',
  'format-date': 'single',
  'format-number': 'single',
  split: 'single',
  join: 'list',
  first: 'list',
  last: 'list',
  nth: 'list',
  count: 'list',
  sum: 'list',
  min: 'list',
  max: 'list',
  average: 'list',
  flatten: 'list',
  'to-list': 'any',
  upper: 'single',
  lower: 'single',
  'title-case': 'single',
  trim: 'single',
  shorten: 'single',
  replace: 'single',
  'default-if-empty': 'any',
  lookup: 'single',
  'json-to-text': 'any',
  'text-to-json': 'single',
  'base64-encode': 'single',
  'base64-decode': 'single',
  slug: 'single',
  'unique-id': 'any',
  now: 'any',
};

const texts: readonly ConversionName[] = [
  'to-text',
  'to-yes-no',
  'split',
  'upper',
  'lower',
  'title-case',
  'trim',
  'shorten',
  'replace',
  'base64-encode',
  'base64-decode',
  'slug',
  'join',
];
const numbers: readonly ConversionName[] = [
  'to-number',
  'to-whole-number',
  'format-number',
  'to-date',
  'to-date-time',
  'format-date',
  'sum',
  'average',
];

/** Whether a conversion can make something of at least some values of a type; of a list, of its entries. */
export function fitsConversion(conversion: Conversion, before: JsonSchema): boolean {
  const { name } = conversion;
  const isEach = takes[name] === 'single' || takes[name] === 'list';
  const known = isEach && isListOnly(before) ? withoutNull(entryOf(before)) : before;
  const { kinds, open } = kindsOf(known, known);
  if (open || kinds.size === 0) return true;
  if (takes[name] === 'single' && isListOnly(known)) return fitsConversion(conversion, known);
  const has = (...wanted: readonly JsonType[]): boolean =>
    wanted.some((kind) => kind !== 'null' && kinds.has(kind));
  if (name === 'text-to-json') return has('string');
  if (name === 'min' || name === 'max') return has('string', 'number', 'integer', 'boolean');
  if (numbers.includes(name)) return has('string', 'number', 'integer');
  return !texts.includes(name) || has('string', 'number', 'integer', 'boolean');
}

/** The type after a conversion. "Or nothing" and "may be missing" stay, unless the conversion makes something of them. */
export function typeAfter(conversion: Conversion, before: Inferred): Inferred {
  switch (conversion.name) {
    case 'unique-id':
      return { schema: { type: 'string', format: 'uuid' }, mayMiss: false };
    case 'now':
      return { schema: { type: 'string', format: 'date-time' }, mayMiss: false };
    case 'default-if-empty': {
      const instead = schemaOfValue(conversion.value);
      const known = withoutNull(before.schema);
      const { kinds, open } = kindsOf(known, known);
      if (!open && kinds.size === 0) return { schema: instead, mayMiss: false }; // always empty
      const fits =
        isWithin(conversion.value, known) &&
        [...kindsOf(instead, instead).kinds].every((kind) => kinds.has(kind));
      const kept = conversion.value === null ? orNull(known) : known;
      return {
        schema: fits || open || conversion.value === null ? kept : union([kept, instead]),
        mayMiss: false,
      };
    }
    case 'json-to-text':
      return { schema: text, mayMiss: before.mayMiss };
    default: {
      const { nullable, open } = kindsOf(before.schema, before.schema);
      const known = open ? before.schema : withoutNull(before.schema);
      const after = afterValue(conversion, known);
      const emptyList =
        conversion.name === 'min' || conversion.name === 'max' || conversion.name === 'average';
      const picks =
        conversion.name === 'first' || conversion.name === 'last' || conversion.name === 'nth';
      return {
        schema: nullable && !open ? orNull(after) : after,
        mayMiss:
          before.mayMiss ||
          emptyList ||
          (picks && !((known.minItems ?? 0) > 0 && conversion.name !== 'nth')),
      };
    }
  }
}

function afterValue(conversion: Conversion, before: JsonSchema): JsonSchema {
  if (takes[conversion.name] === 'single' && isListOnly(before)) {
    const entry = entryOf(before);
    const { nullable, open } = kindsOf(entry, entry);
    const after = afterValue(conversion, open ? entry : withoutNull(entry));
    return { type: 'array', items: nullable && !open ? orNull(after) : after };
  }
  if (takes[conversion.name] === 'single' && isSometimesList(before)) {
    const [lists, singles] = splitLists(before);
    return union([afterValue(conversion, lists), afterValue(conversion, singles)]);
  }
  switch (conversion.name) {
    case 'to-number':
      return { type: 'number' };
    case 'to-whole-number':
      return { type: 'integer' };
    case 'to-yes-no':
      return { type: 'boolean' };
    case 'to-date':
      return { type: 'string', format: 'date' };
    case 'to-date-time':
      return { type: 'string', format: 'date-time' };
    case 'split':
      return { type: 'array', items: text };
    case 'count':
      return { type: 'integer', minimum: 0 };
    case 'sum':
      return kindsOf(entryOf(before), before).kinds.has('number') || isAnything(entryOf(before))
        ? { type: 'number' }
        : { type: 'integer' };
    case 'average':
      return { type: 'number' };
    case 'first':
    case 'last':
    case 'nth':
    case 'min':
    case 'max':
      return entryOf(before);
    case 'flatten':
      return { type: 'array', items: oneLevelLess(entryOf(before)) };
    case 'to-list':
      return { type: 'array', items: oneLevelLess(before) };
    case 'shorten':
      return { ...text, maxLength: conversion.length };
    case 'trim':
      return { ...text, ...(before.format === undefined ? {} : { format: before.format }) };
    case 'lower':
      return { ...text, ...(before.format === undefined ? {} : { format: before.format }) };
    case 'lookup': {
      const thens = conversion.rows.map((row) => row.then);
      const { otherwise } = conversion;
      return union([...thens, ...(otherwise === undefined ? [] : [otherwise])].map(schemaOfValue));
    }
    case 'text-to-json':
      return {};
    default:
      return text;
  }
}

function isAnything(schema: JsonSchema): boolean {
  return kindsOf(schema, schema).open || kindsOf(schema, schema).kinds.has('string');
}

/** A list's entries; what is no list as it is. */
function oneLevelLess(schema: JsonSchema): JsonSchema {
  if (!isSometimesList(schema)) return entryOf(schema);
  const [lists, singles] = splitLists(schema);
  return union([entryOf(lists), singles]);
}

function isSometimesList(schema: JsonSchema): boolean {
  const { kinds, open } = kindsOf(schema, schema);
  return !open && kinds.has('array') && kinds.size > 1;
}

/** A union of lists and other things, in two. */
function splitLists(schema: JsonSchema): readonly [JsonSchema, JsonSchema] {
  const branches = schema.anyOf ?? schema.oneOf;
  if (branches === undefined) {
    const kinds = [...kindsOf(schema, schema).kinds].filter((kind) => kind !== 'array');
    return [
      { type: 'array', items: entryOf(schema) },
      { ...schema, type: kinds },
    ];
  }
  const isList = (branch: JsonSchema): boolean => kindsOf(branch, branch).kinds.has('array');
  const lists = branches.filter(isList).map((branch) => splitOff(branch)[0]);
  const singles = branches.flatMap((branch) =>
    isList(branch) ? (isListOnly(branch) ? [] : [splitOff(branch)[1]]) : [branch],
  );
  return [union(lists), union(singles)];
}

function splitOff(branch: JsonSchema): readonly [JsonSchema, JsonSchema] {
  return isListOnly(branch) ? [branch, {}] : splitLists(branch);
}

/** Rough: a fixed text that is nothing of the kind is another kind of value. */
const forms: Readonly<Record<string, RegExp>> = {
  date: /^\d{4}-\d\d-\d\d$/,
  'date-time': /^\d{4}-\d\d-\d\dT/,
  email: /^\S+@\S+$/,
  uri: /^[a-z][a-z\d+.-]*:/i,
  uuid: /^[\da-f-]{36}$/i,
};

/** Whether a fixed value keeps to the limits of a type, as far as they are told by one word. */
function isWithin(value: Json, schema: JsonSchema): boolean {
  const choices = choicesOf(schema, schema);
  if (choices !== undefined) return choices.some((choice) => choice === value);
  const { minLength = 0, maxLength = Infinity, minimum, maximum, minItems = 0, maxItems } = schema;
  if (typeof value === 'string') {
    const { length } = [...value];
    const form = forms[schema.format ?? ''];
    return length >= minLength && length <= maxLength && (form === undefined || form.test(value));
  }
  if (typeof value === 'number')
    return value >= (minimum ?? -Infinity) && value <= (maximum ?? Infinity);
  return !isJsonList(value) || (value.length >= minItems && value.length <= (maxItems ?? Infinity));
}
