/** The statements of the tasks that need no SQL of the person: names quoted and known from the real table, values bound. */
import { isJsonList, writeJson, type Json, type JsonObject } from '../../../shared/index.ts';
import { notDone } from '../not-done.ts';
import type { Column, Dialect, SqlText, Table } from './database.ts';

/** How a row may be told by a column: what the person reads, and whether it needs a value. */
export const comparisons = {
  equals: { takes: 'value' },
  'not-equals': { takes: 'value' },
  'one-of': { takes: 'list' },
  'at-least': { takes: 'value' },
  'at-most': { takes: 'value' },
  'more-than': { takes: 'value' },
  'less-than': { takes: 'value' },
  contains: { takes: 'text' },
  'starts-with': { takes: 'text' },
  empty: { takes: 'nothing' },
  'not-empty': { takes: 'nothing' },
} as const satisfies Record<string, { takes: 'value' | 'list' | 'text' | 'nothing' }>;
export type Comparison = keyof typeof comparisons;

export interface Condition {
  readonly column: string;
  readonly is: Comparison;
}

/** A condition with the field of the input that holds its value: the column's name, with a number where it is there twice. */
export interface NamedCondition extends Condition {
  readonly field: string;
}

export function namedConditions(conditions: readonly Condition[]): readonly NamedCondition[] {
  const times = new Map<string, number>();
  return conditions.map((condition) => {
    if (comparisons[condition.is].takes === 'nothing') return { ...condition, field: '' };
    const time = (times.get(condition.column) ?? 0) + 1;
    times.set(condition.column, time);
    return {
      ...condition,
      field: time === 1 ? condition.column : `${condition.column} ${String(time)}`,
    };
  });
}

/** Collects values while text is made. */
function writer(dialect: Dialect) {
  const values: Json[] = [];
  return {
    values,
    bind(value: Json): string {
      values.push(value);
      return dialect.syntax.placeholder(values.length);
    },
  };
}
type Writer = ReturnType<typeof writer>;

export function findRows(
  dialect: Dialect,
  table: Table,
  given: {
    readonly conditions: readonly Condition[];
    readonly input: JsonObject;
    readonly sort?: string | undefined;
    readonly descending: boolean;
    readonly limit: number;
  },
): SqlText {
  const { bind, values } = writer(dialect);
  const conditions = namedConditions(given.conditions).map((condition) =>
    conditionText(dialect, table, condition, given.input, bind),
  );
  const where = conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`;
  const order =
    given.sort === undefined || given.sort === ''
      ? ''
      : ` ORDER BY ${dialect.quote(columnOf(table, given.sort).name)}${given.descending ? ' DESC' : ''}`;
  return {
    text: `SELECT ${columnList(dialect, table)} FROM ${table.quoted}${where}${order} LIMIT ${String(given.limit)}`,
    values,
  };
}

function conditionText(
  dialect: Dialect,
  table: Table,
  { column, is, field }: NamedCondition,
  input: JsonObject,
  bind: Writer['bind'],
): string {
  const known = columnOf(table, column);
  const quoted = dialect.quote(known.name);
  if (is === 'empty') return `${quoted} IS NULL`;
  if (is === 'not-empty') return `${quoted} IS NOT NULL`;
  const value = Object.hasOwn(input, field) ? input[field] : undefined;
  // Left out, a condition would let every row pass.
  if (value === undefined || value === null)
    throw notDone('proxy.condition-without-value', { column }, [field]);
  if (is === 'one-of') {
    const list = isJsonList(value) ? value : [value];
    return list.length === 0
      ? '1 = 0'
      : `${quoted} IN (${list.map((entry) => bind(bound(known, entry))).join(', ')})`;
  }
  if (is === 'contains' || is === 'starts-with') {
    const escaped = String(value as string).replaceAll(/[!%_]/g, '!$&');
    const pattern = `${is === 'contains' ? '%' : ''}${escaped}%`;
    return `${dialect.asText(quoted)} ${dialect.like} ${bind(pattern)} ESCAPE '!'`;
  }
  return `${quoted} ${operators[is]} ${bind(bound(known, value))}`;
}

const operators = {
  equals: '=',
  'not-equals': '<>',
  'at-least': '>=',
  'at-most': '<=',
  'more-than': '>',
  'less-than': '<',
} as const;

export function insertRow(dialect: Dialect, table: Table, row: JsonObject): SqlText {
  const { bind, values } = writer(dialect);
  const given = givenColumns(table, row);
  const into =
    given.length === 0
      ? dialect.noValues
      : `(${given.map(({ column }) => dialect.quote(column.name)).join(', ')}) VALUES (${given
          .map(({ column, value }) => bind(bound(column, value)))
          .join(', ')})`;
  return { text: `INSERT INTO ${table.quoted} ${into}${returning(dialect, table)}`, values };
}

export function upsertRow(
  dialect: Dialect,
  table: Table,
  key: readonly string[],
  row: JsonObject,
): SqlText {
  const { bind, values } = writer(dialect);
  const given = givenColumns(table, row);
  for (const name of key) keyValue(row, name);
  const changed = given.map(({ column }) => column.name).filter((name) => !key.includes(name));
  const names = given.map(({ column }) => dialect.quote(column.name)).join(', ');
  const places = given.map(({ column, value }) => bind(bound(column, value))).join(', ');
  return {
    text: `INSERT INTO ${table.quoted} (${names}) VALUES (${places}) ${dialect.onConflict(key, changed)}${returning(dialect, table)}`,
    values,
  };
}

export function updateRows(
  dialect: Dialect,
  table: Table,
  key: readonly string[],
  row: JsonObject,
): SqlText {
  const { bind, values } = writer(dialect);
  const changes = givenColumns(table, row).filter(({ column }) => !key.includes(column.name));
  if (changes.length === 0) throw notDone('proxy.nothing-to-change');
  const set = changes
    .map(({ column, value }) => `${dialect.quote(column.name)} = ${bind(bound(column, value))}`)
    .join(', ');
  const where = keyText(dialect, table, key, row, bind);
  return { text: `UPDATE ${table.quoted} SET ${set} WHERE ${where}`, values };
}

export function deleteRows(
  dialect: Dialect,
  table: Table,
  key: readonly string[],
  row: JsonObject,
): SqlText {
  const { bind, values } = writer(dialect);
  return {
    text: `DELETE FROM ${table.quoted} WHERE ${keyText(dialect, table, key, row, bind)}`,
    values,
  };
}

/** The row with this key, as it is now. */
export function rowByKey(
  dialect: Dialect,
  table: Table,
  key: readonly string[],
  row: JsonObject,
): SqlText {
  const { bind, values } = writer(dialect);
  const where = keyText(dialect, table, key, row, bind);
  return {
    text: `SELECT ${columnList(dialect, table)} FROM ${table.quoted} WHERE ${where}`,
    values,
  };
}

function keyText(
  dialect: Dialect,
  table: Table,
  key: readonly string[],
  row: JsonObject,
  bind: Writer['bind'],
): string {
  return key
    .map((name) => {
      const column = columnOf(table, name);
      return `${dialect.quote(column.name)} = ${bind(bound(column, keyValue(row, name)))}`;
    })
    .join(' AND ');
}

/** Without a value, "the row with this key" would be no row or any. */
function keyValue(row: JsonObject, name: string): Json {
  const value = Object.hasOwn(row, name) ? row[name] : undefined;
  if (value === undefined || value === null)
    throw notDone('proxy.key-without-value', { column: name }, [name]);
  return value;
}

function givenColumns(table: Table, row: JsonObject) {
  return Object.entries(row).map(([name, value]) => ({ column: columnOf(table, name), value }));
}

function columnOf(table: Table, name: string): Column {
  const column = table.columns.find((candidate) => candidate.name === name);
  if (column === undefined)
    throw notDone('proxy.column-unknown', { table: table.name, column: name }, [name]);
  return column;
}

function columnList(dialect: Dialect, table: Table): string {
  return table.columns.map(({ name }) => dialect.quote(name)).join(', ');
}

function returning(dialect: Dialect, table: Table): string {
  return dialect.canReturn ? ` RETURNING ${columnList(dialect, table)}` : '';
}

/** "2026-05-06T09:08:09.123456+02:00" -> "2026-05-06 07:08:09.123456"; a time without a zone stays as it is. */
function inUtc(text: string): string {
  const found = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(?:(:\d\d)(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/i.exec(
    text,
  );
  const [, day = '', minute = '', second = ':00', fraction = '', zone = ''] = found ?? [];
  // A `Date` knows milliseconds only: the fraction keeps its own digits.
  const time = found === null ? Number.NaN : Date.parse(`${day}T${minute}${second}${zone}`);
  if (Number.isNaN(time)) return text.replace(/^(\d{4}-\d\d-\d\d)T/, '$1 ');
  return `${new Date(time).toISOString().slice(0, 19).replace('T', ' ')}${fraction}`;
}

/** A value as its column takes it: groups and lists as JSON text where the column holds JSON, bytes out of base64. */
function bound(column: Column, value: Json): Json {
  if (value === null) return value;
  if (column.binds === 'json') return writeJson(value);
  if (column.binds === 'bytes' && typeof value === 'string') return { base64: value };
  if (column.binds === 'list' && isJsonList(value))
    return value.map((entry) => boundEntry(column.entries, entry));
  if (column.binds === 'moment' && typeof value === 'string') return inUtc(value);
  return typeof value === 'object' ? writeJson(value) : value;
}

/** An entry of a list. A list in it is a list of the database, too, unless the entries are JSON. */
function boundEntry(entries: Column['entries'], value: Json): Json {
  if (value === null) return value;
  if (entries === 'json') return writeJson(value);
  if (isJsonList(value)) return value.map((entry) => boundEntry(entries, entry));
  if (entries === 'bytes' && typeof value === 'string') return { base64: value };
  return typeof value === 'object' ? writeJson(value) : value;
}
