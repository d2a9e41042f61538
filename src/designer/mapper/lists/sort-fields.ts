import {
  humanise,
  kindsOf,
  propertiesOf,
  resolve,
  titleOf,
  type JsonSchema,
} from '../../../shared/index.ts';

/** What entries can be put in order by: a single value in each, by names from the entry. The entry itself has no names. */
export interface SortField {
  readonly path: readonly string[];
  readonly title: string;
}

const deepest = 2;

/** The single values of an entry, those of groups inside it with their group's name. */
export function sortFields(entry: JsonSchema): readonly SortField[] {
  const { kinds, open } = kindsOf(entry, entry);
  if (!open && !kinds.has('object') && !kinds.has('array') && kinds.size > 0)
    return [{ path: [], title: titleOf(entry, '') }];
  const found: SortField[] = [];
  walk(entry, [], [], 0);
  return found;

  function walk(
    schema: JsonSchema,
    path: readonly string[],
    titles: readonly string[],
    depth: number,
  ): void {
    for (const [name, property] of Object.entries(propertiesOf(schema, entry))) {
      const here = resolve(property, entry);
      const inner = kindsOf(here, entry).kinds;
      const at = [...path, name];
      const named = [...titles, titleOf(here, name)];
      if (inner.has('array')) continue;
      if (inner.has('object')) {
        if (depth < deepest) walk(here, at, named, depth + 1);
      } else found.push({ path: at, title: named.join(' › ') });
    }
  }
}

/** The name of a sort field that the entry does not have (any more). */
export function titleOfSortPath(path: readonly unknown[]): string {
  return path
    .filter((segment) => typeof segment === 'string')
    .map(humanise)
    .join(' › ');
}
