/** MySQL's "no" as it would be in HTTP, with its own words and the columns that it names. */
import { RefusedError } from '../../../refusal.ts';
import { notDone } from '../../not-done.ts';
import { TaskRefused } from '../../transport.ts';
import type { Table } from '../database.ts';

/** By MySQL's and MariaDB's own numbers. */
const statuses: Readonly<Record<number, number>> = {
  1040: 503,
  1044: 403,
  1045: 401,
  1049: 404,
  1062: 409,
  1142: 403,
  1143: 403,
  1146: 404,
  1205: 503,
  1213: 503,
  1226: 429,
  1227: 403,
  1317: 504,
  1370: 403,
  1586: 409,
  1698: 401,
  1792: 403,
  1969: 504,
  3024: 504,
};
/** Numbers that tell of a value which does not fit: too long, out of range, of another kind, missing, not in the other table. */
const aboutValues: ReadonlySet<number> = new Set([
  1048, 1216, 1217, 1264, 1265, 1292, 1364, 1366, 1367, 1406, 1411, 1451, 1452, 1525, 1690, 3140,
  3819, 4025,
]);

interface Failure extends Error {
  readonly code?: string;
  readonly errno?: number;
  readonly sqlState?: string;
  readonly sqlMessage?: string;
}

/** What ended a sign-in: a certificate that is not trusted too, which the library gives a code of its own. */
export function asSignInRefused(cause: unknown, host: string): unknown {
  return cause instanceof Error && (cause as Failure).code === 'HANDSHAKE_SSL_ERROR'
    ? new RefusedError('proxy.certificate-not-trusted', { host }, { cause })
    : asRefused(cause, undefined);
}

/** What the database refused as `TaskRefused`; everything else as it came. */
export function asRefused(cause: unknown, table: Table | undefined): unknown {
  if (!(cause instanceof Error)) return cause;
  const { code = '', errno = 0, sqlState, sqlMessage } = cause as Failure;
  if (code === 'HANDSHAKE_NO_SSL_SUPPORT') return notDone('proxy.no-encrypted-line');
  if (sqlState === undefined || sqlMessage === undefined || errno === 0) return cause;
  const columns = columnsIn(sqlMessage, table);
  return new TaskRefused(statuses[errno] ?? (aboutValues.has(errno) ? 422 : 400), {
    // From here on the two give the same number to different things, and the library knows one of them.
    code: errno >= 4000 ? `ER_${String(errno)}` : code,
    sqlState,
    message: sqlMessage,
    ...(columns.length === 0 ? {} : { columns: [...columns] }),
  });
}

function columnsIn(message: string, table: Table | undefined): readonly string[] {
  const [, key] = /for key '(?:[^']*\.)?([^'.]+)'/.exec(message) ?? [];
  if (key !== undefined) return table?.keys.find(({ name }) => name === key)?.columns ?? [];
  const [, foreign] = /FOREIGN KEY \(([^)]+)\)/.exec(message) ?? [];
  if (foreign !== undefined)
    return [...foreign.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
  const [, column] =
    /(?:[Cc]olumn|Field) (?:`[^`]*`\.`[^`]*`\.)?['`]([^'`]+)['`]/.exec(message) ?? [];
  return column === undefined ? [] : [column];
}
