import { describe, expect, it } from 'vitest';
import type { MappingProblem } from '../../../mapping/index.ts';
import { indexProblems, noProblems, problemsAt } from './field-problems.ts';

const problem = (code: string, ...path: (string | number)[]): MappingProblem => ({
  code,
  params: {},
  path,
  severity: 'error',
  fixes: [],
});

describe('problems by field', () => {
  it('keeps the list of a field whose problems are the same', () => {
    const before = indexProblems([problem('a', 'name'), problem('b', 'email')], noProblems);
    const now = indexProblems([problem('a', 'name'), problem('c', 'email')], before);
    expect(problemsAt(now, '["name"]')).toBe(problemsAt(before, '["name"]'));
    expect(problemsAt(now, '["email"]')).not.toBe(problemsAt(before, '["email"]'));
  });

  it('knows which groups have one inside', () => {
    const { inside } = indexProblems([problem('a', 'address', 'city')], noProblems);
    expect([...inside]).toEqual(['[]', '["address"]', '["address","city"]']);
  });
});
