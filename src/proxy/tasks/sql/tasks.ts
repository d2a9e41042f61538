/** What can be asked of a database, each as pages of messages. `sql-transport.ts` opens and closes around them. */
import { z } from 'zod';
import {
  ownTitle,
  jsonSchema,
  writeJson,
  type Json,
  type JsonObject,
  type JsonSchema,
} from '../../../shared/index.ts';
import { notDone } from '../not-done.ts';
import { pageRows, type Database, type SqlText, type Table } from './database.ts';
import { readStatement } from './read-statement.ts';
import {
  comparisons,
  deleteRows,
  findRows,
  insertRow,
  rowByKey,
  updateRows,
  upsertRow,
  type Comparison,
} from './statements.ts';
import {
  asMessage,
  changedRowShape,
  conditionShape,
  countShape,
  keyShape,
  newRowShape,
  nullable,
  rowShape,
  titleOfName,
  upsertedRowShape,
} from './table-shapes.ts';

const settingsSchema = z.looseObject({
  table: z.string().max(500).default(''),
  where: z
    .array(
      z.object({
        column: z.string().max(500),
        is: z.enum(Object.keys(comparisons) as [Comparison, ...Comparison[]]),
      }),
    )
    .max(50)
    .default([]),
  key: z.array(z.string().max(500)).max(50).default([]),
  sort: z.string().max(500).optional(),
  order: z.enum(['up', 'down']).default('up'),
  limit: z.int().min(1).max(10_000_000).default(10_000_000),
  none: z.enum(['refuse', 'go-on']).default('refuse'),
  sql: z.string().default(''),
});
type Settings = z.infer<typeof settingsSchema>;

const inputSchema = z.object({
  settings: settingsSchema.default(settingsSchema.parse({})),
  input: z.record(z.string(), jsonSchema).default({}),
});

export interface Asked {
  readonly settings: Settings;
  readonly input: JsonObject;
  readonly mayWrite: boolean;
}

export type Pages = AsyncGenerator<readonly Json[], void, undefined>;
type Task = (database: Database, asked: Asked) => Pages;

/** Throws `TaskRefused` where the settings are not what the task can read. */
export function readAsked(input: Json, mayWrite: boolean): Asked {
  const read = inputSchema.safeParse(input);
  if (read.success) return { ...read.data, mayWrite };
  const at = read.error.issues[0]?.path.join('/') ?? '';
  throw notDone('proxy.step-settings-unfit', { place: at });
}

export const tasks: Readonly<Record<string, Task>> = {
  prove: async function* (database) {
    yield [{ ...(await database.facts()) }];
  },

  'list-tables': async function* (database) {
    yield* inPages(
      (await database.tables()).map(({ name, kind }) => ({
        value: name,
        label: kind === 'view' ? `${name} (view)` : name,
      })),
    );
  },

  'list-columns': async function* (database, { settings }) {
    const { columns } = await tableOf(database, settings);
    yield columns.map(({ name }) => ({ value: name, label: titleOfName(name) }));
  },

  'find-rows': async function* (database, { settings, input }) {
    const table = await tableOf(database, settings);
    const { sort, order, limit, where } = settings;
    yield* database.run(
      findRows(database.dialect, table, {
        conditions: where,
        input,
        sort,
        descending: order === 'down',
        limit,
      }),
    );
  },

  'latest-rows': async function* (database, { settings }) {
    const table = await tableOf(database, settings);
    const { sort, limit } = settings;
    if (sort === undefined || sort === '') throw notDone('proxy.no-column-to-follow');
    const latest: JsonObject[] = [];
    const statement = findRows(database.dialect, table, {
      conditions: [],
      input: {},
      sort,
      descending: true,
      limit: Math.min(limit, mostLatest),
    });
    for await (const page of database.run(statement)) latest.push(...page);
    yield* inPages(latest.toReversed());
  },

  'add-row': async function* (database, { settings, input }) {
    const table = await tableOf(database, settings);
    const { rows } = await change(database, insertRow(database.dialect, table, input));
    yield [rows[0] ?? (await writtenRow(database, table, input)) ?? input];
  },

  'update-rows': async function* (database, { settings, input }) {
    const table = await tableOf(database, settings);
    const key = keyOf(table, settings);
    const { count } = await change(database, updateRows(database.dialect, table, key, input));
    if (count === 0) noneFound(settings, table, key, input);
    yield [{ count }];
  },

  'upsert-row': async function* (database, { settings, input }) {
    const table = await tableOf(database, settings);
    const key = uniqueKeyOf(table, settings);
    const { rows } = await change(database, upsertRow(database.dialect, table, key, input));
    const [row] = rows.length > 0 ? rows : await found(database, table, key, input);
    yield [row ?? input];
  },

  'delete-rows': async function* (database, { settings, input }) {
    const table = await tableOf(database, settings);
    const key = keyOf(table, settings);
    const { count } = await change(database, deleteRows(database.dialect, table, key, input));
    if (count === 0) noneFound(settings, table, key, input);
    yield [{ count }];
  },

  query: async function* (database, { settings, input, mayWrite }) {
    const { text, parameters } = readStatement(settings.sql, database.dialect.syntax, mayWrite);
    const values = parameters.map((name) => asParameter(input, name));
    let hasRows = false;
    const pages = database.run({ text, values });
    for (;;) {
      const page = await pages.next();
      if (page.done === true) {
        // Nothing to read means that something was changed: how many rows is what the step gives.
        if (!hasRows && mayWrite && (await isChange(database, text))) yield [{ count: page.value }];
        return;
      }
      hasRows = true;
      yield page.value;
    }
  },

  'describe-find': (database, { settings }) =>
    described(database, settings, (table) => ({
      input: conditionShape(table, settings.where),
      output: rowShape(table),
    })),
  'describe-latest': (database, { settings }) =>
    described(database, settings, (table) => ({ input: empty, output: rowShape(table) })),
  'describe-add': (database, { settings }) =>
    described(database, settings, (table) => ({
      input: newRowShape(table),
      output: rowShape(table),
    })),
  'describe-update': (database, { settings }) =>
    described(database, settings, (table) => ({
      input: changedRowShape(table, keyOf(table, settings)),
      output: countShape,
    })),
  'describe-upsert': (database, { settings }) =>
    described(database, settings, (table) => ({
      input: upsertedRowShape(table, uniqueKeyOf(table, settings)),
      output: rowShape(table),
    })),
  'describe-delete': (database, { settings }) =>
    described(database, settings, (table) => ({
      input: keyShape(table, keyOf(table, settings)),
      output: countShape,
    })),
  'describe-query': async function* (database, { settings }) {
    const { text, parameters } = readStatement(settings.sql, database.dialect.syntax, true);
    const shape = await database.shapeOf(text);
    yield [
      asMessage({
        input: {
          type: 'object',
          ...ownTitle('values'),
          properties: Object.fromEntries(
            parameters.map((name, at) => [
              name,
              { title: titleOfName(name), ...shape.parameters[at] },
            ]),
          ),
          required: [...new Set(parameters)],
          additionalProperties: false,
        },
        output:
          shape.columns.length === 0
            ? countShape
            : {
                type: 'object',
                ...ownTitle('row'),
                properties: Object.fromEntries(
                  shape.columns.map((column) => [
                    column.name,
                    { title: titleOfName(column.name), ...nullable(column.shape) },
                  ]),
                ),
                required: [...new Set(shape.columns.map(({ name }) => name))],
                additionalProperties: false,
              },
      }),
    ];
  },
};

/** So many rows are looked through for new ones. */
const mostLatest = 10_000;
const empty: JsonSchema = { type: 'object', properties: {}, additionalProperties: false };

async function* described(
  database: Database,
  settings: Settings,
  shapesOf: (table: Table) => { readonly input: JsonSchema; readonly output: JsonSchema },
): Pages {
  yield [asMessage(shapesOf(await tableOf(database, settings)))];
}

async function tableOf(database: Database, { table: name }: Settings): Promise<Table> {
  const table = await database.table(name);
  if (table !== undefined) return table;
  throw name === ''
    ? notDone('proxy.table-not-chosen')
    : notDone('proxy.table-unknown', { table: name });
}

/** The chosen columns, else the primary key. */
function keyOf(table: Table, { key }: Settings): readonly string[] {
  const unknown = key.find((name) => !table.columns.some((column) => column.name === name));
  if (unknown !== undefined)
    throw notDone('proxy.column-unknown', { table: table.name, column: unknown }, [unknown]);
  if (key.length > 0) return [...new Set(key)];
  if (table.primaryKey.length > 0) return table.primaryKey;
  throw notDone('proxy.table-without-key', { table: table.name });
}

/** A database knows "the same row" only by columns that it keeps unique. */
function uniqueKeyOf(table: Table, settings: Settings): readonly string[] {
  const wanted = keyOf(table, settings);
  const isKept = table.keys.some(
    ({ columns }) =>
      columns.length === wanted.length && columns.every((name) => wanted.includes(name)),
  );
  if (isKept) return wanted;
  const several = { table: table.name, columns: wanted.join(' + ') };
  const kept = table.keys.map(({ columns }) => columns.join(' + ')).join('; ');
  throw kept === ''
    ? notDone('proxy.table-keeps-nothing-unique', several)
    : notDone('proxy.columns-not-unique', { ...several, kept });
}

async function change(
  database: Database,
  statement: SqlText,
): Promise<{ readonly count: number; readonly rows: readonly JsonObject[] }> {
  const rows: JsonObject[] = [];
  const pages = database.run(statement);
  for (;;) {
    const page = await pages.next();
    if (page.done === true) return { count: page.value, rows };
    rows.push(...page.value);
  }
}

async function found(
  database: Database,
  table: Table,
  key: readonly string[],
  row: JsonObject,
): Promise<readonly JsonObject[]> {
  return (await change(database, rowByKey(database.dialect, table, key, row))).rows;
}

/** Where a database cannot give what it wrote: the row with the key that it got. */
async function writtenRow(
  database: Database,
  table: Table,
  row: JsonObject,
): Promise<JsonObject | undefined> {
  const key = table.primaryKey;
  const given = await database.lastKey(table, row);
  if (key.length === 0 || given === undefined) return undefined;
  return (await found(database, table, key, given))[0];
}

function noneFound(
  { none }: Settings,
  table: Table,
  key: readonly string[],
  input: JsonObject,
): void {
  if (none === 'go-on') return;
  const told = key.map((name) => `${name} = ${String(input[name] as string)}`).join(', ');
  throw notDone('proxy.row-not-found', { table: table.name, values: told }, key);
}

function asParameter(input: JsonObject, name: string): Json {
  const value = Object.hasOwn(input, name) ? input[name] : undefined;
  if (value === undefined) throw notDone('proxy.parameter-missing', { name }, [name]);
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? writeJson(value)
    : value;
}

async function isChange(database: Database, text: string): Promise<boolean> {
  return (await database.shapeOf(text)).columns.length === 0;
}

async function* inPages(messages: readonly Json[]): Pages {
  for (let at = 0; at < messages.length; at += pageRows) yield messages.slice(at, at + pageRows);
}
