/** What tables there are, and what is in them, as PostgreSQL's own catalog tells this user. */
import type { JsonObject, JsonSchema } from '../../../../shared/index.ts';
import type { Column, Table, TableEntry } from '../database.ts';
import { postgres } from './dialect.ts';
import { bindingOf, shapeOfType } from './types.ts';

type Ask = (text: string, values?: readonly unknown[]) => Promise<readonly JsonObject[]>;

/** A table on the search path is called by its name alone, as everybody calls it. */
const named = `CASE WHEN pg_table_is_visible(c.oid) THEN c.relname::text
                    ELSE n.nspname || '.' || c.relname END`;
const readable = `c.relkind IN ('r', 'p', 'v', 'm', 'f') AND NOT c.relispartition
  AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg\\_toast%'
  AND has_table_privilege(c.oid, 'SELECT, INSERT, UPDATE, DELETE')`;

export async function readTables(ask: Ask): Promise<readonly TableEntry[]> {
  const rows = await ask(
    `SELECT ${named} AS name, c.relkind IN ('v', 'm') AS is_view
       FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE ${readable} ORDER BY 1`,
  );
  return rows.map(({ name, is_view: isView }) => ({
    name: String(name as string),
    kind: isView === true ? 'view' : 'table',
  }));
}

export async function readTable(ask: Ask, name: string): Promise<Table | undefined> {
  const [found] = await ask(
    `SELECT c.oid::text AS id, n.nspname::text AS schema, c.relname::text AS name
       FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE ${readable} AND ${named} = $1`,
    [name],
  );
  if (found === undefined) return undefined;
  const id = found['id'];
  const columns = await ask(
    `SELECT a.attname::text AS name, COALESCE(NULLIF(t.typbasetype, 0), a.atttypid)::int AS type,
            CASE WHEN t.typbasetype <> 0 THEN t.typtypmod ELSE a.atttypmod END AS modifier,
            a.attnotnull OR t.typnotnull AS is_needed, a.atthasdef OR a.attidentity <> '' AS has_default,
            a.attgenerated <> '' OR a.attidentity = 'a' AS is_generated,
            COALESCE(pg_get_serial_sequence(quote_ident($2) || '.' || quote_ident($3), a.attname), '') <> '' AS is_counted,
            (SELECT json_agg(e.enumlabel ORDER BY e.enumsortorder) FROM pg_enum e WHERE e.enumtypid = a.atttypid)::text AS choices,
            col_description(a.attrelid, a.attnum) AS comment
       FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid
      WHERE a.attrelid = $1::oid AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum`,
    [id, found['schema'], found['name']],
  );
  const keys = await ask(
    `SELECT x.relname::text AS name, i.indisprimary AS is_primary,
            (SELECT json_agg(a.attname ORDER BY k.at) FROM unnest(i.indkey::int2[]) WITH ORDINALITY k(number, at)
               JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.number)::text AS columns
       FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid
      WHERE i.indrelid = $1::oid AND i.indisunique AND i.indpred IS NULL AND i.indexprs IS NULL
      ORDER BY i.indisprimary DESC, x.relname`,
    [id],
  );
  const told = keys.map((key) => ({
    name: String(key['name'] as string),
    isPrimary: key['is_primary'] === true,
    columns: JSON.parse(String(key['columns'] as string)) as string[],
  }));
  return {
    name,
    quoted: `${postgres.quote(String(found['schema'] as string))}.${postgres.quote(String(found['name'] as string))}`,
    columns: columns.map(toColumn),
    primaryKey: told.find(({ isPrimary }) => isPrimary)?.columns ?? [],
    keys: told.map(({ name: called, columns: of }) => ({ name: called, columns: of })),
  };
}

function toColumn(row: JsonObject): Column {
  const type = Number(row['type']);
  const modifier = Number(row['modifier']);
  const choices = row['choices'];
  const shape: JsonSchema =
    typeof choices === 'string'
      ? { type: 'string', enum: JSON.parse(choices) as string[] }
      : shapeOfType(type, modifier);
  return {
    name: String(row['name'] as string),
    shape,
    isNullable: row['is_needed'] !== true,
    hasDefault: row['has_default'] === true,
    isGenerated: row['is_generated'] === true,
    ...bindingOf(type),
    ...(typeof row['comment'] === 'string' && { comment: row['comment'] }),
  };
}
