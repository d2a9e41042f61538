import type { Flow } from '../flow/index.ts';
import { noCounts, passedOn, type MessageRecord, type RunScope } from '../runtime/contract.ts';
import type { Json } from '../shared/index.ts';
import type { GivenToRun } from '../storage/contract.ts';
import type { RunContentRow } from '../storage/index.ts';

/** What another run is given, so that it begins with the data of an earlier one and asks no source. */
export interface SameData extends GivenToRun {
  /** First steps that give what they gave then, instead of being called. */
  readonly leftOut: readonly string[];
  /** Messages that are kept of those it began with, and how many it began with. */
  readonly count: number;
  readonly total: number;
}

/** Undefined: nothing is kept that a run could begin with. */
export function dataOf(
  { flow, state, given }: Pick<RunContentRow, 'flow' | 'state' | 'given'>,
  scope: RunScope,
  recordsOf: (step: string) => readonly MessageRecord[],
): SameData | undefined {
  const leftOut = given.leftOut ?? [];
  const came = given.received ?? given.arriving;
  if (came !== undefined) return { ...given, leftOut, count: came.length, total: came.length };
  if (scope.kind === 'only' || scope.kind === 'from') {
    const count = Math.max(0, ...Object.values(given.samples ?? {}).map(({ length }) => length));
    return count === 0 ? undefined : { ...given, leftOut, count, total: count };
  }
  const samples: Record<string, readonly Json[]> = { ...given.samples };
  let [count, total] = [0, 0];
  for (const id of firstSteps(flow)) {
    const out = passedOn(state.steps[id]?.counts ?? noCounts);
    if (out === 0) continue;
    // A list of which the first ones went on is kept whole.
    if (!leftOut.includes(id))
      samples[id] = recordsOf(id)
        .flatMap(({ output = [] }) => output)
        .slice(0, out);
    count += Math.min(out, samples[id]?.length ?? 0);
    total += out;
  }
  if (count === 0) return undefined;
  return { ...given, samples, leftOut: Object.keys(samples), count, total };
}

export function firstSteps({ steps, edges }: Flow): readonly string[] {
  return steps.filter(({ id }) => !edges.some(({ to }) => to === id)).map(({ id }) => id);
}
