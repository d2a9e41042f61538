import { expect, test } from 'vitest';
import type { RunRow } from '../../storage/contract.ts';
import { lastRunInWords } from './last-run.ts';

const hour = 3_600_000;
const aRun = (more: Partial<RunRow>): RunRow => ({
  id: 'r',
  flow: 'f',
  at: 10 * hour,
  status: 'done',
  asked: { scope: { kind: 'flow' }, by: 'test' },
  parts: [],
  ms: 5,
  size: 1,
  ...more,
});

test('a run that came through says what became of its messages, not what came in', () => {
  const parts = [
    { what: 'in', count: 500 },
    { what: 'done', count: 498 },
    { what: 'refused', count: 2 },
  ] as const;
  expect(lastRunInWords(aRun({ parts }), 12 * hour)).toBe('Ran 2 hours ago · 498 done, 2 refused');
});

test('a run that failed or was stopped says so', () => {
  expect(lastRunInWords(aRun({ status: 'failed' }), 12 * hour)).toBe('Failed 2 hours ago');
  expect(lastRunInWords(aRun({ status: 'cancelled' }), 12 * hour)).toBe(
    'Stopped by you 2 hours ago',
  );
});

test('a flow that never ran says that', () => {
  expect(lastRunInWords(undefined, 0)).toBe('Not run yet');
});
