/**
 * The rows of a table in text, which may come in pieces. A table that is not what it says gives the line to look at.
 *
 * A row that a piece ends in the middle of is read with the next one: no more text is held than one piece and one row.
 */
import { Papa, type ParseError, type RowParser } from './papa.ts';
import { isRefusedName } from '../../../mapping/index.ts';
import { failure, success, type JsonObject, type Result } from '../../../shared/index.ts';
import { type Failure, refusedAt } from '../../failure.ts';
import { longestText } from '../given-text.ts';

export interface RowsAsked {
  /** Undefined: found out from the text. */
  readonly separator: string | undefined;
  readonly hasNames: boolean;
  readonly fillsUneven: boolean;
  /** The field that the text stands in. */
  readonly field: string;
}

const guesses = [',', ';', '\t', '|'];

/** All or nothing. */
export function readRows(text: string, asked: RowsAsked): Result<readonly JsonObject[], Failure> {
  return new RowReader(asked).push(text, true);
}

export class RowReader {
  readonly #asked: RowsAsked;
  #parser: RowParser | undefined;
  #rest = '';
  /** The line that `rest` begins on. */
  #line = 1;
  #names: string[] | undefined;
  #rows: JsonObject[] = [];
  #broken: Failure | undefined;
  #lines: LineCounter = lineCounter('', 1);

  constructor(asked: RowsAsked) {
    this.#asked = asked;
  }

  /** The rows that are complete with this piece; of the last one all that are left. */
  push(piece: string, isLast: boolean): Result<readonly JsonObject[], Failure> {
    const text = this.#parser === undefined ? withoutMark(this.#rest + piece) : this.#rest + piece;
    this.#rows = [];
    this.#lines = lineCounter(text, this.#line);
    const { meta } = (this.#parser ??= this.#parserFor(
      // Half a line break would look like another kind of one.
      isLast ? text : text.replace(/\r$/, ''),
    )).parse(text, 0, !isLast);
    if (this.#broken !== undefined) return failure(this.#broken);
    this.#line += breaksIn(text, 0, meta.cursor);
    this.#rest = text.slice(meta.cursor);
    return this.#rest.length > longestText
      ? failure(this.#trouble('steps.row-too-long', { line: this.#line, limit: longestText }))
      : success(this.#rows);
  }

  /** By its beginning: what separates values, and how lines end. */
  #parserFor(beginning: string): RowParser {
    const { delimiter, linebreak } = Papa.parse(beginning, {
      delimiter: this.#asked.separator ?? '',
      delimitersToGuess: guesses,
      // Else the line break at the end of a short table counts as a row of one value.
      skipEmptyLines: true,
      preview: 1,
    }).meta;
    const parser: RowParser = new Papa.Parser({
      delimiter,
      newline: linebreak,
      step: ({ data: [cells = []], errors, meta }) => {
        const line = this.#lines.startOfRow(meta.cursor);
        this.#broken = this.#quoteTrouble(errors, line);
        if (this.#broken === undefined && !isEmpty(cells)) this.#broken = this.#take(cells, line);
        if (this.#broken !== undefined) parser.abort();
      },
    });
    return parser;
  }

  #take(cells: readonly string[], line: number): Failure | undefined {
    const { hasNames, fillsUneven } = this.#asked;
    if (this.#names === undefined) {
      this.#names = hasNames ? distinct(cells) : cells.map((_cell, at) => columnName(at));
      const odd = this.#names.find(isRefusedName);
      if (odd !== undefined) return this.#trouble('steps.name-refused', { line, name: odd });
      if (hasNames) return undefined;
    }
    const names = this.#names;
    const expected = names.length;
    if (cells.length !== expected && !fillsUneven)
      return this.#trouble('steps.csv-row-length', { line, found: cells.length, expected });
    const row: Record<string, string> = {};
    for (let at = 0; at < Math.max(expected, cells.length); at++)
      row[names[at] ?? columnName(at)] = cells[at] ?? '';
    this.#rows.push(row);
    return undefined;
  }

  #quoteTrouble(errors: readonly ParseError[], line: number): Failure | undefined {
    const error = errors.find(({ type }) => type === 'Quotes');
    if (error === undefined) return undefined;
    return error.code === 'MissingQuotes'
      ? this.#trouble('steps.csv-quote-open', { line })
      : this.#trouble('steps.csv-quote', {
          line: error.index === undefined ? line : this.#lines.at(error.index),
        });
  }

  #trouble(code: `steps.${string}`, params: Readonly<Record<string, string | number>>): Failure {
    return refusedAt(code, [this.#asked.field], params);
  }
}

function withoutMark(text: string): string {
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
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
  /** The line of a place. */
  at(place: number): number;
}

function lineCounter(text: string, first: number): LineCounter {
  let passed = 0;
  let line = first;
  return {
    startOfRow(end) {
      const start = line;
      line += breaksIn(text, passed, end);
      passed = end;
      return start;
    },
    at: (place) => first + breaksIn(text, 0, place),
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
