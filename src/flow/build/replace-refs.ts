import {
  isBelow,
  mapRefs,
  refTo,
  typeAtPath,
  usedRefs,
  type EntryOrigins,
  type Origin,
  type RefBinding,
  type Segment,
  type SlotContent,
  type SourceType,
} from '../../mapping/index.ts';
import type { Flow, Step } from '../flow-document.ts';
import type { Operation } from '../operation.ts';
import { sourcesOf } from '../sources.ts';
import type { FindOperations } from '../step-facts.ts';

/** What is read in place of something that has gone. */
export interface Replacement {
  readonly old: Origin;
  readonly next: Origin;
  /** The new data's name, for the history. */
  readonly title: string;
}

/** Other data everywhere the old is read and the new can be: one operation, and how many places it changes. */
export function replaceEverywhere(
  flow: Flow,
  catalog: FindOperations,
  replacement: Replacement,
): { readonly operation: Operation; readonly count: number } {
  let count = 0;
  const operations: Operation[] = [];
  for (const step of flow.steps) {
    if (!readsOld(step, replacement.old)) continue;
    const sources = sourcesOf(flow, catalog, step.id);
    for (const [slot, content] of Object.entries(step.slots)) {
      const changed = replaceIn(content, replacement, sources);
      if (changed.count === 0) continue;
      count += changed.count;
      operations.push({ type: 'step.set-slot', step: step.id, slot, content: changed.content });
    }
  }
  return {
    operation: {
      type: 'batch',
      label: 'replace-source',
      params: { field: replacement.title, count },
      operations,
    },
    count,
  };
}

function replaceIn(
  content: SlotContent,
  { old, next }: Replacement,
  sources: readonly SourceType[],
): { readonly content: SlotContent; readonly count: number } {
  let count = 0;
  const changed = mapRefs(content, (ref, origin, entries) => {
    if (!reads(origin, old) || followsItsCard(ref, old, entries)) return ref;
    const path = [
      ...withChoices(next.path, origin.path.slice(0, old.path.length)),
      ...origin.path.slice(old.path.length),
    ];
    const source = sources.find(({ from }) => from === next.from);
    if (source === undefined || !typeAtPath(source, path).ok) return ref;
    const place = refTo({ from: next.from, path }, entries);
    // A list where one entry was read would fill the field with something else.
    if (lists(place.path) > lists(ref.path)) return ref;
    count++;
    return { ...ref, ...place };
  });
  return { content: changed, count };
}

function readsOld(step: Step, old: Origin): boolean {
  return Object.values(step.slots).some((content) =>
    usedRefs(content).some(({ origin }) => reads(origin, old)),
  );
}

function reads(origin: Origin | undefined, old: Origin): origin is Origin {
  return origin?.from === old.from && isBelow(origin.path, old.path);
}

/** A card's inside needs no change of its own when the card goes through other data. */
function followsItsCard(ref: RefBinding, old: Origin, entries: EntryOrigins): boolean {
  const entry = entries.get(ref.from);
  return entry !== undefined && isBelow(entry.path, old.path);
}

/** The new path with the old one's choices among entries; lists that the old one did not have give their first. */
function withChoices(next: readonly Segment[], old: readonly Segment[]): readonly Segment[] {
  const choices = old.filter((segment) => typeof segment === 'object');
  let at = 0;
  return next.map((segment) =>
    typeof segment === 'string' ? segment : (choices[at++] ?? { first: true }),
  );
}

function lists(path: readonly Segment[]): number {
  return path.filter((segment) => typeof segment === 'object' && 'each' in segment).length;
}
