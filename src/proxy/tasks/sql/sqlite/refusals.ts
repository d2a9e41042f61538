/** SQLite's "no" as it would be in HTTP, with its own words and the columns that it names. */
import { RefusedError, type RefusalCode } from '../../../refusal.ts';
import { notDone } from '../../not-done.ts';
import { TaskRefused } from '../../transport.ts';
import { rowMegabytes, SqliteFailure } from './host-process.ts';

/** By the whole code, else by its first two words. */
const statuses: Readonly<Record<string, number>> = {
  SQLITE_CONSTRAINT: 422,
  SQLITE_CONSTRAINT_UNIQUE: 409,
  SQLITE_CONSTRAINT_PRIMARYKEY: 409,
  SQLITE_MISMATCH: 422,
  SQLITE_RANGE: 422,
  SQLITE_TOOBIG: 413,
  SQLITE_BUSY: 503,
  SQLITE_LOCKED: 503,
  SQLITE_FULL: 503,
  SQLITE_READONLY: 403,
  SQLITE_PERM: 403,
  SQLITE_AUTH: 403,
  SQLITE_CANTOPEN: 403,
  SQLITE_NOTADB: 422,
  SQLITE_CORRUPT: 500,
  SQLITE_IOERR: 500,
};

/** Plainer than the library's own words, where those say little. */
const words: Readonly<Record<string, RefusalCode>> = {
  SQLITE_NOTADB: 'proxy.file-no-database',
  SQLITE_BUSY: 'proxy.file-in-use',
};

export function asRefused(cause: unknown, name: string): unknown {
  if (!(cause instanceof SqliteFailure)) return cause;
  const { code, message } = cause;
  if (code === 'ROW_TOO_HEAVY')
    return new RefusedError('proxy.rows-too-heavy', { host: name, megabytes: rowMegabytes });
  if (code === 'REACHES_OUTSIDE')
    return notDone('proxy.statement-reaches-outside', { name: message });
  const family = code.split('_').slice(0, 2).join('_');
  const own = words[family];
  if (own !== undefined) return notDone(own, { file: name });
  const columns = columnsIn(message);
  return new TaskRefused(statuses[code] ?? statuses[family] ?? 400, {
    code,
    message,
    ...(columns.length === 0 ? {} : { columns: [...columns] }),
  });
}

/** `UNIQUE constraint failed: orders.year, orders.number`. */
function columnsIn(message: string): readonly string[] {
  const [, names] = /^(?:UNIQUE|NOT NULL) constraint failed: (.+)$/.exec(message) ?? [];
  return (names ?? '')
    .split(', ')
    .map((name) => name.split('.').slice(1).join('.'))
    .filter((name) => name !== '');
}
