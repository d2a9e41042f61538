import { expect, it } from 'vitest';
import { cutOff } from './cut-off.ts';
import { foldRun } from './fold-run.ts';
import type { Counts, RunEvent } from './run-event.ts';
import type { RunState } from './run-state.ts';

const counts: Counts = { in: 9, done: 3, refused: 1, dropped: 1, held: 2, cancelled: 0, out: 3 };

it('R5 ends each step of a run that broke off, and counts what was under way as cancelled', () => {
  const before: readonly RunEvent[] = [
    { type: 'run.started', runId: 'r', at: 5, steps: ['read', 'send', 'later'] },
    { type: 'step.started', step: 'read', at: 6 },
    { type: 'step.started', step: 'send', at: 7 },
    { type: 'step.finished', step: 'read', at: 8, status: 'done', counts },
    { type: 'step.counted', step: 'send', counts },
  ];
  const state = before.reduce<RunState | undefined>(foldRun, undefined);
  expect(cutOff(state, 20, { status: 'cancelled' })).toEqual([
    {
      type: 'step.finished',
      step: 'send',
      at: 20,
      status: 'cancelled',
      counts: { in: 9, done: 3, refused: 1, dropped: 1, held: 2, cancelled: 2, out: 3 },
    },
    {
      type: 'step.finished',
      step: 'later',
      at: 20,
      status: 'not-reached',
      counts: { in: 0, done: 0, refused: 0, dropped: 0, held: 0, cancelled: 0, out: 0 },
    },
    { type: 'run.finished', at: 20, status: 'cancelled' },
  ]);
});
