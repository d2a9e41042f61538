/** The part of Papa Parse that is used. Its published types bring all of Node's with them, which the core does without. */
declare module 'papaparse' {
  export interface ParseError {
    readonly type: 'Quotes' | 'Delimiter' | 'FieldMismatch';
    readonly code: string;
    /** The place in the text, where it is known. */
    readonly index?: number;
  }
  interface ParseStep {
    /** One row. */
    readonly data: readonly (readonly string[])[];
    readonly errors: readonly ParseError[];
    /** `cursor`: the place in the text behind this row. */
    readonly meta: { readonly cursor: number };
  }
  interface GuessOptions {
    readonly delimiter: string;
    readonly delimitersToGuess: readonly string[];
    readonly skipEmptyLines: boolean;
    readonly preview: number;
  }
  /** Reads one text after the other; of one that goes on, its last row is left out. */
  export interface RowParser {
    parse(
      text: string,
      baseIndex: number,
      ignoreLastRow: boolean,
    ): { readonly meta: { readonly cursor: number } };
    abort(): void;
  }
  const Papa: {
    parse(
      text: string,
      options: GuessOptions,
    ): { readonly meta: { readonly delimiter: string; readonly linebreak: string } };
    readonly Parser: new (options: {
      readonly delimiter: string;
      readonly newline: string;
      step(row: ParseStep): void;
    }) => RowParser;
    unparse(
      rows: readonly (readonly string[])[],
      options: { readonly delimiter: string; readonly newline: string },
    ): string;
  };
  // eslint-disable-next-line no-restricted-syntax -- that is how the library exports itself
  export default Papa;
}
