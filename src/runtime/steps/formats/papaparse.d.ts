/** The part of Papa Parse that is used. Its published types bring all of Node's with them, which the core does without. */
declare module 'papaparse' {
  export interface ParseError {
    readonly type: 'Quotes' | 'Delimiter' | 'FieldMismatch';
    readonly code: string;
    /** The place in the text, where it is known. */
    readonly index?: number;
  }
  interface ParseStep {
    readonly data: readonly string[];
    readonly errors: readonly ParseError[];
    /** `cursor`: the place in the text behind this row. */
    readonly meta: { readonly cursor: number };
  }
  interface ParseOptions {
    readonly delimiter: string;
    readonly delimitersToGuess: readonly string[];
    step(row: ParseStep, parser: { abort(): void }): void;
  }
  const Papa: {
    parse(text: string, options: ParseOptions): unknown;
    unparse(
      rows: readonly (readonly string[])[],
      options: { readonly delimiter: string; readonly newline: string },
    ): string;
  };
  // eslint-disable-next-line no-restricted-syntax -- that is how the library exports itself
  export default Papa;
}
