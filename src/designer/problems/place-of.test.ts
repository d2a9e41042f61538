import { expect, test } from 'vitest';
import { placeOfProblem } from './place-of.ts';

test('leads to the mapped field, without the name of its slot', () => {
  expect(placeOfProblem({ path: ['slots', 'input', 'emails', 0, 'address'] })).toEqual({
    tab: 'mapping',
    field: ['emails', 0, 'address'],
  });
});

test('leads to the operation for what the step as a whole lacks', () => {
  expect(placeOfProblem({ path: ['shapes', 'output'] })).toEqual({ tab: 'operation' });
});
