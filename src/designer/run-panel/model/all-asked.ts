import { effectOf, type Catalog } from '../../../catalog/index.ts';
import { operationOf, type Flow } from '../../../flow/index.ts';
import type { RunScope, RunState } from '../../../runtime/contract.ts';
import { wordsOf } from '../../../shared/index.ts';

/** What a test with all there is would do, before it does it. */
export interface AllAsked {
  /** The step whose messages are as many as there are. */
  readonly first: string;
  /** How many messages: `given` by the steps before, or as many as it gave in the `last` test; none: nobody knows yet. */
  readonly count: { readonly of: 'given' | 'last'; readonly messages: number } | undefined;
  /** Steps that send or change something, in order. */
  readonly writes: readonly {
    readonly step: string;
    readonly name: string;
    readonly operation: string;
  }[];
}

interface Known {
  readonly catalog: Catalog;
  /** How many messages the samples of each step are. */
  readonly samples: (step: string) => number | undefined;
  readonly run: RunState | undefined;
}

export function allAsked(flow: Flow, scope: RunScope, known: Known): AllAsked {
  const { catalog, run, samples } = known;
  const beginsAt = scope.kind === 'only' || scope.kind === 'from' ? scope.step : undefined;
  const first =
    flow.steps.find(({ id }) => id === beginsAt) ??
    flow.steps.find(({ id }) => !flow.edges.some(({ to }) => to === id));
  const before = beginsAt === undefined ? [] : flow.edges.filter(({ to }) => to === beginsAt);
  const last = first === undefined ? undefined : run?.steps[first.id];
  return {
    first: first?.name ?? flow.name,
    count:
      before.length > 0
        ? {
            of: 'given',
            messages: before.reduce((sum, { from }) => sum + (samples(from) ?? 0), 0),
          }
        : last?.status === 'done' && last.counts.out > 0
          ? { of: 'last', messages: last.counts.out }
          : undefined,
    writes: flow.steps.flatMap((step) => {
      const operation = operationOf(step, catalog);
      const isRun = scope.kind === 'only' ? step.id === scope.step : step.disabled !== true;
      return operation === undefined || !isRun || effectOf(operation, step.settings) === 'read'
        ? []
        : [{ step: step.id, name: step.name, operation: wordsOf(operation.title) }];
    }),
  };
}
