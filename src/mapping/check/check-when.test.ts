import { describe, expect, it } from 'vitest';
import { checkBinding, setAt, type Binding, type Condition } from '../index.ts';
import { literal, customer, check, codes, when, is } from '../testing/customer-field.ts';
import { text, group, ref, fixes } from '../testing/few-words.ts';

describe('only if', () => {
  it.each<[string, Binding, string[], string[]]>([
    [
      'a value that the choices do not have',
      when([is(ref('status'), 'equals', literal('custommer'))], literal('x')),
      ['condition-never warning'],
      ['use-value', 'use-value', 'use-value'],
    ],
    [
      'none of several values',
      when([is(ref('status'), 'is-one-of', { kind: 'literal', value: ['a', 'b'] })], literal('x')),
      ['condition-never warning'],
      [],
    ],
    [
      'a number compared with a text',
      when([is(ref('age'), 'equals', literal('18'))], literal('x')),
      ['condition-of-other-kind warning'],
      ['use-value'],
    ],
    [
      'an unfinished comparison',
      when([{ left: ref('age'), is: 'greater' }], literal('x')),
      ['condition-unfinished error'],
      [],
    ],
    ['an empty group', when([{ any: [] }], literal('x')), ['condition-empty error'], []],
    [
      'the same condition again',
      when(
        [
          { left: ref('active'), is: 'is-yes' },
          { left: ref('active'), is: 'is-yes' },
        ],
        literal('x'),
      ),
      ['branch-unreachable warning'],
      ['remove-branch'],
    ],
    [
      'a branch after one that always holds',
      when(
        [
          { left: ref('age'), is: 'is-not-empty' },
          { left: ref('active'), is: 'is-yes' },
        ],
        literal('x'),
      ),
      ['branch-unreachable warning'],
      ['remove-branch'],
    ],
    [
      'no otherwise, and not needed: the condition always holds',
      when([{ not: { left: ref('born'), is: 'is-empty' } }]),
      [],
      [],
    ],
    [
      'no otherwise into what is needed',
      when([{ left: ref('active'), is: 'is-yes' }]),
      ['no-otherwise warning'],
      ['otherwise'],
    ],
    [
      'a branch that gives a list',
      {
        kind: 'when',
        branches: [{ if: { left: ref('active'), is: 'is-yes' }, then: ref('tags') }],
        otherwise: literal('x'),
      },
      ['list-into-single error'],
      ['first', 'last', 'join'],
    ],
  ])('%s', (_title, binding, expected, mends) => {
    const problems = check(text, binding);
    expect(codes(problems)).toEqual(expected);
    expect(fixes(problems)).toEqual(mends);
  });

  it('mends a comparison in its place', () => {
    const condition: Condition = {
      all: [
        { left: ref('active'), is: 'is-yes' },
        is(ref('status'), 'equals', literal('custommer')),
      ],
    };
    const [problem] = check(text, when([condition], literal('x')));
    expect(problem?.fixes[0]?.binding).toEqual(
      when(
        [
          {
            all: [
              { left: ref('active'), is: 'is-yes' },
              is(ref('status'), 'equals', literal('customer')),
            ],
          },
        ],
        literal('x'),
      ),
    );
  });

  it('mends a field of a group inside a branch, and the branch stays', () => {
    const inside = (path: string): Binding => ({
      kind: 'when',
      branches: [
        {
          if: { left: ref('active'), is: 'is-yes' },
          then: { kind: 'object', props: { city: ref('address', path) } },
        },
      ],
    });
    const target = group({ field: group({ city: text }) }, []);
    const whole = (path: string): Binding => ({ kind: 'object', props: { field: inside(path) } });
    const [problem] = checkBinding(whole('ctiy'), target, [customer]);
    expect(problem).toMatchObject({ code: 'mapping.unknown-path', path: ['field', 'city'] });
    const [fix] = problem?.fixes ?? [];
    expect(fix && setAt(whole('ctiy'), fix.at, fix.binding)).toEqual(whole('city'));
    const [unbound] = checkBinding(
      {
        kind: 'object',
        props: {
          field: {
            kind: 'when',
            branches: [
              {
                if: { left: ref('active'), is: 'is-yes' },
                then: { kind: 'object', props: { city: ref('tags') } },
              },
            ],
          },
        },
      },
      target,
      [customer],
    );
    expect(unbound?.fixes[0]).toMatchObject({ at: ['field'], binding: { kind: 'when' } });
  });
});
