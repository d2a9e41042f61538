import { expect, test } from 'vitest';
import { newFlow } from '../flow/index.ts';
import { noCounts, type MessageRecord, type RunState } from '../runtime/contract.ts';
import { dataOf } from './same-data.ts';

const step = (id: string) => ({
  id,
  name: id,
  component: 'c',
  componentVersion: '1.0.0',
  operation: 'o',
  settings: {},
  slots: {},
});
const flow = {
  ...newFlow('F', () => 'f'),
  steps: [step('read'), step('next')],
  edges: [{ id: 'e', from: 'read', fromPort: 'out', to: 'next', toPort: 'in' }],
};
const state: RunState = {
  runId: 'r',
  status: 'done',
  startedAt: 1,
  steps: {
    read: { status: 'done', counts: { ...noCounts, in: 1, done: 1, out: 2 }, refusals: [] },
  },
};
const records = (...output: string[]): readonly MessageRecord[] => [
  { id: '0', index: 0, state: 'done', output },
];

test('begins with what the first step gave: it is not asked again', () => {
  const found = dataOf({ flow, state, given: {} }, { kind: 'flow' }, () => records('a', 'b'));
  expect(found).toEqual({ samples: { read: ['a', 'b'] }, leftOut: ['read'], count: 2, total: 2 });
});

test('takes of a list only as many as went on then', () => {
  const found = dataOf({ flow, state, given: {} }, { kind: 'flow' }, () => records('a', 'b', 'c'));
  expect(found?.samples).toEqual({ read: ['a', 'b'] });
});

test('says how much of the data is kept', () => {
  const found = dataOf({ flow, state, given: {} }, { kind: 'flow' }, () => records('a'));
  expect(found).toMatchObject({ count: 1, total: 2 });
});

test('begins with the call that came in, or with the samples that a single step was given', () => {
  const none = () => [];
  expect(
    dataOf({ flow, state, given: { received: ['hi'] } }, { kind: 'flow' }, none),
  ).toMatchObject({ received: ['hi'], leftOut: [] });
  const given = { samples: { read: ['x'] } };
  expect(dataOf({ flow, state, given }, { kind: 'only', step: 'next' }, none)).toMatchObject({
    samples: { read: ['x'] },
    leftOut: [],
  });
});

test('begins with the refused messages that a run began with, whatever samples the page sent along', () => {
  const arriving = [{ id: '0.1', body: 'b', sources: {} }];
  const given = { arriving, samples: { read: ['a', 'b', 'c'] } };
  expect(dataOf({ flow, state, given }, { kind: 'from', step: 'next' }, () => [])).toMatchObject({
    arriving,
    count: 1,
    total: 1,
  });
});

test('has nothing to begin with where nothing is kept', () => {
  expect(dataOf({ flow, state, given: {} }, { kind: 'flow' }, () => [])).toBeUndefined();
});
