import { readdirSync, readFileSync } from 'node:fs';
import { parseJson, type Json, type JsonPath } from '../../shared/index.ts';
import type { Binding, Condition, EvaluationContext, Segment, Sources } from '../index.ts';

/** What a case file holds: a binding and what it makes (`nothing` for no value), or a condition and whether it holds. */
export interface GoldenCase {
  readonly name: string;
  readonly binding?: Binding;
  readonly condition?: Condition;
  readonly sources: Sources;
  readonly context?: Partial<EvaluationContext>;
  readonly value?: Json;
  readonly nothing?: true;
  readonly holds?: boolean;
  readonly problems?: readonly { readonly code: string; readonly target: JsonPath }[];
  /** In `odd-<kind>.json`: which odd input the case is about. */
  readonly odd?: string;
  /** In `if-missing.json`: which rule stands where. */
  readonly rule?: string;
  readonly position?: string;
}

/** `paths/selectors.json`: what each path gives on each of the data. */
export interface SelectorCases {
  readonly data: Readonly<Record<string, Json>>;
  readonly cases: readonly {
    readonly path: readonly Segment[];
    readonly gives: Readonly<
      Record<string, 'nothing' | { readonly value: Json } | { readonly fails: string }>
    >;
  }[];
}

const folder = new URL('../cases/', import.meta.url);

export const caseFiles: readonly string[] = readdirSync(folder).filter((name) =>
  name.endsWith('.json'),
);

export function readCases(file: string): readonly GoldenCase[] {
  return readGolden(file) as unknown as readonly GoldenCase[]; // checked by running them
}

export function readSelectorCases(): SelectorCases {
  return readGolden('paths/selectors.json') as unknown as SelectorCases;
}

/** Safety cases hold names that the lossless door rightly refuses. */
export function isSafety(file: string): boolean {
  return file.startsWith('safety');
}

function readGolden(file: string): Json {
  const text = readFileSync(new URL(file, folder), 'utf8');
  if (isSafety(file)) return JSON.parse(text) as Json;
  const read = parseJson(text);
  if (!read.ok)
    throw new Error(`${file}: ${read.reason.message} at line ${String(read.reason.line)}`);
  return spelledOut(read.value);
}

/** `{ "$times": 10000, "of": x }` stands for a list of so many x. */
function spelledOut(value: Json): Json {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return (value as readonly Json[]).map(spelledOut);
  const { $times: times, of } = value as Readonly<Record<string, Json>>;
  if (typeof times === 'number' && of !== undefined)
    return Array.from({ length: times }, () => spelledOut(of));
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, spelledOut(inner)]),
  );
}
