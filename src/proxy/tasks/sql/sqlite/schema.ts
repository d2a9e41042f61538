import type { Json, JsonObject } from '../../../../shared/index.ts';
import type { Column, Table, TableEntry } from '../database.ts';
import { sqlite } from './dialect.ts';
import { bindsOf, shapeOfDeclared } from './types.ts';

type Ask = (text: string, values?: readonly Json[]) => Promise<readonly JsonObject[]>;

const listed = `SELECT name, type FROM sqlite_schema
  WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite!_%' ESCAPE '!' AND name NOT LIKE 'libsql!_%' ESCAPE '!'`;

export async function readTables(ask: Ask): Promise<readonly TableEntry[]> {
  const rows = await ask(`${listed} ORDER BY name`);
  return rows.map(({ name, type }) => ({
    name: String(name as string),
    kind: type === 'view' ? 'view' : 'table',
  }));
}

export async function readTable(ask: Ask, name: string): Promise<Table | undefined> {
  const [found] = await ask(`${listed} AND name = ?`, [name]);
  if (found === undefined) return undefined;
  const columns = await ask(
    'SELECT name, type, "notnull" AS is_needed, dflt_value, pk, hidden FROM pragma_table_xinfo(?)',
    [name],
  );
  const primaryKey = columns
    .filter(({ pk }) => Number(pk) > 0)
    .toSorted((one, other) => Number(one['pk']) - Number(other['pk']))
    .map((column) => String(column['name'] as string));
  const unique = await ask(
    `SELECT l.name AS name, i.name AS column FROM pragma_index_list(?) l, pragma_index_info(l.name) i
      WHERE l."unique" = 1 AND l.partial = 0 ORDER BY l.seq, i.seqno`,
    [name],
  );
  const keys = new Map<string, string[]>();
  for (const { name: index, column } of unique)
    keys.set(String(index as string), [
      ...(keys.get(String(index as string)) ?? []),
      String(column as string),
    ]);
  const isCounted = (column: JsonObject): boolean =>
    primaryKey.length === 1 &&
    Number(column['pk']) > 0 &&
    /^INTEGER$/i.test(String(column['type'] as string));
  return {
    name,
    quoted: sqlite.quote(name),
    columns: columns
      .filter(({ hidden }) => Number(hidden) !== 1)
      .map((column) => toColumn(column, isCounted(column))),
    primaryKey,
    keys: [
      ...(primaryKey.length === 0 ? [] : [{ name: 'primary key', columns: primaryKey }]),
      ...[...keys].map(([called, of]) => ({ name: called, columns: of })),
    ],
  };
}

function toColumn(row: JsonObject, isCounted: boolean): Column {
  const declared = String(row['type'] as string);
  return {
    name: String(row['name'] as string),
    shape: shapeOfDeclared(declared),
    isNullable: Number(row['is_needed']) === 0 && Number(row['pk']) === 0,
    hasDefault: isCounted || row['dflt_value'] !== null,
    isGenerated: Number(row['hidden']) >= 2,
    binds: bindsOf(declared),
  };
}
