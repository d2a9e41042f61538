/**
 * SQLite, in a process of its own a file.
 *
 * 1. Only the file that `ask.file` gave is opened. `ATTACH`, `PRAGMA` and `VACUUM INTO` are no statements of a step, and
 *    extensions cannot be loaded.
 * 2. A task that reads has `query_only` on, and cannot turn it off.
 */
import {
  isJsonList,
  isJsonObject,
  writeJson,
  type Json,
  type JsonObject,
} from '../../../../shared/index.ts';
import { shownOrigin } from '../../../origins.ts';
import type { TaskAsk } from '../../transport.ts';
import type { Database, SqlText, Table } from '../database.ts';
import { sqlite } from './dialect.ts';
import { startHost } from './host-process.ts';
import { asRefused } from './refusals.ts';
import { readTable, readTables } from './schema.ts';
import { shapeOfDeclared, toJson, type ToldColumn } from './types.ts';

/** Rejects with `RefusedError` where the file may not be opened, `TaskRefused` where it is no database. */
export async function connectSqlite(ask: TaskAsk): Promise<Database> {
  const file = await ask.file();
  const shown = shownOrigin(ask.origin);
  const host = startHost(file, shown);
  const onAbort = (): void => host.end();
  ask.signal.addEventListener('abort', onAbort, { once: true });
  const asking = async <Answer>(what: string, more: object = {}): Promise<Answer> => {
    try {
      return await host.ask<Answer>(what, more);
    } catch (cause) {
      throw asRefused(cause, shown);
    }
  };
  try {
    await asking('open');
  } catch (cause) {
    host.end();
    throw cause;
  } finally {
    ask.signal.removeEventListener('abort', onAbort);
  }
  const tables = new Map<string, Table>();

  async function* run({ text, values }: SqlText): AsyncGenerator<JsonObject[], number, undefined> {
    const started = await asking<{ columns?: ToldColumn[]; changed?: number }>('run', {
      text,
      values: values.map(toParameter),
    });
    const { columns, changed } = started;
    if (columns === undefined) return changed ?? 0;
    let count = 0;
    for (;;) {
      const { page, isOver } = await asking<{ page: unknown[][]; isOver: boolean }>('page');
      count += page.length;
      if (page.length > 0) yield page.map((row) => toRow(row, columns));
      if (isOver) return count;
    }
  }

  const rows = async (text: string, values: readonly Json[] = []): Promise<JsonObject[]> => {
    const found: JsonObject[] = [];
    for await (const page of run({ text, values })) found.push(...page);
    return found;
  };

  return {
    dialect: sqlite,
    // No statement of a step sets a pragma or makes a temporary table.
    hasSession: false,
    async facts() {
      const [found] = await rows('SELECT sqlite_version() AS version');
      const name = file.split(/[/\\]/).at(-1) ?? file;
      return {
        user: '',
        database: name,
        version: `SQLite ${String(found?.['version'] as string)}`,
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
      const { columns } = await asking<{ columns: ToldColumn[] }>('shape', { text });
      return {
        columns: columns.map(({ name, type }) => ({ name, shape: shapeOfDeclared(type) })),
        parameters: [],
      };
    },
    async begin(mayWrite) {
      await asking('exec', { text: `PRAGMA query_only = ${mayWrite ? 'OFF' : 'ON'}` });
      // Whoever will write waits for its turn now, not in the middle.
      await asking('exec', { text: mayWrite ? 'BEGIN IMMEDIATE' : 'BEGIN' });
    },
    async commit() {
      await asking('exec', { text: 'COMMIT' });
    },
    async rollback() {
      await asking('exec', { text: 'ROLLBACK' });
    },
    run,
    lastKey: () => Promise.resolve(undefined),
    isOpen: () => host.isRunning(),
    rest: (isResting) => host.keepAlive(!isResting),
    stop() {
      host.end();
      return Promise.resolve();
    },
    close() {
      host.end();
      return Promise.resolve();
    },
  };
}

function toParameter(value: Json): unknown {
  if (isJsonObject(value)) {
    const { base64 } = value;
    return typeof base64 === 'string' ? Buffer.from(base64, 'base64') : null;
  }
  return isJsonList(value) ? writeJson(value) : value;
}

function toRow(values: readonly unknown[], columns: readonly ToldColumn[]): JsonObject {
  return Object.fromEntries(columns.map(({ name, type }, at) => [name, toJson(values[at], type)]));
}
