import { isJsonList, isJsonObject, type Json, type JsonPath } from '../../shared/index.ts';
import type { ExpectationMode } from './flow-test.ts';

/** A place where a value is not what was expected; without `expected` or `got` there was or is nothing. */
export interface ValueDifference {
  readonly path: JsonPath;
  readonly expected?: Json;
  readonly got?: Json;
}

export interface Alike {
  readonly mode: ExpectationMode;
  readonly mayDiffer: readonly (readonly string[])[];
}

/** Where two values differ, in the order of the expected one. */
export function differences(
  expected: Json | undefined,
  got: Json | undefined,
  { mode, mayDiffer }: Alike,
): readonly ValueDifference[] {
  const found: ValueDifference[] = [];
  const ignored = mode === 'except' ? mayDiffer : [];
  look(expected, got, []);
  return found;

  function look(was: Json | undefined, is: Json | undefined, path: JsonPath): void {
    if (ignored.some((place) => isAt(place, path))) return;
    if (isJsonList(was) && isJsonList(is)) lookInLists(was, is, path);
    else if (isJsonObject(was) && isJsonObject(is)) {
      for (const name of new Set([...Object.keys(was), ...Object.keys(is)]))
        look(own(was, name), own(is, name), [...path, name]);
    } else if (mode === 'shape' ? !haveSameKind(was, is) : was !== is)
      found.push({
        path,
        ...(was !== undefined && { expected: was }),
        ...(is !== undefined && { got: is }),
      });
  }

  /** Of a shape it does not matter how many entries there are: each is held against the first. */
  function lookInLists(was: readonly Json[], is: readonly Json[], path: JsonPath): void {
    const [first] = was;
    if (mode === 'shape') {
      if (first !== undefined)
        for (const [at, entry] of is.entries()) look(was[at] ?? first, entry, [...path, at]);
      return;
    }
    for (let at = 0; at < Math.max(was.length, is.length); at++)
      look(was[at], is[at], [...path, at]);
  }
}

/** A place with a `*` for each place in a list. */
export function generalised(path: JsonPath): string[] {
  return path.map((part) => (typeof part === 'number' ? '*' : part));
}

function isAt(place: readonly string[], path: JsonPath): boolean {
  if (place.length !== path.length) return false;
  return place.every((part, at) =>
    part === '*' ? typeof path[at] === 'number' || path[at] === '*' : part === String(path[at]),
  );
}

function own(value: { readonly [name: string]: Json }, name: string): Json | undefined {
  return Object.hasOwn(value, name) ? value[name] : undefined;
}

/** Nothing and null fit any kind: what is empty today has a value tomorrow. */
function haveSameKind(one: Json | undefined, other: Json | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  if (one === null || other === null) return true;
  return kindOf(one) === kindOf(other);
}

function kindOf(value: Json): string {
  if (isJsonList(value)) return 'list';
  return typeof value === 'bigint' ? 'number' : typeof value;
}
