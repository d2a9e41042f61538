import { expect, test } from 'vitest';
import type { FlowProblem } from '../../../flow/index.ts';
import type { StepRun } from '../../../runtime/contract.ts';
import type { RunStoreState } from '../../state/run-store.ts';
import { groupSummary } from './group-summary.ts';

const group = { steps: ['a', 'b', 'c', 'd', 'e'] };
const open = [{ severity: 'error' }] as unknown as readonly FlowProblem[];
const hint = [{ severity: 'hint' }] as unknown as readonly FlowProblem[];
const ran = (steps: Record<string, Partial<StepRun['counts']> & { status?: string }>) =>
  ({
    steps: Object.fromEntries(
      Object.entries(steps).map(([id, { status = 'done', ...counts }]) => [
        id,
        { status, counts: { in: 0, out: 0, refused: 0, ...counts } },
      ]),
    ),
  }) as unknown as RunStoreState['run'];

test('says how many steps there are, what is missing, and how the last run went', () => {
  expect(groupSummary(group, {}, undefined)).toEqual({ tone: 'quiet', text: '5 steps' });
  const run = ran({ a: { out: 40 }, b: { in: 40, out: 39, refused: 1 }, c: { status: 'waiting' } });
  expect(groupSummary(group, { a: open, b: open, c: hint }, run)).toEqual({
    tone: 'refused',
    text: '5 steps, 2 to fill in, last run: 40 messages, 1 failed',
  });
});

test('says that it runs, or waits, while it does; a run that did not reach it says nothing', () => {
  const text = (status: string) => groupSummary(group, {}, ran({ a: { status, in: 3 } })).text;
  expect(text('running')).toBe('5 steps, is running');
  expect(text('held')).toBe('5 steps, waits for your OK');
  expect(text('not-reached')).toBe('5 steps');
  expect(groupSummary({ steps: ['a'] }, {}, ran({ a: { in: 1 } }))).toEqual({
    tone: 'done',
    text: '1 step, last run: 1 message',
  });
});
