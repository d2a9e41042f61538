import { isJsonList, isJsonObject, type Json } from '../shared/index.ts';
import type { Segment, Sources } from '../mapping/index.ts';

/** A place of the samples whose value holds what was looked for; of a list's entries the first one. */
export interface FoundValue {
  readonly from: string;
  /** What is inside a list goes through `{ each: true }`. */
  readonly path: readonly Segment[];
  /** Which entry of each list on the way it was found in. */
  readonly entries: readonly number[];
}

const mostPlaces = 200;

/** Looks through all samples, entry by entry; each place of their shape is told once. */
export function findValues(sources: Sources, words: string): readonly FoundValue[] {
  const needle = words.trim().toLocaleLowerCase('en');
  if (needle === '') return [];
  const found = new Map<string, FoundValue>();
  for (const [from, sample] of Object.entries(sources))
    if (sample !== undefined) look(from, sample, [], [], JSON.stringify(from));
  return [...found.values()];

  function look(
    from: string,
    value: Json,
    path: readonly Segment[],
    entries: readonly number[],
    key: string,
  ): void {
    if (found.size >= mostPlaces) return;
    if (isJsonList(value)) {
      const inside = `${key}[]`;
      const below = [...path, { each: true } as const];
      for (const [at, entry] of value.entries()) look(from, entry, below, [...entries, at], inside);
    } else if (isJsonObject(value)) {
      for (const [name, inner] of Object.entries(value))
        look(from, inner, [...path, name], entries, `${key},${JSON.stringify(name)}`);
    } else if (!found.has(key) && holds(value, needle)) found.set(key, { from, path, entries });
  }
}

function holds(value: Json, needle: string): boolean {
  if (typeof value === 'string') return value.toLocaleLowerCase('en').includes(needle);
  return (typeof value === 'number' || typeof value === 'bigint') && String(value).includes(needle);
}
