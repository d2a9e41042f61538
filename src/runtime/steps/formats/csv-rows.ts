/** The rows of a table in text. All or nothing: a table that is not what it says gives no row, but the line to look at. */
import { Papa, type ParseError } from './papa.ts';
import { isRefusedName } from '../../../mapping/index.ts';
import { failure, success, type JsonObject, type Result } from '../../../shared/index.ts';
import { type Failure, refusedAt } from '../../failure.ts';

export interface RowsAsked {
  /** Undefined: found out from the text. */
  readonly separator: string | undefined;
  readonly hasNames: boolean;
  readonly fillsUneven: boolean;
}

const guesses = [',', ';', '\t', '|'];

export function readRows(
  source: string,
  { separator, hasNames, fillsUneven }: RowsAsked,
): Result<readonly JsonObject[], Failure> {
  const text = source.charCodeAt(0) === 0xfeff ? source.slice(1) : source;
  const rows: JsonObject[] = [];
  let names: string[] | undefined;
  let broken: Failure | undefined;
  const lines = lineCounter(text);
  Papa.parse(text, {
    delimiter: separator ?? '',
    delimitersToGuess: guesses,
    step({ data: cells, errors, meta }, parser) {
      const line = lines.startOfRow(meta.cursor);
      broken = quoteTrouble(errors, line, lines);
      if (broken === undefined && !isEmpty(cells)) broken = take(cells, line);
      if (broken !== undefined) parser.abort();
    },
  });
  return broken === undefined ? success(rows) : failure(broken);

  function take(cells: readonly string[], line: number): Failure | undefined {
    if (names === undefined) {
      names = hasNames ? distinct(cells) : cells.map((_cell, at) => columnName(at));
      const odd = names.find(isRefusedName);
      if (odd !== undefined) return trouble('steps.name-refused', { line, name: odd });
      if (hasNames) return undefined;
    }
    const expected = names.length;
    if (cells.length !== expected && !fillsUneven)
      return trouble('steps.csv-row-length', { line, found: cells.length, expected });
    const row: Record<string, string> = {};
    for (let at = 0; at < Math.max(expected, cells.length); at++)
      row[names[at] ?? columnName(at)] = cells[at] ?? '';
    rows.push(row);
    return undefined;
  }
}

function trouble(
  code: `steps.${string}`,
  params: Readonly<Record<string, string | number>>,
): Failure {
  return refusedAt(code, ['text'], params);
}

function quoteTrouble(
  errors: readonly ParseError[],
  line: number,
  lines: LineCounter,
): Failure | undefined {
  const error = errors.find(({ type }) => type === 'Quotes');
  if (error === undefined) return undefined;
  return error.code === 'MissingQuotes'
    ? trouble('steps.csv-quote-open', { line })
    : trouble('steps.csv-quote', {
        line: error.index === undefined ? line : lines.at(error.index),
      });
}

function isEmpty(cells: readonly string[]): boolean {
  return cells.length === 0 || (cells.length === 1 && cells[0]?.trim() === '');
}

function columnName(at: number): string {
  return `Column ${String(at + 1)}`;
}

/** A column without a name gets one, and of two with the same name the second gets a number. */
function distinct(cells: readonly string[]): string[] {
  const used = new Set<string>();
  return cells.map((cell, at) => {
    const name = cell.trim() === '' ? columnName(at) : cell.trim();
    let free = name;
    for (let number = 2; used.has(free); number++) free = `${name} ${String(number)}`;
    used.add(free);
    return free;
  });
}

interface LineCounter {
  /** The line on which the row begins that ends at this place; asked once for each row, in order. */
  startOfRow(end: number): number;
  /** The line of a place, from 1. */
  at(place: number): number;
}

function lineCounter(text: string): LineCounter {
  let passed = 0;
  let line = 1;
  return {
    startOfRow(end) {
      const start = line;
      line += breaksIn(text, passed, end);
      passed = end;
      return start;
    },
    at: (place) => 1 + breaksIn(text, 0, place),
  };
}

function breaksIn(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) count++;
  }
  return count;
}
