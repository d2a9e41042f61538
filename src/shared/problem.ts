/** Where something is inside a JSON value: property names and list positions from the root. */
export type JsonPath = readonly (string | number)[];

/** What a sentence of a message catalog may be filled with. */
export type WordParams = Readonly<Record<string, string | number>>;

/** A sentence that lives in a message catalog: its code and what fills its blanks. */
export interface Wording {
  readonly code: string;
  readonly params: WordParams;
}

export type Severity = 'error' | 'warning' | 'hint';

/**
 * The person's work is unfinished or cannot fit: data, never thrown.
 * `path` points into the thing that was checked; `fixes` are one-click mends, best first.
 */
export interface Problem<Fix = never> extends Wording {
  readonly path: JsonPath;
  readonly severity: Severity;
  readonly fixes: readonly Fix[];
}
