import {
  itemsOf,
  kindsOf,
  propertiesOf,
  resolve,
  titleOf,
  type JsonSchema,
} from '../../../shared/index.ts';
import type { Binding, RefBinding, Segment, SourceType } from '../../../mapping/index.ts';
import { flattened } from '../model/drop/list-card.ts';

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

const deepest = 6;
const most = 300;

/** All lists in sight; lists inside lists as one list of all their entries. Those that fit come first. */
export function listsInSight(
  seen: readonly SourceType[],
  wantsGroups: boolean,
): readonly ListInSight[] {
  const found: ListInSight[] = [];
  for (const source of seen) {
    const root = source.schema;
    walk(source, resolve(root, root), [], [], 0);
  }
  return found.toSorted((one, other) => Number(other.fits) - Number(one.fits));

  function walk(
    source: SourceType,
    schema: JsonSchema,
    path: readonly Segment[],
    titles: readonly string[],
    depth: number,
  ): void {
    if (depth > deepest || found.length >= most) return;
    const root = source.schema;
    const { kinds } = kindsOf(schema, root);
    if (kinds.has('array')) {
      const entry = resolve(itemsOf(schema, root), root);
      const ref: RefBinding = { kind: 'ref', from: source.from, path };
      const levels = path.filter((segment) => typeof segment !== 'string').length;
      const isGroup = kindsOf(entry, root).kinds.has('object');
      found.push({
        key: JSON.stringify([source.from, ...path]),
        list: flattened(ref, levels),
        from: source.from,
        path,
        titles: titles.length === 0 ? [source.title] : titles,
        source: source.title,
        fits: isGroup === wantsGroups,
      });
      if (isGroup) walk(source, entry, [...path, { each: true }], titles, depth + 1);
    } else if (kinds.has('object')) {
      for (const [name, property] of Object.entries(propertiesOf(schema, root))) {
        const here = resolve(property, root);
        walk(source, here, [...path, name], [...titles, titleOf(here, name)], depth + 1);
      }
    }
  }
}
