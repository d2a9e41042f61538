/**
 * Reads one property of whatever is there. The same function many times, for the reason told in `write-four.ts`: each
 * step of a path gets a place of its own, the same step always the same one.
 */
import type { Json, JsonObject } from '../../shared/index.ts';

export type ReadName = (value: Json | undefined, name: string) => Json | undefined;

/** The place for reading the last of `names` (a path from its source's name on). */
export function readerFor(names: readonly string[]): ReadName {
  const key = names.join('\n');
  let place = places.get(key);
  if (place === undefined) {
    if (places.size >= 5_000) places.clear();
    place = next;
    next = (next + 1) % readers.length;
    places.set(key, place);
  }
  return readers[place] as ReadName; // `next` stays below the length
}

const places = new Map<string, number>();
let next = 0;

// prettier-ignore
const readers: readonly ReadName[] = [
  (value, name) => (typeof value === 'object' && value !== null ? (value as JsonObject)[name] : undefined),
  (value, name) => (typeof value === 'object' && value !== null ? (value as JsonObject)[name] : undefined),
  (value, name) => (typeof value === 'object' && value !== null ? (value as JsonObject)[name] : undefined),
  (value, name) => (typeof value === 'object' && value !== null ? (value as JsonObject)[name] : undefined),
  (value, name) => (typeof value === 'object' && value !== null ? (value as JsonObject)[name] : undefined),
  (value, name) => (typeof value === 'object' && value !== null ? (value as JsonObject)[name] : undefined),
  (value, name) => (typeof value === 'object' && value !== null ? (value as JsonObject)[name] : undefined),
  (value, name) => (typeof value === 'object' && value !== null ? (value as JsonObject)[name] : undefined),
  (value, name) => (typeof value === 'object' && value !== null ? (value as JsonObject)[name] : undefined),
  (value, name) => (typeof value === 'object' && value !== null ? (value as JsonObject)[name] : undefined),
  (value, name) => (typeof value === 'object' && value !== null ? (value as JsonObject)[name] : undefined),
  (value, name) => (typeof value === 'object' && value !== null ? (value as JsonObject)[name] : undefined),
  (value, name) => (typeof value === 'object' && value !== null ? (value as JsonObject)[name] : undefined),
  (value, name) => (typeof value === 'object' && value !== null ? (value as JsonObject)[name] : undefined),
  (value, name) => (typeof value === 'object' && value !== null ? (value as JsonObject)[name] : undefined),
  (value, name) => (typeof value === 'object' && value !== null ? (value as JsonObject)[name] : undefined),
  (value, name) => (typeof value === 'object' && value !== null ? (value as JsonObject)[name] : undefined),
  (value, name) => (typeof value === 'object' && value !== null ? (value as JsonObject)[name] : undefined),
  (value, name) => (typeof value === 'object' && value !== null ? (value as JsonObject)[name] : undefined),
  (value, name) => (typeof value === 'object' && value !== null ? (value as JsonObject)[name] : undefined),
  (value, name) => (typeof value === 'object' && value !== null ? (value as JsonObject)[name] : undefined),
  (value, name) => (typeof value === 'object' && value !== null ? (value as JsonObject)[name] : undefined),
  (value, name) => (typeof value === 'object' && value !== null ? (value as JsonObject)[name] : undefined),
  (value, name) => (typeof value === 'object' && value !== null ? (value as JsonObject)[name] : undefined),
  (value, name) => (typeof value === 'object' && value !== null ? (value as JsonObject)[name] : undefined),
  (value, name) => (typeof value === 'object' && value !== null ? (value as JsonObject)[name] : undefined),
  (value, name) => (typeof value === 'object' && value !== null ? (value as JsonObject)[name] : undefined),
  (value, name) => (typeof value === 'object' && value !== null ? (value as JsonObject)[name] : undefined),
  (value, name) => (typeof value === 'object' && value !== null ? (value as JsonObject)[name] : undefined),
  (value, name) => (typeof value === 'object' && value !== null ? (value as JsonObject)[name] : undefined),
  (value, name) => (typeof value === 'object' && value !== null ? (value as JsonObject)[name] : undefined),
  (value, name) => (typeof value === 'object' && value !== null ? (value as JsonObject)[name] : undefined),
  (value, name) => (typeof value === 'object' && value !== null ? (value as JsonObject)[name] : undefined),
  (value, name) => (typeof value === 'object' && value !== null ? (value as JsonObject)[name] : undefined),
  (value, name) => (typeof value === 'object' && value !== null ? (value as JsonObject)[name] : undefined),
  (value, name) => (typeof value === 'object' && value !== null ? (value as JsonObject)[name] : undefined),
  (value, name) => (typeof value === 'object' && value !== null ? (value as JsonObject)[name] : undefined),
  (value, name) => (typeof value === 'object' && value !== null ? (value as JsonObject)[name] : undefined),
  (value, name) => (typeof value === 'object' && value !== null ? (value as JsonObject)[name] : undefined),
  (value, name) => (typeof value === 'object' && value !== null ? (value as JsonObject)[name] : undefined),
  (value, name) => (typeof value === 'object' && value !== null ? (value as JsonObject)[name] : undefined),
  (value, name) => (typeof value === 'object' && value !== null ? (value as JsonObject)[name] : undefined),
  (value, name) => (typeof value === 'object' && value !== null ? (value as JsonObject)[name] : undefined),
  (value, name) => (typeof value === 'object' && value !== null ? (value as JsonObject)[name] : undefined),
  (value, name) => (typeof value === 'object' && value !== null ? (value as JsonObject)[name] : undefined),
  (value, name) => (typeof value === 'object' && value !== null ? (value as JsonObject)[name] : undefined),
  (value, name) => (typeof value === 'object' && value !== null ? (value as JsonObject)[name] : undefined),
  (value, name) => (typeof value === 'object' && value !== null ? (value as JsonObject)[name] : undefined),
];
