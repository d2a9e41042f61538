import type { Edge, Step } from '../../flow/index.ts';
import { usedRefs } from '../../mapping/index.ts';
import { waysFrom } from './ways.ts';

/**
 * What a message must still have after each step: what some later step on its way reads, and nothing else. A long flow
 * whose steps read their neighbours carries one value; nothing grows with the number of steps.
 */
export function carriedAfter(
  ordered: readonly Step[],
  ways: readonly Edge[],
): readonly {
  readonly names: readonly string[];
  readonly unchanged: boolean;
  /** What it must have when it comes to the step. */
  readonly entering: readonly string[];
}[] {
  const position = new Map(ordered.map((step, at) => [step.id, at]));
  const before: ReadonlySet<string>[] = ordered.map(() => none);
  const after: ReadonlySet<string>[] = ordered.map(() => none);
  const following = waysFrom(ways);
  for (let at = ordered.length - 1; at >= 0; at--) {
    const step = ordered[at] as Step; // `at` is inside the list
    const leaving = union(
      (following.get(step.id) ?? []).map(({ to }) => before[position.get(to) ?? -1] ?? none),
    );
    const entering = new Set(leaving);
    entering.delete(step.id);
    for (const name of sourcesRead(step)) entering.add(name);
    after[at] = leaving;
    before[at] = entering;
  }
  return ordered.map((step, at) => {
    const leaving = after[at] ?? none;
    return {
      names: [...leaving],
      entering: [...(before[at] ?? none)],
      unchanged: sameMembers(leaving, before[at] ?? none) && !leaving.has(step.id),
    };
  });
}

const none: ReadonlySet<string> = new Set();

function union(sets: readonly ReadonlySet<string>[]): ReadonlySet<string> {
  if (sets.length === 1) return sets[0] ?? none;
  return new Set(sets.flatMap((set) => [...set]));
}

function sameMembers(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one.size === other.size && [...one].every((name) => other.has(name));
}

/** Names of sources that a step's slots read from outside themselves. */
function sourcesRead(step: Step): ReadonlySet<string> {
  const names = new Set<string>();
  for (const content of Object.values(step.slots)) {
    for (const { ref } of usedRefs(content)) if (!ref.from.startsWith('item:')) names.add(ref.from);
  }
  return names;
}
