import { isJsonObject, writeJson, type Json, type JsonSchema } from '../../../shared/index.ts';
import { cellOf, toTable, type Column } from './table-rows.ts';

/**
 * A list of groups as a file for a spreadsheet (RFC 4180), a column a field by its name on screen; undefined for data
 * that is no such list. It begins with a byte order mark, without which umlauts are lost on some machines. A text that a
 * spreadsheet would take for a formula gets an apostrophe before it.
 */
export function csvOf(value: Json, schema: JsonSchema | undefined): string | undefined {
  const table = toTable(value, schema);
  if (table.kind !== 'list') return undefined;
  const lines = [table.columns.map(({ title }) => cell(title)).join(',')];
  for (const row of table.rows)
    lines.push(table.columns.map((column) => cell(wordsAt(row, column, schema))).join(','));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

function wordsAt(row: Json, column: Column, schema: JsonSchema | undefined): string {
  const shown = cellOf(row, column, schema);
  if (shown.kind === 'text') return shown.text;
  if (shown.kind === 'empty' || shown.kind === 'missing') return '';
  if (shown.kind === 'yes' || shown.kind === 'no') return String(shown.kind === 'yes');
  return isJsonObject(row) ? writeJson(row[column.key] ?? null) : '';
}

function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) && !/^[+-]?\d[\d.,]*$/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
