import { Papa } from './papa.ts';
import type { Json, JsonObject } from '../../../shared/index.ts';

export interface TextAsked {
  readonly separator: string;
  readonly namesFirst: boolean;
  cell(value: Json | undefined): string;
}

/** A table as text, with the line ends of RFC 4180; what needs quotes gets them. */
export function writeRows(
  rows: readonly JsonObject[],
  { separator, namesFirst, cell }: TextAsked,
): string {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const cells = rows.map((row) =>
    names.map((name) => cell(Object.hasOwn(row, name) ? row[name] : undefined)),
  );
  return Papa.unparse(namesFirst ? [names.map((name) => cell(name)), ...cells] : cells, {
    delimiter: separator,
    newline: '\r\n',
  });
}
