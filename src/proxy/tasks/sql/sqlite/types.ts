/** SQLite's values as JSON, and what a column's declared type says of them. A column without one may hold anything. */
import { ownDescription, parseJson, type Json, type JsonSchema } from '../../../../shared/index.ts';

export interface ToldColumn {
  readonly name: string;
  /** As it was declared; null of an expression. */
  readonly type: string | null;
}

type Kind = 'boolean' | 'json' | 'date' | 'integer' | 'text' | 'bytes' | 'number' | 'any';

/** By the rules of SQLite's own documentation ("Determination Of Column Affinity"), with what people mean beyond them. */
function kindOf(declared: string | null): Kind {
  const type = (declared ?? '').toUpperCase();
  if (type === '' || type === 'ANY') return 'any';
  if (type.startsWith('BOOL')) return 'boolean';
  if (type.startsWith('JSON')) return 'json';
  if (type.includes('INT')) return 'integer';
  if (/CHAR|CLOB|TEXT|UUID/.test(type)) return 'text';
  if (type.includes('BLOB')) return 'bytes';
  if (type === 'DATE') return 'date';
  if (/DATE|TIME/.test(type)) return 'any';
  return 'number';
}

const shapes: Readonly<Record<Kind, JsonSchema>> = {
  boolean: { type: 'boolean' },
  json: {},
  date: { type: 'string', format: 'date' },
  integer: { type: 'integer' },
  text: { type: 'string' },
  bytes: { type: 'string', ...ownDescription('bytes') },
  number: { type: 'number' },
  any: {},
};

export function shapeOfDeclared(declared: string | null): JsonSchema {
  const type = (declared ?? '').toUpperCase();
  return /^(DATETIME|TIMESTAMP)/.test(type) ? { type: 'string' } : shapes[kindOf(declared)];
}

export function bindsOf(declared: string | null): 'plain' | 'json' | 'bytes' {
  const kind = kindOf(declared);
  return kind === 'json' || kind === 'bytes' ? kind : 'plain';
}

export function toJson(value: unknown, declared: string | null): Json {
  if (value === null || value === undefined) return null;
  if (typeof value === 'bigint') {
    const number = Number(value);
    if (kindOf(declared) === 'boolean' && (number === 0 || number === 1)) return number === 1;
    return Number.isSafeInteger(number) ? number : value;
  }
  if (value instanceof ArrayBuffer || value instanceof Uint8Array)
    return Buffer.from(value as ArrayBuffer).toString('base64');
  if (typeof value === 'string' && kindOf(declared) === 'json') {
    const read = parseJson(value);
    return read.ok ? read.value : value;
  }
  return typeof value === 'number' && !Number.isFinite(value) ? String(value) : (value as Json);
}
