/** PostgreSQL's "no" as it would be in HTTP, with its own words and the columns that it means. */
import { DatabaseError } from 'pg';
import type { JsonObject } from '../../../../shared/index.ts';
import { notDone } from '../../not-done.ts';
import { TaskRefused } from '../../transport.ts';

/** By the state itself, else by its class (its first two signs). */
const statuses: Readonly<Record<string, number>> = {
  '08': 503,
  '0A': 400,
  '22': 422,
  '23': 422,
  '23505': 409,
  '23P01': 409,
  '25006': 403,
  '28': 401,
  '3D': 404,
  '3F': 404,
  '40': 503,
  '42': 400,
  '42501': 403,
  '42P01': 404,
  '53': 503,
  '54': 413,
  '55': 503,
  '57': 503,
  '57014': 504,
  XX: 500,
};

/** What the database refused as `TaskRefused`; everything else as it came. */
export function asRefused(cause: unknown): unknown {
  if (cause instanceof DatabaseError && /^[0-9A-Z]{5}$/.test(cause.code ?? '')) {
    const code = cause.code ?? '';
    return new TaskRefused(statuses[code] ?? statuses[code.slice(0, 2)] ?? 400, bodyOf(cause));
  }
  if (cause instanceof Error && cause.message === 'The server does not support SSL connections')
    return notDone('proxy.no-encrypted-line');
  return cause;
}

function bodyOf(cause: DatabaseError): JsonObject {
  const { code, message, detail, hint, table, column, constraint } = cause;
  const columns = column === undefined ? columnsIn(detail ?? '') : [column];
  const said = { code, message, detail, hint, table, constraint };
  return {
    ...Object.fromEntries(
      Object.entries(said).filter((entry): entry is [string, string] => entry[1] !== undefined),
    ),
    ...(columns.length === 0 ? {} : { columns: [...columns] }),
  };
}

/** `Key (eid, uid)=(…) already exists.` */
function columnsIn(detail: string): readonly string[] {
  const [, names = ''] = /^Key \((.+?)\)=/.exec(detail) ?? [];
  return names
    .split(',')
    .map((name) => name.trim().replaceAll(/^"|"$/g, ''))
    .filter((name) => name !== '' && !name.includes('('));
}
