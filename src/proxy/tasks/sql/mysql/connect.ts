/**
 * MySQL and MariaDB, over a socket that `ask.dial` gave.
 *
 * 1. The library gets the options below and no others. One statement at a time, no code made at run time, no files of
 *    this computer for a server that asks for them.
 * 2. TLS comes on top of the vetted socket, and the certificate is held against the name that the person typed.
 * 3. The library's own end of a connection waits for the server: the socket is destroyed beside it.
 * 4. Times are UTC, and what does not fit is refused instead of cut, whatever the server's settings are.
 */
import { createConnection, type Connection, type ConnectionOptions } from 'mysql2';
import type { Duplex, Readable } from 'node:stream';
import type { Json, JsonObject } from '../../../../shared/index.ts';
import type { Connection as Socket } from '../../../egress/dial.ts';
import { shownOrigin } from '../../../origins.ts';
import type { TaskAsk } from '../../transport.ts';
import { pageBytes, pageRows, type Database, type SqlText, type Table } from '../database.ts';
import { createScale } from '../scale.ts';
import { openLine, signInOf, type SignIn } from '../sign-in.ts';
import { mysql } from './dialect.ts';
import { asRefused, asSignInRefused } from './refusals.ts';
import { readTable, readTables } from './schema.ts';
import { shapeOfField, sizeOf, toJson, toParameter, type Field } from './types.ts';

const setUp =
  "SET SESSION sql_mode = 'STRICT_ALL_TABLES,NO_ENGINE_SUBSTITUTION', time_zone = '+00:00'";
const connectMs = 15_000;
const cancelMs = 5_000;
/** So few, because a row may weigh what the server lets a packet weigh (mostly 16 MB). */
const rowsAhead = 4;

/** Rejects with `RefusedError` where the server cannot be reached, `TaskRefused` where it says no. */
export async function connectMysql(ask: TaskAsk): Promise<Database> {
  const signIn = signInOf(ask.origin, ask.values);
  const socket = await openLine(ask, signIn);
  const connection = await signedIn(signIn, socket, ask.signal);
  let isOpen = true;
  connection.on('error', () => (isOpen = false));
  connection.on('end', () => (isOpen = false));
  const scale = createScale(shownOrigin(ask.origin));
  let stopped: Error | undefined;
  const { stream } = connection as unknown as { readonly stream: Duplex };
  stream.on('data', (bytes: Buffer) => {
    stopped ??= scale.add(bytes.length);
    if (stopped !== undefined) stream.destroy(stopped);
  });
  const tables = new Map<string, Table>();
  let current: Table | undefined;
  let insertId: Json = 0;

  async function* run({ text, values }: SqlText): AsyncGenerator<JsonObject[], number, undefined> {
    scale.reset();
    const statement = connection.execute(text, values.map(toParameter) as never) as unknown as {
      stream(options: { highWaterMark: number }): Readable;
      once(event: 'fields', then: (fields: readonly Field[] | undefined) => void): void;
    };
    let fields: readonly Field[] = [];
    statement.once('fields', (told) => (fields = told ?? []));
    const rows = statement.stream({ highWaterMark: rowsAhead });
    // The library leaves a statement waiting whose connection is lost.
    const onLost = (): void => void rows.destroy(stopped ?? new Error('the connection was lost'));
    socket.once('close', onLost);
    let page: JsonObject[] = [];
    let bytes = 0;
    let changed = 0;
    try {
      for await (const row of rows as AsyncIterable<unknown[] | Header>) {
        if (!Array.isArray(row)) {
          changed = row.affectedRows;
          insertId = toId(row.insertId);
          continue;
        }
        page.push(toRow(row, fields));
        bytes += sizeOf(row);
        if (page.length < pageRows && bytes < pageBytes) continue;
        yield page;
        scale.reset();
        page = [];
        bytes = 0;
      }
    } catch (cause) {
      throw asRefused(cause, current);
    } finally {
      socket.removeListener('close', onLost);
    }
    if (page.length > 0) yield page;
    return changed;
  }

  const rows = async (text: string, values: readonly Json[] = []): Promise<JsonObject[]> => {
    const found: JsonObject[] = [];
    for await (const page of run({ text, values })) found.push(...page);
    return found;
  };
  /** What is no statement to prepare. */
  const plain = (text: string): Promise<void> =>
    new Promise((resolve, reject) => {
      scale.reset();
      connection.query(text, (cause) => {
        if (cause === null) resolve();
        else reject(asRefused(cause, undefined) as Error);
      });
    });

  const onAbort = (): void => void socket.destroy();
  ask.signal.addEventListener('abort', onAbort, { once: true });
  try {
    ask.signal.throwIfAborted();
    await plain(setUp);
  } catch (cause) {
    end(connection, socket);
    ask.signal.throwIfAborted();
    throw cause;
  } finally {
    ask.signal.removeEventListener('abort', onAbort);
  }

  return {
    dialect: mysql,
    hasSession: true,
    async facts() {
      const [found] = await rows(
        "SELECT SUBSTRING_INDEX(CURRENT_USER(), '@', 1) AS user, DATABASE() AS db, VERSION() AS version",
      );
      const version = String(found?.['version'] as string);
      return {
        user: String(found?.['user'] as string),
        database: String((found?.['db'] ?? '') as string),
        version: `${/mariadb/i.test(version) ? 'MariaDB' : 'MySQL'} ${version.split('-')[0] ?? ''}`,
      };
    },
    tables: () => readTables(rows),
    async table(name) {
      current = tables.get(name) ?? (await readTable(rows, name));
      if (current !== undefined) tables.set(name, current);
      return current;
    },
    shapeOf: (text) =>
      new Promise((resolve, reject) => {
        scale.reset();
        connection.prepare(text, (cause, prepared) => {
          if (cause !== null) return reject(asRefused(cause, undefined) as Error);
          const { columns, parameters } = prepared as unknown as {
            columns: readonly Field[];
            parameters: readonly unknown[];
          };
          prepared.close();
          resolve({
            columns: columns.map((field) => ({ name: field.name, shape: shapeOfField(field) })),
            // The server tells how many there are, not of what kind.
            parameters: parameters.map(() => undefined),
          });
        });
      }),
    begin: (mayWrite) => plain(`START TRANSACTION ${mayWrite ? 'READ WRITE' : 'READ ONLY'}`),
    commit: () => plain('COMMIT'),
    rollback: () => plain('ROLLBACK'),
    run,
    lastKey(table, row) {
      const counted = table.columns.find(({ isCounted }) => isCounted === true)?.name;
      const key = Object.fromEntries(
        table.primaryKey.flatMap((name): [string, Json][] => {
          const value = row[name] ?? (name === counted ? insertId : undefined);
          return value === undefined ? [] : [[name, value]];
        }),
      );
      return Promise.resolve(Object.keys(key).length === table.primaryKey.length ? key : undefined);
    },
    isOpen: () => isOpen,
    rest: (isResting) => void (isResting ? socket.unref() : socket.ref()),
    async stop() {
      const own = AbortSignal.timeout(cancelMs);
      const line = await ask.dial(own);
      const beside = await signedIn(signIn, line, own);
      await new Promise<void>((resolve) => {
        own.addEventListener('abort', () => resolve(), { once: true });
        beside.query(`KILL QUERY ${String(Number(connection.threadId))}`, () => resolve());
      });
      end(beside, line);
    },
    close() {
      isOpen = false;
      end(connection, socket);
      return Promise.resolve();
    },
  };
}

interface Header {
  readonly affectedRows: number;
  readonly insertId: number | string;
}

function optionsOf(signIn: SignIn, socket: Socket): ConnectionOptions {
  const { host, port, user, password, database, encryption } = signIn;
  return {
    stream: socket,
    host,
    port,
    user,
    password,
    database,
    ...(encryption !== undefined && {
      ssl: {
        rejectUnauthorized: true,
        verifyIdentity: true,
        ...(encryption.authority !== undefined && { ca: encryption.authority }),
      },
    }),
    disableEval: true,
    multipleStatements: false,
    namedPlaceholders: false,
    enableCleartextPlugin: false,
    flags: ['-LOCAL_FILES'],
    rowsAsArray: true,
    supportBigNumbers: true,
    bigNumberStrings: true,
    dateStrings: true,
    jsonStrings: true,
    connectTimeout: connectMs,
    maxPreparedStatements: 100,
  };
}

function signedIn(signIn: SignIn, socket: Socket, signal: AbortSignal): Promise<Connection> {
  return new Promise((resolve, reject) => {
    // Where the host is an address, the library does not say whose certificate it has to be: Node then asks the socket, and
    // takes "localhost" where that does not know either.
    Object.assign(socket, { _host: signIn.host });
    const connection = createConnection(optionsOf(signIn, socket));
    const onAbort = (): void => {
      end(connection, socket);
      reject(signal.reason as Error);
    };
    signal.addEventListener('abort', onAbort, { once: true });
    // Said before there is a callback to say it to.
    connection.on('error', () => undefined);
    connection.connect((cause) => {
      signal.removeEventListener('abort', onAbort);
      if (cause === null || cause === undefined) return resolve(connection);
      end(connection, socket);
      reject(asSignInRefused(cause, `${signIn.host}:${String(signIn.port)}`) as Error);
    });
  });
}

function end(connection: Connection, socket: Socket): void {
  connection.destroy();
  socket.destroy();
}

function toId(id: number | string): Json {
  const number = Number(id);
  return Number.isSafeInteger(number) ? number : BigInt(id);
}

function toRow(values: readonly unknown[], fields: readonly Field[]): JsonObject {
  return Object.fromEntries(fields.map((field, at) => [field.name, toJson(values[at], field)]));
}
