import { describe, expect, it } from 'vitest';
import { checkBinding, checkCondition, type Binding, type Condition } from '../index.ts';
import { sayWording } from '../../words/index.ts';
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

  const fixed = (value: string | number) => ({ kind: 'literal', value }) as const;
  const turned = (of: Binding, name: 'sum' | 'upper') =>
    ({ kind: 'convert', of, with: [{ name }] }) as const;
  const flawed: readonly (readonly [Condition, string])[] = [
    [
      { left: turned(ref('firstName'), 'sum'), is: 'greater', right: fixed(3) },
      'conversion-needs-list',
    ],
    [
      { left: ref('firstName'), is: 'equals', right: turned(ref('address'), 'upper') },
      'conversion-does-not-fit',
    ],
    [
      { left: { kind: 'text', parts: ['at ', ref('address')] }, is: 'equals', right: fixed('x') },
      'text-needs-single',
    ],
    [{ left: turned(ref('totl'), 'upper'), is: 'equals', right: fixed('x') }, 'unknown-path'],
    [
      { left: ref('createdAt'), is: 'before', right: fixed('tomorrow') },
      'condition-cannot-compare',
    ],
    [{ left: ref('createdAt'), is: 'after', right: ref('total') }, 'condition-cannot-compare'],
    [{ left: ref('total'), is: 'greater', right: fixed('much') }, 'condition-cannot-compare'],
    [{ left: ref('total'), is: 'less', right: ref('tags') }, 'condition-cannot-compare'],
    [{ left: ref('firstName'), is: 'contains', right: fixed(5) }, 'condition-cannot-compare'],
    [{ left: ref('firstName'), is: 'starts-with', right: fixed(5) }, 'condition-cannot-compare'],
    [{ left: ref('total'), is: 'greater', right: fixed('') }, 'condition-unfinished'],
  ];

  it.each(flawed)('says before a run what would stop it: %j', (condition, code) => {
    expect(codes(checkCondition(condition, [customer]))).toEqual([code]);
    const only: Binding = { kind: 'when', branches: [{ if: condition, then: ref('firstName') }] };
    const inside = checkBinding(only, {}, [customer]).map((problem) => problem.code);
    expect(inside).toContain(`mapping.${code}`);
  });

  it('lets pass what can be compared', () => {
    for (const [left, is, right] of [
      ['total', 'greater', fixed('12.5')],
      ['total', 'greater', ref('phone')],
      ['firstName', 'less', fixed('M')],
      ['createdAt', 'before', fixed('2026-03-01')],
      ['tags', 'contains', fixed(5)],
      ['total', 'less', { kind: 'literal', value: null }],
    ] as const)
      expect(checkCondition({ left: ref(left), is, right }, [customer])).toEqual([]);
  });

  it('does not look at what an operator of one side leaves over', () => {
    for (const is of ['is-empty', 'is-not-empty'] as const)
      expect(checkCondition({ left: ref('total'), is, right: fixed('much') }, [customer])).toEqual(
        [],
      );
  });

  it('offers only values that can be compared', () => {
    const [problem] = checkCondition({ left: ref('firstName'), is: 'before', right: fixed(5) }, [
      customer,
    ]);
    expect(problem?.fixes).toEqual([]);
  });

  it('mends one side in its place', () => {
    const chain = turned(ref('firstName'), 'sum');
    const [problem] = checkCondition({ not: { left: chain, is: 'is-empty' } }, [customer]);
    expect(problem?.path).toEqual(['not']);
    expect(problem?.fixes.map(({ condition }) => condition)).toEqual([
      { not: { left: ref('firstName'), is: 'is-empty' } },
    ]);
    const [five] = checkCondition({ left: ref('firstName'), is: 'contains', right: fixed(5) }, [
      customer,
    ]);
    expect(five?.fixes[0]?.condition).toMatchObject({ right: fixed('5') });
  });

  it('calls no field by an empty name', () => {
    const [problem] = checkCondition({ left: ref('totl'), is: 'is-empty' }, [customer]);
    expect(problem && sayWording(problem)).toBe(
      'This uses “Totl”, which “Find customers” does not have. Choose another field.',
    );
  });
});
