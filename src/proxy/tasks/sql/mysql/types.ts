/** MySQL's values as JSON and back, exactly, and what its types look like as a schema. */
import {
  ownDescription,
  isJsonList,
  isJsonObject,
  parseJson,
  writeJson,
  type Json,
  type JsonSchema,
} from '../../../../shared/index.ts';
import { exactNumber, wholeNumber } from '../numbers.ts';

/** A column of a result, as the server tells it. */
export interface Field {
  readonly name: string;
  readonly columnType: number;
  readonly columnLength: number;
  readonly characterSet: number;
  readonly flags: number | readonly string[];
}

const binary = 63;
const code = {
  decimal: 0,
  tiny: 1,
  float: 4,
  double: 5,
  timestamp: 7,
  longlong: 8,
  date: 10,
  datetime: 12,
  bit: 16,
  json: 245,
  newDecimal: 246,
  wholes: new Set([1, 2, 3, 8, 9, 13]),
  bytes: new Set([249, 250, 251, 252, 253, 254]),
} as const;

export function toJson(value: unknown, field: Field): Json {
  if (value === null || value === undefined) return null;
  const { columnType, columnLength } = field;
  if (Buffer.isBuffer(value)) {
    // BIT(1) is how a yes or no is kept, too.
    if (columnType === code.bit && columnLength === 1) return value[0] === 1;
    return value.toString('base64');
  }
  if (columnType === code.tiny && columnLength === 1 && (value === 0 || value === 1))
    return value === 1;
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  const text = String(value as string);
  if (code.wholes.has(columnType)) return wholeNumber(text);
  if (columnType === code.decimal || columnType === code.newDecimal) return exactNumber(text);
  if (columnType === code.timestamp) return `${text.replace(' ', 'T')}Z`;
  if (columnType === code.datetime) return text.replace(' ', 'T');
  if (columnType === code.json) {
    const read = parseJson(text);
    return read.ok ? read.value : text;
  }
  return text;
}

export function shapeOfField(field: Field): JsonSchema {
  const { columnType, columnLength, characterSet } = field;
  if ((columnType === code.tiny || columnType === code.bit) && columnLength === 1)
    return { type: 'boolean' };
  if (code.wholes.has(columnType)) return { type: 'integer' };
  if (columnType === code.float || columnType === code.double) return { type: 'number' };
  if (columnType === code.decimal || columnType === code.newDecimal) return longNumber;
  if (columnType === code.timestamp) return { type: 'string', format: 'date-time' };
  if (columnType === code.date) return { type: 'string', format: 'date' };
  if (columnType === code.json) return {};
  return code.bytes.has(columnType) && characterSet === binary ? bytes : { type: 'string' };
}

const longNumber: JsonSchema = {
  type: ['number', 'string'],
  ...ownDescription('long-number'),
};
const bytes: JsonSchema = { type: 'string', ...ownDescription('bytes') };
const keptDigits = 15;

/** A column of a table, as `information_schema` tells it. */
export interface DeclaredType {
  readonly kind: string;
  /** With length and choices: `enum('a','b')`. */
  readonly whole: string;
  readonly length: number | undefined;
  readonly precision: number | undefined;
  readonly scale: number | undefined;
}

export function shapeOfDeclared({
  kind,
  whole,
  length,
  precision,
  scale,
}: DeclaredType): JsonSchema {
  switch (kind) {
    case 'tinyint':
      return whole.startsWith('tinyint(1)') ? { type: 'boolean' } : { type: 'integer' };
    case 'bit':
      return whole === 'bit(1)' ? { type: 'boolean' } : bytes;
    case 'smallint':
    case 'mediumint':
    case 'int':
    case 'bigint':
    case 'year':
      return { type: 'integer', ...(whole.includes('unsigned') && { minimum: 0 }) };
    case 'float':
    case 'double':
      return { type: 'number' };
    case 'decimal':
      return (precision ?? 0) > keptDigits
        ? longNumber
        : { type: scale === 0 ? 'integer' : 'number' };
    case 'char':
    case 'varchar':
      return { type: 'string', ...(length !== undefined && { maxLength: length }) };
    case 'enum':
      return { type: 'string', enum: choicesIn(whole) };
    case 'date':
      return { type: 'string', format: 'date' };
    case 'timestamp':
      return { type: 'string', format: 'date-time' };
    case 'datetime':
      return { type: 'string', ...ownDescription('local-moment') };
    case 'json':
      return {};
    case 'binary':
    case 'varbinary':
    case 'tinyblob':
    case 'blob':
    case 'mediumblob':
    case 'longblob':
      return bytes;
    default:
      return { type: 'string' };
  }
}

export function bindsOf({ kind }: DeclaredType): 'plain' | 'json' | 'bytes' | 'moment' {
  if (kind === 'json') return 'json';
  if (kind === 'timestamp' || kind === 'datetime') return 'moment';
  return kind.endsWith('blob') || kind.endsWith('binary') ? 'bytes' : 'plain';
}

function choicesIn(whole: string): string[] {
  return [...whole.matchAll(/'((?:[^']|'')*)'/g)].map(([, choice = '']) =>
    choice.replaceAll("''", "'"),
  );
}

/** What the library binds: texts, as the server reads them for the type of the place they stand in. */
export function toParameter(value: Json): unknown {
  if (typeof value === 'bigint') return String(value);
  if (isJsonObject(value)) {
    const { base64 } = value;
    return typeof base64 === 'string' ? Buffer.from(base64, 'base64') : null;
  }
  return isJsonList(value) ? writeJson(value) : value;
}

export function sizeOf(row: readonly unknown[]): number {
  return row.reduce<number>(
    (sum, value) =>
      sum + (typeof value === 'string' || Buffer.isBuffer(value) ? value.length : 8) + 4,
    0,
  );
}
