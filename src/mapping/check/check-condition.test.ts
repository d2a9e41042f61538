import { describe, expect, it } from 'vitest';
import { checkCondition } from '../index.ts';
import { ref } from '../testing/few-words.ts';
import { customer, codes } from '../testing/found-customer.ts';

describe('checkCondition', () => {
  it.each([
    [
      'a finished one',
      { left: ref('total'), is: 'greater', right: { kind: 'literal', value: 5 } } as const,
      [],
    ],
    [
      'nothing to compare with',
      { left: ref('total'), is: 'greater' } as const,
      ['condition-unfinished'],
    ],
    [
      'a comparison that makes no sense',
      { left: ref('tags'), is: 'greater', right: { kind: 'literal', value: 5 } } as const,
      ['condition-does-not-fit'],
    ],
    ['an empty group', { all: [] }, ['condition-empty']],
    ['a mistyped name', { not: { left: ref('totl'), is: 'is-empty' } } as const, ['unknown-path']],
  ])('says: %s', (_title, condition, expected) => {
    expect(codes(checkCondition(condition, [customer]))).toEqual(expected);
  });

  it('mends a mistyped name in its place', () => {
    const [problem] = checkCondition(
      {
        all: [
          { left: ref('active'), is: 'is-yes' },
          { left: ref('totl'), is: 'is-empty' },
        ],
      },
      [customer],
    );
    expect(problem?.path).toEqual(['all', 1]);
    expect(problem?.fixes[0]?.condition).toEqual({
      all: [
        { left: ref('active'), is: 'is-yes' },
        { left: ref('total'), is: 'is-empty' },
      ],
    });
  });
});
