import { kindsOf, writeJson, type Json, type JsonSchema } from '../../../shared/index.ts';
import { nothing, type Binding, type TableBinding } from '../../../mapping/index.ts';
import { optionsOf } from '../controls/options.ts';
import { readTypedNumber } from '../controls/typed-number.ts';

type Row = TableBinding['rows'][number];

/** Cells as a spreadsheet puts them on the clipboard: a tab between columns, a line a row, quotes around what holds either. */
export function cellsOf(text: string): readonly (readonly string[])[] {
  const separator = [/\t/, /;/, /,/].find((sign) => sign.test(text)) ?? /\t/;
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  const endCell = () => {
    rows.at(-1)?.push(cell);
    cell = '';
  };
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at);
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (text.charAt(at + 1) === '"') {
        cell += '"';
        at++;
      } else quoted = false;
    } else if (sign === '"' && cell === '') quoted = true;
    else if (separator.test(sign)) endCell();
    else if (sign === '\n') {
      endCell();
      rows.push([]);
    } else if (sign !== '\r') cell += sign;
  }
  endCell();
  return rows.filter((row) => row.some((one) => one.trim() !== ''));
}

export interface TableTypes {
  /** Of what the table looks at. */
  readonly source: JsonSchema;
  /** Of the field it fills. */
  readonly target: JsonSchema;
  readonly root: JsonSchema;
  readonly locale: string;
}

/** The table with the pasted rows: a row for a value that has one already takes its place. */
export function withPasted(table: TableBinding, text: string, types: TableTypes): TableBinding {
  const { source, target, root, locale } = types;
  const rows = new Map(table.rows.map((row) => [writeJson(row.equals), row]));
  for (const [first = '', second = ''] of cellsOf(text)) {
    const equals = readCell(first, source, source, locale);
    const value = readCell(second, target, root, locale);
    const then: Binding = second.trim() === '' ? nothing : { kind: 'literal', value };
    rows.set(writeJson(equals), { equals, then } satisfies Row);
  }
  return { ...table, rows: [...rows.values()] };
}

/** What a cell means where a kind of value stands: an option by its name, a number, yes or no; else the words. */
function readCell(cell: string, schema: JsonSchema, root: JsonSchema, locale: string): Json {
  const text = cell.trim();
  const options = optionsOf(schema, root);
  const same = (other: string) => other.toLocaleLowerCase('en') === text.toLocaleLowerCase('en');
  const option =
    options.find(({ value }) => typeof value === 'string' && same(value)) ??
    options.find(({ label }) => same(label));
  if (option !== undefined) return option.value;
  const { kinds } = kindsOf(schema, root);
  if (kinds.has('string')) return text;
  if (kinds.has('number') || kinds.has('integer'))
    return readTypedNumber(text, locale)?.value ?? text;
  if (kinds.has('boolean') && (same('true') || same('yes'))) return true;
  if (kinds.has('boolean') && (same('false') || same('no'))) return false;
  return text;
}
