import { waitingIn } from './run-counts.ts';
import type { RunEvent } from './run-event.ts';
import type { RunState } from './run-state.ts';

/**
 * R5, where the engine can say nothing any more: the last reports of a run that broke off. Every step ends, and each message
 * that was under way is counted as cancelled.
 */
export function cutOff(
  state: RunState | undefined,
  at: number,
  how: Pick<Extract<RunEvent, { type: 'run.finished' }>, 'status' | 'failure'>,
): readonly RunEvent[] {
  return [
    ...Object.entries(state?.steps ?? {})
      .filter(([, { finishedAt }]) => finishedAt === undefined)
      .map(([step, { startedAt, counts }]): RunEvent => ({
        type: 'step.finished',
        step,
        at,
        status: startedAt === undefined ? 'not-reached' : 'cancelled',
        counts: { ...counts, cancelled: counts.cancelled + waitingIn(counts) },
      })),
    { type: 'run.finished', at, ...how },
  ];
}
