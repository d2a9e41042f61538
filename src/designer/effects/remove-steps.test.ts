import { expect, test } from 'vitest';
import { aFlow, anEdge, findCustomers } from '../../flow/testing/a-flow.ts';
import { besideSteps } from './remove-steps.ts';

const chain = aFlow({
  steps: ['a', 'b', 'c', 'alone'].map((id) => findCustomers(id)),
  edges: [anEdge('a', 'b'), anEdge('b', 'c')],
});

test('who deletes steps goes on at what followed them, else at what led to them', () => {
  expect(besideSteps(chain, ['b'])).toBe('c');
  expect(besideSteps(chain, ['c'])).toBe('b');
  expect(besideSteps(chain, ['b', 'c'])).toBe('a');
});

test('a step that nothing leads to is left for its neighbour in the list, the last one for nothing', () => {
  expect(besideSteps(chain, ['alone'])).toBe('c');
  expect(besideSteps(chain, ['a', 'b', 'c', 'alone'])).toBeUndefined();
});
