import { kindsOf, type JsonSchema } from '../../../shared/index.ts';
import type { Binding, Conversion, Segment } from '../../../mapping/index.ts';

/** What to do with a list's inside where one value is wanted. */
export type ListChoice = 'first' | 'last' | 'joined' | 'count';

/** How many lists a path goes through entirely. */
function listLevels(path: readonly Segment[]): number {
  return path.filter((segment) => typeof segment === 'object' && 'each' in segment).length;
}

/** Whether picking this data for that field needs a word from the person: a list for one value. */
export function needsListChoice(
  path: readonly Segment[],
  from: JsonSchema,
  target: JsonSchema,
  root: JsonSchema,
): boolean {
  const wanted = kindsOf(target, root);
  if (wanted.open || wanted.kinds.has('array')) return false;
  return listLevels(path) > 0 || kindsOf(from, from).kinds.has('array');
}

/**
 * The binding for a pick, after the person's word about lists. `levels` is how many lists are inside each other there;
 * without it, those that the path goes through, at least one.
 */
export function pickBinding(
  from: string,
  path: readonly Segment[],
  choice?: ListChoice,
  levels = Math.max(1, listLevels(path)),
): Binding {
  if (choice === undefined) return { kind: 'ref', from, path };
  if (choice === 'joined') return ofAll(from, path, levels, [{ name: 'join', by: ', ' }]);
  if (choice === 'count') return ofAll(from, path, levels, [{ name: 'count' }]);
  const end: Segment = choice === 'first' ? { first: true } : { last: true };
  const chosen = path.map((segment) =>
    typeof segment === 'object' && 'each' in segment ? end : segment,
  );
  const more = new Array<Segment>(levels - listLevels(path)).fill(end);
  return { kind: 'ref', from, path: [...chosen, ...more] };
}

/** One value made of all entries; lists inside lists are one list first. */
export function ofAll(
  from: string,
  path: readonly Segment[],
  levels: number,
  conversions: readonly Conversion[],
): Binding {
  const flat = new Array<Conversion>(levels - 1).fill({ name: 'flatten' });
  return { kind: 'convert', of: { kind: 'ref', from, path }, with: [...flat, ...conversions] };
}
