import type { Binding, RefBinding, Segment } from '../binding.ts';

/** A place in what a step gives: what a ref reads when every list's entry around it is followed back to its step. */
export interface Origin {
  readonly from: string;
  readonly path: readonly Segment[];
}

/** Where the entries of the lists around a binding come from, by their names (`item:<name>`). */
export type EntryOrigins = ReadonlyMap<string, Origin | undefined>;

export const noEntries: EntryOrigins = new Map();

/** Where a ref's data comes from; undefined for an entry of something made on the way (a table, a formula). */
export function originOf(ref: RefBinding, entries: EntryOrigins): Origin | undefined {
  if (!entries.has(ref.from)) return { from: ref.from, path: ref.path };
  const entry = entries.get(ref.from);
  return entry && { from: entry.from, path: [...entry.path, ...ref.path] };
}

/** Where one entry of what a card goes through comes from: of a list itself, or of lists made flat. */
export function entryOrigin(list: Binding, entries: EntryOrigins): Origin | undefined {
  const inner = list.kind === 'convert' ? list.of : list;
  const conversions = list.kind === 'convert' ? list.with : [];
  if (inner.kind !== 'ref' || conversions.some(({ name }) => name !== 'flatten')) return undefined;
  const origin = originOf(inner, entries);
  if (origin === undefined) return undefined;
  const levels = inner.path.filter(isEach).length;
  const taken = conversions.length + 1;
  if (taken < levels) return undefined; // an entry is still a list of lists: no one place
  return taken === levels ? origin : { ...origin, path: [...origin.path, { each: true }] };
}

/** The nearest way to a place: from the innermost entry that it lies in, else from its step. */
export function refTo({ from, path }: Origin, entries: EntryOrigins): Origin {
  for (const [name, entry] of [...entries].toReversed()) {
    if (entry?.from !== from || path.length < entry.path.length) continue;
    const isInside = entry.path.every((segment, at) => isSameSegment(segment, path[at]));
    if (isInside) return { from: name, path: path.slice(entry.path.length) };
  }
  return { from, path };
}

function isSameSegment(one: Segment, other: Segment | undefined): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

function isEach(segment: Segment): segment is { readonly each: true } {
  return typeof segment === 'object' && 'each' in segment;
}

/** Whether `path` lies at or below `place`; which entry of a list is meant makes no difference. */
export function isBelow(path: readonly Segment[], place: readonly Segment[]): boolean {
  return (
    path.length >= place.length &&
    place.every((segment, at) => {
      const other = path[at];
      return typeof segment === 'string' ? segment === other : typeof other === 'object';
    })
  );
}
