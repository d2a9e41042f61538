import { expect, it } from 'vitest';
import { sayWording } from '../../words/index.ts';
import { literal, check, table, when, is } from '../testing/customer-field.ts';
import { text, ref } from '../testing/few-words.ts';

it('every problem and fix of these has its own sentence', () => {
  const all = [
    ...check(text, table(ref('status'), ['laed', 'lead', 'lead'])),
    ...check(text, table(ref('tags'), ['a'])),
    ...check(
      text,
      when([
        is(ref('status'), 'equals', literal('x')),
        is(ref('age'), 'equals', literal('1')),
        { left: ref('age'), is: 'is-not-empty' },
        { any: [] },
      ]),
    ),
    ...check(
      { type: 'string', maxLength: 1, minLength: 1 },
      { kind: 'text', parts: ['long', ref('tags')] },
    ),
  ];
  expect(all.length).toBeGreaterThan(8);
  for (const problem of all)
    for (const wording of [problem, ...problem.fixes])
      expect(sayWording(wording)).not.toMatch(/not as it should be|\{\{|undefined/);
});
