import { cutOff, foldRun, type Failure, type RunState } from '../runtime/contract.ts';
import type { EventBatch } from './event-outbox.ts';

/** Follows runs by their reports, to be able to end them when their worker is gone. */
export interface FollowedRuns {
  /** It was asked for: from here on it has an end, also when its worker dies before the first report. */
  expect(runId: string): void;
  take(batch: EventBatch): void;
  /** What is known of those that go on; undefined: nothing yet. */
  readonly open: Map<string, RunState | undefined>;
}

export function followRuns(): FollowedRuns {
  const open = new Map<string, RunState | undefined>();
  return {
    open,
    expect(runId) {
      open.set(runId, undefined);
    },
    take({ runId, events }) {
      const state = events.reduce<RunState | undefined>(foldRun, open.get(runId));
      if (state === undefined || state.finishedAt !== undefined) open.delete(runId);
      else open.set(runId, state);
    },
  };
}

const hostGone: Failure = { kind: 'terminal', code: 'runs.host-gone', params: {}, fields: [] };

/** The last reports of runs whose worker is gone: no run stays "running" after its host died. `cancelled` was to end anyway. */
export function endOfHost(
  runs: FollowedRuns,
  at: number,
  cancelled?: string,
): readonly EventBatch[] {
  const batches = [...runs.open].map(([runId, state]): EventBatch => ({
    runId,
    number: 0,
    events: [
      ...(state === undefined ? [{ type: 'run.started' as const, runId, at, steps: [] }] : []),
      ...cutOff(
        state,
        at,
        runId === cancelled ? { status: 'cancelled' } : { status: 'failed', failure: hostGone },
      ),
    ],
  }));
  runs.open.clear();
  return batches;
}
