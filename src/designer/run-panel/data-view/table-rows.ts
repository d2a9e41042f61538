import {
  isAttachment,
  isJsonList,
  isJsonObject,
  itemsOf,
  propertiesOf,
  propertyAt,
  titleOf,
  type Json,
  type JsonObject,
  type JsonSchema,
} from '../../../shared/index.ts';
import { cellText, type CellText } from './cell-text.ts';
import { fieldsOf } from './field-order.ts';

/** One field of a record: its words, its key, its value; groups and lists of groups open below it. */
export interface FieldLine {
  readonly id: string;
  readonly depth: number;
  readonly title: string;
  readonly key: string;
  /** Undefined for a group that is opened below. */
  readonly text: CellText | undefined;
}

export interface Column {
  readonly key: string;
  readonly title: string;
  readonly schema: JsonSchema | undefined;
}

export type Table =
  | { readonly kind: 'fields'; readonly lines: readonly FieldLine[] }
  | { readonly kind: 'list'; readonly columns: readonly Column[]; readonly rows: readonly Json[] };

/** Entries of a list inside a record that are opened; the tree shows all. */
const entriesOpened = 10;
/** Rows that are looked at for fields that no schema names. */
const rowsLookedAt = 200;

/** How a value reads as a table: a list of groups with a column a field, anything else with a line a field. */
export function toTable(value: Json, schema: JsonSchema | undefined): Table {
  if (isJsonList(value) && value.length > 0 && value.some(isJsonObject)) {
    const root = schema ?? {};
    const entry = schema === undefined ? undefined : (itemsOf(schema, root) ?? schema);
    return { kind: 'list', columns: columnsOf(value, entry, root), rows: value };
  }
  const lines: FieldLine[] = [];
  if (isJsonObject(value)) addFields(value, schema, schema ?? {}, '', 0, lines);
  else if (isJsonList(value)) addEntries(value, schema, schema ?? {}, '', 0, lines);
  else
    lines.push({
      id: '',
      depth: 0,
      title: titleOf(schema, ''),
      key: '',
      text: cellText(value, schema),
    });
  return { kind: 'fields', lines };
}

/** The cell of a row, worked out when it comes into sight. */
export function cellOf(
  row: Json | undefined,
  column: Column,
  root: JsonSchema | undefined,
): CellText {
  const value = isJsonObject(row) && Object.hasOwn(row, column.key) ? row[column.key] : undefined;
  return cellText(value, column.schema, root);
}

function columnsOf(
  rows: readonly Json[],
  entry: JsonSchema | undefined,
  root: JsonSchema,
): readonly Column[] {
  const seen = new Set<string>();
  for (const row of rows.slice(0, rowsLookedAt))
    if (isJsonObject(row)) for (const key of Object.keys(row)) seen.add(key);
  const named =
    entry === undefined
      ? []
      : Object.keys(propertiesOf(entry, root)).filter((key) => seen.has(key));
  const others = [...seen].filter((key) => !named.includes(key));
  return [...named, ...others].map((key) => {
    const schema = entry === undefined ? undefined : propertyAt(entry, key, root);
    return { key, title: titleOf(schema, key), schema };
  });
}

function addFields(
  value: JsonObject,
  schema: JsonSchema | undefined,
  root: JsonSchema,
  under: string,
  depth: number,
  lines: FieldLine[],
): void {
  for (const field of fieldsOf(value, schema, root)) {
    const { key, value: inner, schema: inside } = field;
    addLine(inner, titleOf(inside, key), key, inside, root, `${under}/${key}`, depth, lines);
  }
}

function addEntries(
  value: readonly Json[],
  schema: JsonSchema | undefined,
  root: JsonSchema,
  under: string,
  depth: number,
  lines: FieldLine[],
): void {
  const items = schema === undefined ? undefined : itemsOf(schema, root);
  value.slice(0, entriesOpened).forEach((entry, at) => {
    addLine(entry, String(at + 1), String(at), items, root, `${under}/${at}`, depth, lines);
  });
  const more = value.length - entriesOpened;
  if (more > 0)
    lines.push({
      id: `${under}/…`,
      depth,
      title: '…',
      key: '',
      text: { kind: 'entries', count: more },
    });
}

function addLine(
  value: Json,
  title: string,
  key: string,
  schema: JsonSchema | undefined,
  root: JsonSchema,
  id: string,
  depth: number,
  lines: FieldLine[],
): void {
  const line = { id, depth, title, key };
  if (isJsonObject(value) && Object.keys(value).length > 0 && !isAttachment(value)) {
    lines.push({ ...line, text: undefined });
    addFields(value, schema, root, id, depth + 1, lines);
    return;
  }
  const text = cellText(value, schema, root);
  lines.push({ ...line, text });
  if (isJsonList(value) && text.kind === 'entries')
    addEntries(value, schema, root, id, depth + 1, lines);
}
