import { foldRun, type Failure, type RunState } from '../runtime/contract.ts';
import type { EventBatch } from './event-outbox.ts';

/** Follows runs by their reports, to be able to end them when their worker is gone. */
export interface FollowedRuns {
  take(batch: EventBatch): void;
  readonly open: Map<string, RunState>;
}

export function followRuns(): FollowedRuns {
  const open = new Map<string, RunState>();
  return {
    open,
    take({ runId, events }) {
      const state = events.reduce<RunState | undefined>(foldRun, open.get(runId));
      if (state === undefined || state.finishedAt !== undefined) open.delete(runId);
      else open.set(runId, state);
    },
  };
}

const hostGone: Failure = { kind: 'terminal', code: 'runs.host-gone', params: {}, fields: [] };

/** The last reports of runs whose worker is gone: no run stays "running" after its host died. `cancelled` was to end anyway. */
export function endOfHost(runs: FollowedRuns, cancelled?: string): readonly EventBatch[] {
  const batches = [...runs.open.values()].map(({ runId, steps, startedAt }): EventBatch => ({
    runId,
    number: 0,
    events: [
      ...Object.entries(steps)
        .filter(([, step]) => step.finishedAt === undefined)
        .map(([step, { startedAt: began, counts }]) => ({
          type: 'step.finished' as const,
          step,
          at: began ?? startedAt,
          status: began === undefined ? ('not-reached' as const) : ('cancelled' as const),
          counts,
        })),
      {
        type: 'run.finished',
        at: startedAt,
        ...(runId === cancelled
          ? { status: 'cancelled' as const }
          : { status: 'failed' as const, failure: hostGone }),
      },
    ],
  }));
  runs.open.clear();
  return batches;
}
