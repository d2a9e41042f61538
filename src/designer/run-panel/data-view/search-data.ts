import { isJsonList, isJsonObject, type Json, type JsonObject } from '../../../shared/index.ts';

/** What is left of data when only what holds some words is shown. */
export interface FoundData {
  /** Undefined: nothing holds them. */
  readonly value: Json | undefined;
  /** Entries or fields that hold them. */
  readonly count: number;
  /** Of a list: where each entry that is left stood. */
  readonly places?: readonly number[];
}

/**
 * Searches one value again and again: with more signs of the same words only what is left of it is searched, so a key
 * that is typed costs less and less.
 */
export function searchIn(value: Json): (words: string) => FoundData {
  let before: { readonly words: string; readonly found: FoundData } | undefined;
  return (words) => {
    const found =
      before !== undefined && words.startsWith(before.words)
        ? narrowed(before.found, words)
        : searchData(value, words);
    before = { words, found };
    return found;
  };
}

function narrowed({ value, places }: FoundData, words: string): FoundData {
  if (value === undefined) return { value, count: 0, ...(places && { places }) };
  const found = searchData(value, words);
  if (places === undefined || found.places === undefined) return found;
  return { ...found, places: found.places.map((at) => places[at] ?? at) };
}

/** Entries of a list that hold the words, whole; of a group the fields whose name or value holds them. */
export function searchData(value: Json, words: string): FoundData {
  const wanted = words.trim().toLocaleLowerCase('en');
  if (isJsonList(value)) {
    const places: number[] = [];
    value.forEach((entry, at) => {
      if (holds(entry, wanted)) places.push(at);
    });
    const left = places.flatMap((at) => [value[at] ?? null]);
    return { value: left.length === 0 ? undefined : left, count: left.length, places };
  }
  if (isJsonObject(value)) return fieldsOf(value, wanted);
  return holds(value, wanted) ? { value, count: 1 } : { value: undefined, count: 0 };
}

function fieldsOf(group: JsonObject, wanted: string): FoundData {
  const left: Record<string, Json> = {};
  let count = 0;
  for (const [name, inner] of Object.entries(group)) {
    const found = name.toLocaleLowerCase('en').includes(wanted)
      ? { value: inner, count: 1 }
      : searchData(inner, wanted);
    if (found.value === undefined) continue;
    Object.defineProperty(left, name, { value: found.value, enumerable: true });
    count += found.count;
  }
  return { value: count === 0 ? undefined : left, count };
}

function holds(value: Json, wanted: string): boolean {
  if (isJsonList(value)) return value.some((entry) => holds(entry, wanted));
  if (isJsonObject(value)) return Object.values(value).some((inner) => holds(inner, wanted));
  return value !== null && String(value).toLocaleLowerCase('en').includes(wanted);
}
