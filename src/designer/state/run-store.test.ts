import { expect, test } from 'vitest';
import { referenceFlow } from '../../flow/testing/a-flow.ts';
import { noCounts, type RunEvent } from '../../runtime/contract.ts';
import { createRunStore } from './run-store.ts';

const counts = { ...noCounts, in: 3, done: 2, refused: 1 };
const sending: readonly RunEvent[] = [
  { type: 'run.started', runId: 'r', at: 1, steps: ['read', 'send'] },
  { type: 'step.held', step: 'send', effect: 'write', count: 3 },
  { type: 'step.counted', step: 'read', counts },
  { type: 'step.counted', step: 'send', counts },
];

test('remembers over tests what was sent, and not what was read', () => {
  const store = createRunStore();
  store.begin({ kind: 'flow' });
  store.take(sending);
  store.begin({ kind: 'flow' });
  expect(store.getState().sentBefore).toEqual({ send: 2 });
  store.take(sending);
  store.begin({ kind: 'flow' });
  expect(store.getState().sentBefore).toEqual({ send: 4 });
});

test('forgets what was sent with the flow', () => {
  const store = createRunStore();
  store.take(sending);
  store.begin({ kind: 'flow' });
  store.clear();
  expect(store.getState().sentBefore).toEqual({});
});

test('keeps the flow as it runs, and what it was asked to begin with, until another run begins', () => {
  const store = createRunStore();
  const flow = referenceFlow();
  store.begin({ kind: 'flow' }, { flow, firstRecords: 5, sameDataAs: 'r0' });
  store.take(sending);
  expect(store.getState()).toMatchObject({ flow, firstRecords: 5, sameDataAs: 'r0' });
  store.begin({ kind: 'flow' });
  expect(store.getState()).toMatchObject({ flow: undefined, sameDataAs: undefined });
});
