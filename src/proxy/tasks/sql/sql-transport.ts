/**
 * Databases that are asked in SQL: opens a connection, does the task, lets go.
 *
 * 1. Everything happens in one transaction: read-only unless `mayWrite`, given up when the task fails or nobody waits for
 *    the rest.
 * 2. When the signal ends, the database is told to stop at once, on a connection of its own where it needs one.
 * 3. A page that takes too long is stopped the same way: a statement never outlives its reader.
 * 4. A connection that ended well is kept for a moment, because the next message mostly follows at once. One on which a
 *    person's own statement ran is not: what it set for its session would meet the next task.
 */
import { shownOrigin } from '../../origins.ts';
import { RefusedError } from '../../refusal.ts';
import type { TaskAsk, TaskTransport } from '../transport.ts';
import type { Database } from './database.ts';
import { createKeeper, type Keeper } from './keep-connection.ts';
import { readAsked, tasks } from './tasks.ts';

type Connect = (ask: TaskAsk) => Promise<Database>;

/** By the credential type's id. */
const connectors: Readonly<Record<string, () => Promise<Connect>>> = {
  postgresql: async () => (await import('./postgres/connect.ts')).connectPostgres,
  mysql: async () => (await import('./mysql/connect.ts')).connectMysql,
  sqlite: async () => (await import('./sqlite/connect.ts')).connectSqlite,
};

const usualPageMs = 50_000;
const ownStatement = 'query';

export const sqlTransport: TaskTransport = createSqlTransport({ pageMs: usualPageMs });

export function createSqlTransport(options: { readonly pageMs: number }): TaskTransport {
  const keepers = new WeakMap<object, Keeper>();

  function keeperOf(owner: object): Keeper {
    const keeper = keepers.get(owner) ?? createKeeper();
    keepers.set(owner, keeper);
    return keeper;
  }

  return async function* (ask) {
    const { task: name, input, mayWrite, signal, waitMs } = ask;
    // Sooner than whoever waits gives up, so that the statement is stopped and says so.
    const pageMs = waitMs === undefined ? options.pageMs : (waitMs * 5) / 6;
    const task = Object.hasOwn(tasks, name) ? tasks[name] : undefined;
    const connect = Object.hasOwn(connectors, ask.credentialType)
      ? connectors[ask.credentialType]
      : undefined;
    if (task === undefined || connect === undefined) throw new RefusedError('proxy.task-unknown');
    const asked = readAsked(input, mayWrite);
    signal.throwIfAborted();
    const keeper = keeperOf(ask.owner);
    const key = keeper.keyOf(ask);
    const database = keeper.take(key) ?? (await (await connect())(ask));
    let isTooSlow = false;
    let isFine = false;
    // Nobody may ever ask for another page: what is open is closed from here.
    const stop = (): void =>
      void database
        .stop()
        .catch(() => undefined)
        .then(() => database.close());
    signal.addEventListener('abort', stop, { once: true });
    let timer = setTimeout(() => undefined, 0);
    const watch = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        isTooSlow = true;
        stop();
      }, pageMs);
    };
    try {
      signal.throwIfAborted();
      watch();
      await database.begin(mayWrite);
      for await (const page of task(database, asked)) {
        clearTimeout(timer);
        yield page;
        watch();
      }
      await database.commit();
      isFine = true;
    } catch (cause) {
      if (isTooSlow && !signal.aborted)
        throw new RefusedError('proxy.statement-too-slow', {
          host: shownOrigin(ask.origin),
          seconds: Number((pageMs / 1000).toPrecision(2)),
        });
      throw cause;
    } finally {
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
      const isAsBefore = name !== ownStatement || !database.hasSession;
      if (!signal.aborted && !isTooSlow && isAsBefore && (isFine || (await gaveUp(database))))
        keeper.keep(key, database);
      else await database.close();
    }
  };
}

/** Whether the connection is as it was before the task. */
async function gaveUp(database: Database): Promise<boolean> {
  return database.rollback().then(
    () => true,
    () => false,
  );
}
