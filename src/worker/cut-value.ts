/**
 * A value as far as a screen can show it: of long lists the first entries, of long texts the beginning. What the preview
 * makes of 10 MB then travels to the page in no time.
 */
import { isJsonList, isJsonObject, type Json, type JsonPath } from '../shared/index.ts';

export interface Cut {
  readonly value: Json | undefined;
  /** The lists and groups that were cut, and how many entries each really has. */
  readonly cuts: readonly { readonly path: JsonPath; readonly count: number }[];
}

const longestText = 20_000;
/** Values in all; a list gives its entries evenly no thought: the first ones are shown. */
const mostValues = 20_000;

export function cutValue(whole: Json | undefined, mostEntries: number): Cut {
  const cuts: { path: JsonPath; count: number }[] = [];
  let left = mostValues;
  return { value: whole === undefined ? undefined : cut(whole, []), cuts };

  function cut(value: Json, path: JsonPath): Json {
    left--;
    if (typeof value === 'string')
      return value.length > longestText ? `${value.slice(0, longestText)}…` : value;
    if (isJsonList(value)) return cutList(value, path);
    return isJsonObject(value) ? cutGroup(value, path) : value;
  }

  function cutList(list: readonly Json[], path: JsonPath): Json {
    const kept: Json[] = [];
    for (const entry of list) {
      if (kept.length >= mostEntries || left <= 0) break;
      kept.push(cut(entry, [...path, kept.length]));
    }
    if (kept.length < list.length) cuts.push({ path, count: list.length });
    return kept;
  }

  function cutGroup(group: Readonly<Record<string, Json>>, path: JsonPath): Json {
    const names = Object.keys(group);
    const kept: Record<string, Json> = {};
    let count = 0;
    for (const name of names) {
      if (left <= 0) break;
      kept[name] = cut(group[name] ?? null, [...path, name]);
      count++;
    }
    if (count < names.length) cuts.push({ path, count: names.length });
    return kept;
  }
}
