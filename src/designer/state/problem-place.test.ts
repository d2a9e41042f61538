import { describe, expect, it, test } from 'vitest';
import type { FlowProblem } from '../../flow/index.ts';
import { openTab, placeOfProblem, tabOfProblem } from './problem-place.ts';

test('leads to the mapped field, without the name of its slot', () => {
  expect(placeOfProblem({ path: ['slots', 'input', 'emails', 0, 'address'] })).toEqual({
    tab: 'mapping',
    field: ['emails', 0, 'address'],
  });
});

test('leads to the operation for what the step as a whole lacks', () => {
  expect(placeOfProblem({ path: ['shapes', 'output'] })).toEqual({ tab: 'operation' });
});

describe('a problem', () => {
  it.each([
    [['slots', 'input', 'email'], 'mapping'],
    [['settings', 'address'], 'settings'],
    [['credential'], 'credential'],
    [['shapes', 'input'], 'operation'],
    [['start'], 'operation'],
  ])('at %j is mended under %s', (path, tab) => {
    expect(tabOfProblem({ path })).toBe(tab);
  });
});

test('a step opens where something is missing, at the earliest part of it', () => {
  const problem = (path: FlowProblem['path'], severity: FlowProblem['severity']): FlowProblem => ({
    code: 'x',
    params: {},
    path,
    severity,
    fixes: [],
  });
  expect(openTab([problem(['slots', 'input'], 'error'), problem(['credential'], 'error')])).toBe(
    'credential',
  );
  expect(openTab([problem(['slots', 'input'], 'warning')])).toBeUndefined();
});
