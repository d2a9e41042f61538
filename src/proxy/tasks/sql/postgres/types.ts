/** PostgreSQL's texts as JSON and back, exactly, and what its types look like as a schema. */
import pg from 'pg';
import {
  ownDescription,
  ownTitle,
  isJsonList,
  isJsonObject,
  parseJson,
  writeJson,
  type Json,
  type JsonSchema,
} from '../../../../shared/index.ts';
import type { Column } from '../database.ts';
import { exactNumber, wholeNumber } from '../numbers.ts';

type Read = (text: string, modifier: number) => Json;
interface Type {
  readonly shape: JsonSchema | ((modifier: number) => JsonSchema);
  readonly read: Read;
}

const text: Read = (value) => value;
const readFloat: Read = (value) => (Number.isFinite(Number(value)) ? Number(value) : value);
const readJson: Read = (value) => {
  const read = parseJson(value);
  return read.ok ? read.value : value;
};
/** "2026-05-06 07:08:09.5+00" -> "2026-05-06T07:08:09.5Z". "infinity" and years before Christ stay as they are. */
const readMoment: Read = (value) => value.replace(' ', 'T').replace(/\+00(?::00)?$/, 'Z');
const readLocalMoment: Read = (value) => (value.endsWith('BC') ? value : value.replace(' ', 'T'));
const readBytes: Read = (value) => Buffer.from(value.slice(2), 'hex').toString('base64');

const headerSize = 4;
const precisionOf = (modifier: number): number | undefined =>
  modifier < headerSize ? undefined : (modifier - headerSize) >> 16;
const scaleOf = (modifier: number): number => (modifier - headerSize) & 0x7ff;
const keptDigits = 15;

function numericShape(modifier: number): JsonSchema {
  const precision = precisionOf(modifier);
  if (precision === undefined) return longNumber;
  if (precision > keptDigits) return longNumber;
  return { type: scaleOf(modifier) === 0 ? 'integer' : 'number' };
}
const longNumber: JsonSchema = {
  type: ['number', 'string'],
  ...ownDescription('long-number'),
};

function textShape(modifier: number): JsonSchema {
  return modifier > headerSize
    ? { type: 'string', maxLength: modifier - headerSize }
    : { type: 'string' };
}

const whole = (bits: 16 | 32 | 64): Type => ({
  shape:
    bits === 64
      ? { type: 'integer' }
      : { type: 'integer', minimum: -(2 ** (bits - 1)), maximum: 2 ** (bits - 1) - 1 },
  read: wholeNumber,
});

const base64Bytes: JsonSchema = { type: 'string', ...ownDescription('bytes') };

/** By the type's number in `pg_type`; these are fixed. */
const types: Readonly<Record<number, Type>> = {
  16: { shape: { type: 'boolean' }, read: (value) => value === 't' },
  17: { shape: base64Bytes, read: readBytes },
  20: whole(64),
  21: whole(16),
  23: whole(32),
  26: { shape: { type: 'integer', minimum: 0 }, read: wholeNumber },
  114: { shape: {}, read: readJson },
  700: { shape: { type: 'number' }, read: readFloat },
  701: { shape: { type: 'number' }, read: readFloat },
  1042: { shape: textShape, read: text },
  1043: { shape: textShape, read: text },
  1082: { shape: { type: 'string', format: 'date' }, read: text },
  1083: { shape: { type: 'string' }, read: text },
  1114: {
    shape: { type: 'string', ...ownDescription('local-moment') },
    read: readLocalMoment,
  },
  1184: { shape: { type: 'string', format: 'date-time' }, read: readMoment },
  1700: { shape: numericShape, read: exactNumber },
  2950: { shape: { type: 'string', format: 'uuid' }, read: text },
  3802: { shape: {}, read: readJson },
};

/** The type of a list's entries. */
const listTypes: Readonly<Record<number, number>> = {
  1000: 16,
  1001: 17,
  1005: 21,
  1007: 23,
  1016: 20,
  1009: 25,
  1015: 1043,
  1021: 700,
  1022: 701,
  1115: 1114,
  1182: 1082,
  1185: 1184,
  1231: 1700,
  2951: 2950,
  199: 114,
  3807: 3802,
};

export function toJson(value: string | null, type: number, modifier: number): Json {
  if (value === null) return null;
  const entryType = listTypes[type];
  if (entryType !== undefined) return listEntries(splitList(value), entryType);
  return (types[type]?.read ?? text)(value, modifier);
}

export function shapeOfType(type: number, modifier: number): JsonSchema {
  const entryType = listTypes[type];
  if (entryType !== undefined)
    return { type: 'array', items: { ...ownTitle('entry'), ...shapeOfType(entryType, -1) } };
  const known = types[type]?.shape ?? { type: 'string' };
  return typeof known === 'function' ? known(modifier) : known;
}

/** How a value of the type is handed over, and the entries of a list. */
export function bindingOf(type: number): Pick<Column, 'binds' | 'entries'> {
  const entryType = listTypes[type];
  if (entryType === undefined) return { binds: ownBinding(type) };
  const entries = ownBinding(entryType);
  return { binds: 'list', ...(entries === 'plain' ? {} : { entries }) };
}

function ownBinding(type: number): 'plain' | 'json' | 'bytes' {
  if (type === 17) return 'bytes';
  return type === 114 || type === 3802 ? 'json' : 'plain';
}

/** What the library binds: texts, as the server reads them for the type of the place they stand in. */
export function toParameter(value: Json): unknown {
  if (value === null) return null;
  if (isJsonList(value)) return value.map(toParameter);
  if (isJsonObject(value)) {
    const { base64, ...rest } = value;
    return typeof base64 === 'string' && Object.keys(rest).length === 0
      ? Buffer.from(base64, 'base64')
      : writeJson(value);
  }
  return String(value);
}

/** The library's reader for a list of texts, which all lists are at first. */
const splitList = pg.types.getTypeParser(1009 as never) as (value: string) => unknown;

function listEntries(entries: unknown, type: number): Json {
  if (Array.isArray(entries)) return entries.map((entry: unknown) => listEntries(entry, type));
  return typeof entries === 'string' ? toJson(entries, type, -1) : null;
}
