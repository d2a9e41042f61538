import { expect, test } from 'vitest';
import { noCounts, type RunState, type StepRun } from '../../../runtime/contract.ts';
import { aFlow, field } from '../../../runtime/testing/index.ts';
import { newsOf } from './run-news.ts';

const flow = aFlow().lists('rows').adds('send', field('rows')).build();

function run(status: RunState['status'], ...steps: readonly Partial<StepRun>[]): RunState {
  return {
    runId: 'r',
    status,
    startedAt: 0,
    finishedAt: 1_000,
    steps: Object.fromEntries(
      flow.steps.map(({ id }, at) => [
        id,
        { status: 'waiting', counts: noCounts, refusals: [], ...steps[at] },
      ]),
    ),
  };
}

test('a running test says which step works, and nothing that changes with every message', () => {
  const first = run('running', { status: 'running' });
  const later = run('running', { status: 'running', counts: { ...noCounts, in: 5, done: 4 } });
  expect(newsOf(first, flow)).toEqual({ text: 'Step 1, rows, is running', urgent: false });
  expect(newsOf(later, flow)).toEqual(newsOf(first, flow));
});

test('what waits for the person is said at once, with its step', () => {
  const held = run(
    'held',
    { status: 'done' },
    { status: 'held', counts: { ...noCounts, held: 3 } },
  );
  expect(newsOf(held, flow)).toEqual({
    text: 'Step 2, send: Waits for your OK. 3 wait',
    urgent: true,
  });
});

test('the end is said with what became of the messages', () => {
  const counts = { ...noCounts, in: 1, done: 1, out: 3 };
  const done = run(
    'done',
    { status: 'done', counts },
    { status: 'done', counts: { ...counts, in: 3, done: 3 } },
  );
  expect(newsOf(done, flow)).toEqual({ text: 'Done. 3 in, 3 done', urgent: true });
});
