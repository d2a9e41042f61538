import type { Json, JsonObject } from '../../../../shared/index.ts';
import type { Column, Table, TableEntry } from '../database.ts';
import { mysql } from './dialect.ts';
import { bindsOf, shapeOfDeclared, type DeclaredType } from './types.ts';

type Ask = (text: string, values?: readonly Json[]) => Promise<readonly JsonObject[]>;

export async function readTables(ask: Ask): Promise<readonly TableEntry[]> {
  const rows = await ask(
    `SELECT table_name AS name, table_type AS type FROM information_schema.tables
      WHERE table_schema = DATABASE() ORDER BY table_name`,
  );
  return rows.map(({ name, type }) => ({
    name: text(name),
    kind: text(type).includes('VIEW') ? 'view' : 'table',
  }));
}

export async function readTable(ask: Ask, name: string): Promise<Table | undefined> {
  const columns = await ask(
    `SELECT column_name AS name, data_type AS kind, column_type AS whole, is_nullable AS nullable,
            column_default AS fallback, extra AS extra, column_comment AS comment,
            CAST(character_maximum_length AS CHAR) AS length, CAST(numeric_precision AS CHAR) AS prec,
            CAST(numeric_scale AS CHAR) AS scale
       FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = ?
      ORDER BY ordinal_position`,
    [name],
  );
  if (columns.length === 0) return undefined;
  const indexes = await ask(
    `SELECT index_name AS name, column_name AS col FROM information_schema.statistics
      WHERE table_schema = DATABASE() AND table_name = ? AND non_unique = 0 ORDER BY index_name, seq_in_index`,
    [name],
  );
  const keys = new Map<string, string[]>();
  for (const { name: index, col } of indexes)
    keys.set(text(index), [...(keys.get(text(index)) ?? []), text(col)]);
  return {
    name,
    quoted: mysql.quote(name),
    columns: columns.map(toColumn),
    primaryKey: keys.get('PRIMARY') ?? [],
    keys: [...keys].map(([called, of]) => ({ name: called, columns: of })),
  };
}

function toColumn(row: JsonObject): Column {
  const number = (name: string): number | undefined =>
    row[name] === null || row[name] === undefined ? undefined : Number(row[name]);
  const declared: DeclaredType = {
    kind: text(row['kind']).toLowerCase(),
    whole: text(row['whole']).toLowerCase().startsWith('enum')
      ? text(row['whole'])
      : text(row['whole']).toLowerCase(),
    length: number('length'),
    precision: number('prec'),
    scale: number('scale'),
  };
  const extra = text(row['extra']).toLowerCase();
  const isCounted = extra.includes('auto_increment');
  return {
    name: text(row['name']),
    shape: shapeOfDeclared(declared),
    isNullable: text(row['nullable']) === 'YES',
    hasDefault: isCounted || (row['fallback'] !== null && row['fallback'] !== undefined),
    isGenerated: extra.includes('generated') && !extra.includes('default_generated'),
    isCounted,
    binds: bindsOf(declared),
    comment: text(row['comment']),
  };
}

function text(value: Json | undefined): string {
  return value === null || value === undefined ? '' : String(value as string);
}
