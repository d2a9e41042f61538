/**
 * Every conversion of the format, as data: how it turns a value, named once.
 *
 * 1. A missing value stays missing and null stays null; only `default-if-empty`, `unique-id`, `now` make something of them.
 * 2. A conversion of single values, given a list, converts each entry; nothing is flattened.
 * 3. What cannot be converted is a failure with the value in it; nothing is guessed (M6, never silently lossy).
 */
import type { Json } from '../../shared/index.ts';
import type { Conversion, ConversionName } from '../conversion.ts';
import { isEmpty } from '../evaluate/compare.ts';
import { fail, nextId, type Frame, type Place } from '../evaluate/frame.ts';
import * as dates from './dates.ts';
import * as lists from './lists.ts';
import * as numbers from './numbers.ts';
import * as texts from './texts.ts';
import { lookUp } from './lookup.ts';
import { writeInstant } from './moment.ts';
import type { Convert, ConvertValue } from './convert.ts';

/** Compiles one conversion where it stands. */
export function compileConversion(conversion: Conversion, place: Place): Convert {
  const make = makers[conversion.name] as (conversion: Conversion, place: Place) => Convert; // the table is typed by name
  return make(conversion, place);
}

type Maker<Name extends ConversionName> = (
  conversion: Extract<Conversion, { name: Name }>,
  place: Place,
) => Convert;

/** Converts single values, and each entry of a list. */
function single<Name extends ConversionName>(
  make: (conversion: Extract<Conversion, { name: Name }>) => ConvertValue,
): Maker<Name> {
  return (conversion, place) => {
    const convert = make(conversion);
    const each = (value: Json, frame: Frame): Json | undefined => {
      if (value === null) return null;
      if (!Array.isArray(value)) return convert(value, frame, place);
      const list: Json[] = [];
      for (const entry of value as readonly Json[]) {
        const converted = each(entry, frame);
        if (converted !== undefined) list.push(converted);
      }
      return list;
    };
    return (value, frame) => {
      if (value === undefined || value === null) return value;
      return typeof value === 'object' ? each(value, frame) : convert(value, frame, place);
    };
  };
}

/** Converts a list as a whole; a value that is no list is a failure. */
function whole<Name extends ConversionName>(
  make: (
    conversion: Extract<Conversion, { name: Name }>,
  ) => (list: readonly Json[], frame: Frame, place: Place) => Json | undefined,
): Maker<Name> {
  return (conversion, place) => {
    const convert = make(conversion);
    return (value, frame) => {
      if (value === undefined || value === null) return value;
      if (!Array.isArray(value)) return fail(frame, place, 'not-a-list', {}, value);
      return convert(value as readonly Json[], frame, place);
    };
  };
}

const makers: { readonly [Name in ConversionName]: Maker<Name> } = {
  'to-text': single(() => texts.toText),
  'to-number': single(({ decimal, thousands }) => numbers.toNumber(decimal, thousands)),
  'to-whole-number': single(({ rounding }) => numbers.toWholeNumber(rounding)),
  'to-yes-no': single(({ yes, no }) => texts.toYesNo(yes, no)),
  'to-date': single(({ format, zone, locale }) => dates.toDate(format, zone, locale)),
  'to-date-time': single(({ format, zone, locale }) => dates.toDateTime(format, zone, locale)),
  'format-date': single(({ format, zone, locale }) => dates.formatDate(format, zone, locale)),
  'format-number': single(({ digits, decimal, thousands }) =>
    numbers.formatNumber(digits, decimal, thousands),
  ),
  split: single(({ by }) => texts.split(by)),
  join: whole(({ by }) => lists.join(by)),
  first: whole(() => lists.nth(0)),
  last: whole(() => lists.nth(-1)),
  nth: whole(({ position }) => lists.nth(position)),
  count: whole(() => (list) => list.length),
  sum: whole(() => lists.sum),
  min: whole(() => lists.extreme(-1)),
  max: whole(() => lists.extreme(1)),
  average: whole(() => lists.average),
  flatten: whole(() => lists.flatten),
  'to-list': () => (value) =>
    value === undefined || value === null || Array.isArray(value) ? value : [value],
  upper: single(() => texts.upper),
  lower: single(() => texts.lower),
  'title-case': single(() => texts.titleCase),
  trim: single(() => texts.trim),
  shorten: single(({ length }) => texts.shorten(length)),
  replace: single(({ find, by }) => texts.replace(find, by)),
  'default-if-empty':
    ({ value: instead }) =>
    (value) =>
      isEmpty(value) ? instead : value,
  lookup: single(({ rows, otherwise }) => lookUp(rows, otherwise)),
  'json-to-text': () => (value) => (value === undefined ? undefined : texts.jsonToText(value)),
  'text-to-json': single(() => texts.textToJson),
  'base64-encode': single(() => texts.base64Encode),
  'base64-decode': single(() => texts.base64Decode),
  slug: single(() => texts.slug),
  'unique-id': () => (_value, frame) => nextId(frame),
  now: () => (_value, frame) => writeInstant(frame.context.now),
};
