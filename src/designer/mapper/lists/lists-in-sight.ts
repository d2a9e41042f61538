import { itemsOf, kindsOf, resolve } from '../../../shared/index.ts';
import type { Binding, RefBinding, Segment, SourceType } from '../../../mapping/index.ts';
import { flattened } from '../model/drop/list-card.ts';
import { placesInSight } from '../model/places-in-sight.ts';

/** A list that a card could go through. */
export interface ListInSight {
  readonly key: string;
  readonly list: Binding;
  /** As the data's tree names it. */
  readonly from: string;
  readonly path: readonly Segment[];
  /** Names on the way to it, the list's own last. */
  readonly titles: readonly string[];
  readonly source: string;
  /** Its entries are of the kind that the card makes: groups for groups, values for values. */
  readonly fits: boolean;
}

const most = 300;

/** All lists in sight; lists inside lists as one list of all their entries. Those that fit come first. */
export function listsInSight(
  seen: readonly SourceType[],
  wantsGroups: boolean,
): readonly ListInSight[] {
  const found: ListInSight[] = [];
  for (const { source, schema, path, titles } of placesInSight(seen)) {
    const root = source.schema;
    const isEntry = path.length > 0 && typeof path.at(-1) !== 'string';
    if (isEntry || !kindsOf(schema, root).kinds.has('array')) continue;
    const ref: RefBinding = { kind: 'ref', from: source.from, path };
    const levels = path.filter((segment) => typeof segment !== 'string').length;
    const entry = resolve(itemsOf(schema, root), root);
    found.push({
      key: JSON.stringify([source.from, ...path]),
      list: flattened(ref, levels),
      from: source.from,
      path,
      titles: titles.length === 0 ? [source.title] : titles,
      source: source.title,
      fits: kindsOf(entry, root).kinds.has('object') === wantsGroups,
    });
    if (found.length === most) break;
  }
  return found.toSorted((one, other) => Number(other.fits) - Number(one.fits));
}
