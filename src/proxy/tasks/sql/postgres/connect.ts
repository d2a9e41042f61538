/**
 * PostgreSQL, over a socket that `ask.dial` gave.
 *
 * 1. The library gets the options below and no others; environment variables and password files are not asked.
 * 2. TLS comes on top of the vetted socket, and the certificate is held against the name that the person typed.
 * 3. Times are UTC in ISO form, whatever the server's settings are.
 */
import { Client, type FieldDef } from 'pg';
import type Cursor from 'pg-cursor';
import type { JsonObject } from '../../../../shared/index.ts';
import type { TaskAsk } from '../../transport.ts';
import type { Database, SqlText, Table } from '../database.ts';
import { createPacer } from '../pacer.ts';
import { openLine, signInOf } from '../sign-in.ts';
import { configOf, guarded, withoutEnvironment } from './connection-options.ts';
import { describeStatement } from './describe-statement.ts';
import { postgres } from './dialect.ts';
import { asRefused } from './refusals.ts';
import { readTable, readTables } from './schema.ts';
import { sendCancel } from './send-cancel.ts';
import { toJson, toParameter } from './types.ts';

const setUp = [
  "SET datestyle = 'ISO'",
  "SET timezone = 'UTC'",
  "SET intervalstyle = 'iso_8601'",
  "SET bytea_output = 'hex'",
  'SET standard_conforming_strings = on',
  "SET client_encoding = 'UTF8'",
].join('; ');

/** Rejects with `RefusedError` where the server cannot be reached, `TaskRefused` where it says no. */
export async function connectPostgres(ask: TaskAsk): Promise<Database> {
  const signIn = signInOf(ask.origin, ask.values);
  const socket = await openLine(ask, signIn);
  const client = withoutEnvironment(new Client(configOf(signIn, socket)));
  const scale = guarded(connectionOf(client), signIn.host);
  let isOpen = true;
  // A server that goes away says so here first; the statement under way fails by itself.
  client.on('error', () => (isOpen = false));
  const ended = new Promise<void>((resolve) => {
    client.on('end', () => {
      isOpen = false;
      resolve();
    });
  });
  const onAbort = (): void => void socket.destroy();
  ask.signal.addEventListener('abort', onAbort, { once: true });
  try {
    await client.connect();
    await client.query(setUp);
  } catch (cause) {
    socket.destroy();
    ask.signal.throwIfAborted();
    throw asRefused(cause);
  } finally {
    ask.signal.removeEventListener('abort', onAbort);
  }
  // Loaded after `pg`, whose parts it takes.
  const { default: CursorOf } = await import('pg-cursor');

  const tables = new Map<string, Table>();
  /** A statement that gives a few rows, of ours. */
  const rows = async (text: string, values: readonly unknown[] = []): Promise<JsonObject[]> => {
    scale.reset();
    try {
      const { rows: found } = await client.query<JsonObject>(text, [...values]);
      return found;
    } catch (cause) {
      throw asRefused(cause);
    }
  };

  async function* run({ text, values }: SqlText): AsyncGenerator<JsonObject[], number, undefined> {
    const cursor = client.query(
      new CursorOf<unknown[]>(text, values.map(toParameter), {
        rowMode: 'array',
        types: { getTypeParser: () => (value: string) => value },
      }),
    );
    const pacer = createPacer();
    let changed = 0;
    cursor.once('end', (result: { rowCount: number | null }) => (changed = result.rowCount ?? 0));
    try {
      for (;;) {
        scale.reset();
        const found = await readCursor(cursor, pacer.next());
        if (found.rows.length === 0) break;
        pacer.note(found.rows);
        yield found.rows.map((row) => toRow(row as (string | null)[], found.fields));
      }
    } catch (cause) {
      throw asRefused(cause);
    } finally {
      // A connection that is gone never says that the cursor is closed.
      if (isOpen) await Promise.race([cursor.close().catch(() => undefined), ended]);
    }
    return changed;
  }

  return {
    dialect: postgres,
    hasSession: true,
    facts: async () => {
      const [found] = await rows(
        `SELECT current_user AS "user", current_database() AS "database",
                split_part(current_setting('server_version'), ' ', 1) AS version`,
      );
      const text = (name: string): string => String(found?.[name] ?? '');
      return {
        user: text('user'),
        database: text('database'),
        version: `PostgreSQL ${text('version')}`,
      };
    },
    tables: () => readTables(rows),
    async table(name) {
      const known = tables.get(name);
      if (known !== undefined) return known;
      const table = await readTable(rows, name);
      if (table !== undefined) tables.set(name, table);
      return table;
    },
    async shapeOf(text) {
      scale.reset();
      try {
        return await describeStatement(client, text);
      } catch (cause) {
        throw asRefused(cause);
      }
    },
    async begin(mayWrite) {
      await rows(`BEGIN ${mayWrite ? 'READ WRITE' : 'READ ONLY'}`);
    },
    async commit() {
      await rows('COMMIT');
    },
    async rollback() {
      await rows('ROLLBACK');
    },
    run,
    lastKey: () => Promise.resolve(undefined),
    isOpen: () => isOpen && !socket.destroyed,
    rest: (isResting) => void (isResting ? socket.unref() : socket.ref()),
    stop: () => sendCancel(ask, signIn, client),
    async close() {
      isOpen = false;
      // Said without waiting: whoever hangs must not make us hang.
      void client.end().catch(() => undefined);
      setTimeout(() => socket.destroy(), lingerMs).unref();
      await Promise.resolve();
    },
  };
}

const lingerMs = 1_000;

/** Its types leave it out. */
function connectionOf(client: Client): object {
  return (client as unknown as { connection: object }).connection;
}

function readCursor(
  cursor: Cursor<unknown[]>,
  count: number,
): Promise<{ rows: unknown[][]; fields: readonly FieldDef[] }> {
  return new Promise((resolve, reject) => {
    cursor.read(count, (cause, rows, result) => {
      if (cause !== null && cause !== undefined) reject(cause);
      else resolve({ rows, fields: result?.fields ?? [] });
    });
  });
}

function toRow(values: readonly (string | null)[], fields: readonly FieldDef[]): JsonObject {
  return Object.fromEntries(
    fields.map(({ name, dataTypeID, dataTypeModifier }, at) => [
      name,
      toJson(values[at] ?? null, dataTypeID, dataTypeModifier),
    ]),
  );
}
