/**
 * How the rest of a list could be read, where an answer shows that it is one page of several. A suggestion for a person to
 * take: nothing is followed by itself. It fills the settings by which the description lets a way of paging be chosen.
 */
import { isJsonObject, nameOfPointer, type Json, type JsonObject } from '../../shared/index.ts';
import type { Operation } from '../component/operation.ts';
import type { NextPage } from '../component/take.ts';
import { atPointer } from '../json-pointer.ts';
import { settingsWithDefaults, type Settings } from '../settings.ts';
import { describedCallOf } from './described-call.ts';
import { httpCallOf } from './plan-call.ts';
import { writtenPlace } from './typed-place.ts';

export interface PagingSuggestion {
  /** What the settings are then. */
  readonly settings: Settings;
  readonly by: NextPage['by'];
  /** Where the answer shows it, as a person writes it: `links.next`. */
  readonly place: string;
}

/** Undefined: a way is chosen already, none can be, or the answer shows nothing of the kind. */
export function suggestPaging(
  operation: Operation,
  settings: Settings,
  body: Json | undefined,
): PagingSuggestion | undefined {
  const next = (httpCallOf(operation) ?? describedCallOf(operation))?.take?.next;
  if (next === undefined || !('table' in next) || body === undefined) return undefined;
  const { from, table } = next;
  const way = atPointer(settingsWithDefaults(operation, settings), from);
  if (typeof way === 'string' && Object.hasOwn(table, way)) return undefined;
  const shown = evidenceIn(body);
  const [name, template] =
    Object.entries(table).find(([, entry]) => entry['by'] === shown?.by) ?? [];
  if (shown === undefined || name === undefined || template === undefined) return undefined;
  const made: Record<string, Json> = { ...settings, [nameOfPointer(from)]: name };
  for (const [key, value] of Object.entries(shown.says)) {
    const setting = (template as JsonObject)[key];
    const at = isJsonObject(setting) ? setting['at'] : undefined;
    if (typeof at === 'string') made[nameOfPointer(at)] = value;
  }
  return { settings: made, by: shown.by, place: shown.place };
}

interface Evidence {
  readonly by: NextPage['by'];
  readonly place: string;
  /** By the names of `NextPage`. */
  readonly says: Readonly<Record<string, Json>>;
}

interface Field {
  readonly place: string;
  readonly name: string;
  readonly value: Json;
}

const addressNames =
  /^(next|nextlink|nexturl|nexturi|nextpage|nextpageurl|nextpagelink|nexthref|odatanextlink)$/;
const markerNames =
  /^(next|nextcursor|nextpagetoken|nexttoken|nextmarker|endcursor|continuationtoken|continuation|cursor|after|bookmark|scrollid)$/;
const pagesNames = /^(pages|totalpages|pagecount|lastpage|numpages|pagestotal)$/;

function evidenceIn(body: Json): Evidence | undefined {
  const fields = fieldsOf(body);
  const named = (names: RegExp, fits: (value: Json) => boolean) =>
    fields.find(({ name, value }) => names.test(name) && fits(value));
  const address = named(addressNames, looksLikeAddress);
  if (address !== undefined)
    return { by: 'url', place: address.place, says: { at: address.place } };
  const marker = named(markerNames, isMarker);
  if (marker !== undefined)
    return {
      by: 'cursor',
      place: marker.place,
      says: { at: marker.place, parameter: sentAs(marker.name) },
    };
  const pages = named(pagesNames, (value) => typeof value === 'number' && value > 1);
  return pages && { by: 'page', place: pages.place, says: { pages: pages.place } };
}

const deepest = 3;

/** The single values of an answer, the outermost first, none of its entries. Names without case and signs. */
function fieldsOf(body: Json): readonly Field[] {
  const found: Field[] = [];
  let groups: readonly (readonly [path: readonly string[], value: Json])[] = [[[], body]];
  for (let depth = 0; depth < deepest; depth++) {
    groups = groups.flatMap(([path, group]) =>
      isJsonObject(group)
        ? Object.entries(group).map(([name, value]) => [[...path, name], value] as const)
        : [],
    );
    for (const [path, value] of groups) {
      // `next: { href }`, as HAL and JSON:API write it.
      const inside = isJsonObject(value) ? value['href'] : undefined;
      const isLink = typeof inside === 'string';
      if (typeof value !== 'object' || isLink)
        found.push({
          place: writtenPlace(isLink ? [...path, 'href'] : path),
          name: (path.at(-1) ?? '').toLowerCase().replace(/[^a-z]/g, ''),
          value: isLink ? inside : value,
        });
    }
  }
  return found;
}

function looksLikeAddress(value: Json): boolean {
  return typeof value === 'string' && /^(https?:\/\/|\/|\?)\S+$/.test(value);
}

function isMarker(value: Json): boolean {
  if (typeof value === 'number') return true;
  return typeof value === 'string' && value !== '' && !/\s/.test(value);
}

/** What services most often call a marker when it is sent back. */
function sentAs(name: string): string {
  if (name === 'nextpagetoken') return 'pageToken';
  if (name === 'after' || name === 'endcursor') return 'after';
  if (name === 'nexttoken' || name === 'continuationtoken') return 'token';
  return 'cursor';
}
