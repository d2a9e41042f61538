import { expect, it } from 'vitest';
import { shippedCatalog } from '../../../catalog/testing/shipped.ts';
import { addSubscriber, aFlow, anEdge, findCustomers } from '../../../flow/testing/a-flow.ts';
import type { RunState } from '../../../runtime/contract.ts';
import { allAsked } from './all-asked.ts';

const catalog = shippedCatalog();
const flow = aFlow({
  steps: [
    findCustomers('find'),
    addSubscriber(undefined, 'add'),
    addSubscriber(undefined, 'off', { disabled: true }),
  ],
  edges: [anEdge('find', 'add'), anEdge('add', 'off')],
});
const nothing = { catalog, samples: () => undefined, run: undefined };

it('of a whole flow names the first step and all that writes, and knows no number before the first test', () => {
  expect(allAsked(flow, { kind: 'flow' }, nothing)).toEqual({
    first: 'find',
    count: undefined,
    writes: [{ step: 'add', name: 'add', operation: 'Add a subscriber' }],
  });
});

it('of a whole flow counts what its first step gave in the last test', () => {
  const counts = { in: 1, done: 1, refused: 0, dropped: 0, held: 0, cancelled: 0, out: 289 };
  const run = { steps: { find: { status: 'done', counts } } } as unknown as RunState; // the rest is not read
  expect(allAsked(flow, { kind: 'flow' }, { ...nothing, run }).count).toEqual({
    of: 'last',
    messages: 289,
  });
});

it('of one step counts what the steps before it gave', () => {
  const samples = (step: string) => (step === 'find' ? 12 : undefined);
  expect(allAsked(flow, { kind: 'only', step: 'add' }, { ...nothing, samples })).toMatchObject({
    first: 'add',
    count: { of: 'given', messages: 12 },
    writes: [{ step: 'add' }],
  });
});
