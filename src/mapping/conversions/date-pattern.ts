/**
 * Date patterns (`DD.MM.YYYY HH:mm`): writes and reads them in a given language. Words in [brackets] stand for
 * themselves. Tokens: YYYY YY · MMMM MMM MM M · DD D · dddd ddd · HH H hh h · mm m · ss s · SSS · A a · Z ZZ · X x.
 */
import { momentOf, offsetOf, type Moment } from './moment.ts';

const tokens =
  /\[([^\]]*)\]|YYYY|YY|MMMM|MMM|MM|M|DD|D|dddd|ddd|HH|H|hh|h|mm|m|ss|s|SSS|A|a|ZZ|Z|X|x/g;

/** Whether a text in this pattern says which day of which month of which year it is. */
export function saysDay(pattern: string): boolean {
  return isWholeDay([...pattern.matchAll(tokens)].map(([token]) => token));
}

/** Writes what the wall shows. `offset` is what `Z` writes. */
export function writePattern(
  pattern: string,
  wall: number,
  offset: number,
  locale: string,
): string {
  const date = new Date(wall);
  const besideDay = hasDay(pattern);
  return pattern.replace(
    tokens,
    (token: string, literal: string | undefined) =>
      literal ?? writers[token]?.(date, offset, locale, besideDay) ?? token,
  );
}

/**
 * Reads a text in this pattern, all of it; undefined when it does not fit, or when the pattern leaves open which day,
 * month or year it is.
 */
export function readPattern(pattern: string, text: string, locale: string): Moment | undefined {
  const reader = readerOf(pattern, locale);
  if (!reader.isWhole) return undefined;
  const found = reader.expression.exec(text.trim().normalize('NFC'));
  if (found === null) return undefined;
  const parts = { year: 1970, month: 1, day: 1, hour: 0, minute: 0, second: 0, millisecond: 0 };
  let offset: number | undefined;
  let afternoon: boolean | undefined;
  let instant: number | undefined;
  let isNowhere = false;
  reader.names.forEach((token, at) => {
    const value = found[at + 1] ?? '';
    const number = Number(value);
    if (token === 'YYYY') parts.year = number;
    else if (token === 'YY') parts.year = number + (number < 70 ? 2000 : 1900);
    else if (token === 'MMMM')
      parts.month = (monthNames(locale, 'long').indexOf(value.toLowerCase()) % 12) + 1;
    else if (token === 'MMM')
      parts.month = (monthNames(locale, 'short').indexOf(value.toLowerCase()) % 12) + 1;
    else if (token === 'MM' || token === 'M') parts.month = number;
    else if (token === 'DD' || token === 'D') parts.day = number;
    else if (/^[Hh]+$/.test(token)) parts.hour = number;
    else if (token === 'mm' || token === 'm') parts.minute = number;
    else if (token === 'ss' || token === 's') parts.second = number;
    else if (token === 'SSS') parts.millisecond = number;
    else if (token === 'A' || token === 'a') afternoon = value.toLowerCase() === 'pm';
    else if (token === 'Z' || token === 'ZZ') {
      offset = offsetOf(value);
      isNowhere = offset === undefined;
    } else if (token === 'X') instant = number * 1000;
    else if (token === 'x') instant = number;
  });
  if (isNowhere) return undefined;
  if (instant !== undefined)
    return Math.abs(instant) > 8.64e15 ? undefined : { wall: instant, offset: 0, dayOnly: false };
  if (afternoon !== undefined) {
    if (parts.hour < 1 || parts.hour > 12) return undefined;
    parts.hour = (parts.hour % 12) + (afternoon ? 12 : 0);
  }
  return momentOf({ ...parts, offset, dayOnly: !reader.hasTime });
}

const two = (value: number): string => String(value).padStart(2, '0');
const named = (date: Date, locale: string, options: Intl.DateTimeFormatOptions): string =>
  formatOf(locale, options).format(date);
const hour12 = (date: Date): number => date.getUTCHours() % 12 || 12;
const writeOffset = (offset: number, colon: string): string =>
  `${offset < 0 ? '-' : '+'}${two(Math.floor(Math.abs(offset) / 60))}${colon}${two(Math.abs(offset) % 60)}`;

type Write = (date: Date, offset: number, locale: string, besideDay: boolean) => string;

const writers: Readonly<Record<string, Write>> = {
  YYYY: (date) => String(date.getUTCFullYear()).padStart(4, '0'),
  YY: (date) => two(date.getUTCFullYear() % 100),
  MMMM: (date, _offset, locale, besideDay) => monthName(date, locale, 'long', besideDay),
  MMM: (date, _offset, locale, besideDay) => monthName(date, locale, 'short', besideDay),
  MM: (date) => two(date.getUTCMonth() + 1),
  M: (date) => String(date.getUTCMonth() + 1),
  DD: (date) => two(date.getUTCDate()),
  D: (date) => String(date.getUTCDate()),
  dddd: (date, _offset, locale) => named(date, locale, { weekday: 'long' }),
  ddd: (date, _offset, locale) => named(date, locale, { weekday: 'short' }),
  HH: (date) => two(date.getUTCHours()),
  H: (date) => String(date.getUTCHours()),
  hh: (date) => two(hour12(date)),
  h: (date) => String(hour12(date)),
  mm: (date) => two(date.getUTCMinutes()),
  m: (date) => String(date.getUTCMinutes()),
  ss: (date) => two(date.getUTCSeconds()),
  s: (date) => String(date.getUTCSeconds()),
  SSS: (date) => String(date.getUTCMilliseconds()).padStart(3, '0'),
  A: (date) => (date.getUTCHours() < 12 ? 'AM' : 'PM'),
  a: (date) => (date.getUTCHours() < 12 ? 'am' : 'pm'),
  Z: (_date, offset) => writeOffset(offset, ':'),
  ZZ: (_date, offset) => writeOffset(offset, ''),
  X: (date, offset) => String(Math.floor((date.getTime() - offset * 60_000) / 1000)),
  x: (date, offset) => String(date.getTime() - offset * 60_000),
};

const patterns: Readonly<Record<string, string>> = {
  YYYY: '(\\d{4})',
  YY: '(\\d{2})',
  MM: '(\\d{2})',
  M: '(\\d{1,2})',
  DD: '(\\d{2})',
  D: '(\\d{1,2})',
  HH: '(\\d{2})',
  H: '(\\d{1,2})',
  hh: '(\\d{2})',
  h: '(\\d{1,2})',
  mm: '(\\d{2})',
  m: '(\\d{1,2})',
  ss: '(\\d{2})',
  s: '(\\d{1,2})',
  SSS: '(\\d{3})',
  A: '([AaPp][Mm])',
  a: '([AaPp][Mm])',
  Z: '([Zz]|[+-]\\d{2}:?\\d{2})',
  ZZ: '([Zz]|[+-]\\d{2}:?\\d{2})',
  X: '(-?\\d{1,12})',
  x: '(-?\\d{1,16})',
};

interface Reader {
  readonly expression: RegExp;
  readonly names: readonly string[];
  readonly hasTime: boolean;
  /** It says day, month and year. */
  readonly isWhole: boolean;
}
const readers = new Map<string, Reader>();

function readerOf(pattern: string, locale: string): Reader {
  const key = `${locale} ${pattern}`;
  const known = readers.get(key);
  if (known !== undefined) return known;
  const names: string[] = [];
  let source = '';
  let end = 0;
  for (const match of pattern.matchAll(tokens)) {
    const [token, literal] = match;
    source += escape(pattern.slice(end, match.index));
    end = match.index + token.length;
    if (literal !== undefined) source += escape(literal);
    else if (token === 'dddd' || token === 'ddd')
      source += `(?:${weekdayNames(locale, token === 'dddd' ? 'long' : 'short')
        .map(escape)
        .join('|')}|\\p{L}+\\.?)`;
    else {
      names.push(token);
      source +=
        patterns[token] ??
        `(${monthNames(locale, token === 'MMMM' ? 'long' : 'short')
          .map(escape)
          .join('|')})`;
    }
  }
  source += escape(pattern.slice(end));
  const reader: Reader = {
    expression: new RegExp(`^${source}$`, 'iu'),
    names,
    hasTime: names.some((token) => /^[HhXx]/.test(token)),
    isWhole: isWholeDay(names),
  };
  readers.set(key, reader);
  return reader;
}

function isWholeDay(names: readonly string[]): boolean {
  return (
    names.some((token) => /^[Xx]/.test(token)) ||
    ['Y', 'M', 'D'].every((part) => names.some((token) => token.startsWith(part)))
  );
}

function escape(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

function hasDay(pattern: string): boolean {
  return pattern.replace(/\[[^\]]*\]/g, '').includes('D');
}

/** Some languages have a form of its own beside a day (`1 maja`, and `maj` alone). */
function monthName(
  date: Date,
  locale: string,
  month: 'long' | 'short',
  besideDay: boolean,
): string {
  const alone = named(date, locale, { month });
  if (!besideDay) return alone;
  const parts = formatOf(locale, { month, day: 'numeric' }).formatToParts(date);
  const beside = parts.find(({ type }) => type === 'month')?.value ?? '';
  return /\p{L}/u.test(beside) ? beside : alone;
}

const months = new Map<string, readonly string[]>();

/** In small letters: the twelve beside a day, then the twelve alone. */
function monthNames(locale: string, month: 'long' | 'short'): readonly string[] {
  const key = `${locale} ${month}`;
  let names = months.get(key);
  if (names === undefined) {
    names = [true, false].flatMap((besideDay) =>
      Array.from({ length: 12 }, (_, at) =>
        monthName(new Date(Date.UTC(2024, at, 15)), locale, month, besideDay).toLowerCase(),
      ),
    );
    months.set(key, names);
  }
  return names;
}

/** As they are written; any other word is read as one too, for it does not say which day it is. */
function weekdayNames(locale: string, weekday: 'long' | 'short'): readonly string[] {
  return Array.from({ length: 7 }, (_, at) =>
    named(new Date(Date.UTC(2024, 0, at + 1)), locale, { weekday }),
  );
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  let format = formats.get(key);
  if (format === undefined) {
    format = new Intl.DateTimeFormat(safeLocale(locale), { ...options, timeZone: 'UTC' });
    formats.set(key, format);
  }
  return format;
}

/** A language that nobody knows (a typo in the flow) is read as English rather than stopping the run. */
function safeLocale(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? 'en';
  } catch {
    return 'en';
  }
}
