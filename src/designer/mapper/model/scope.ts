import type { Segment } from '../../../mapping/index.ts';
import type { ListScope } from '../mapping-desk.ts';

/** A pick from inside a list that a card goes through is a pick from the card's entry. */
export function withinScope(
  from: string,
  path: readonly Segment[],
  scope: readonly ListScope[],
): { readonly from: string; readonly path: readonly Segment[] } {
  for (const { source, through } of scope) {
    if (through === undefined || through.from !== from || path.length <= through.path.length)
      continue;
    const starts = through.path.every(
      (segment, at) => JSON.stringify(segment) === JSON.stringify(path[at]),
    );
    const next = path[through.path.length];
    if (starts && typeof next === 'object' && 'each' in next) {
      return withinScope(source.type.from, path.slice(through.path.length + 1), scope);
    }
  }
  return { from, path };
}
