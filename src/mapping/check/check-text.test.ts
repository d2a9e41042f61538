import { describe, expect, it } from 'vitest';
import type { JsonSchema } from '../../shared/index.ts';
import type { Binding } from '../index.ts';
import { check, codes } from '../testing/customer-field.ts';
import { text, ref, fixes } from '../testing/few-words.ts';

describe('texts with fields', () => {
  const sentence = (...parts: (string | Binding)[]): Binding => ({ kind: 'text', parts });

  it.each<[string, JsonSchema, Binding, string[], string[]]>([
    [
      'a list inside',
      text,
      sentence('Tags: ', ref('tags')),
      ['text-needs-single error'],
      ['first', 'last', 'join'],
    ],
    [
      'a group inside',
      text,
      sentence(ref('address')),
      ['text-needs-single error'],
      ['whole-as-text'],
    ],
    ['what may be missing adds nothing', text, sentence('Hi ', ref('nickname')), [], []],
    ['a number inside', text, sentence('Age ', ref('age')), [], []],
    [
      'its own words are too long',
      { type: 'string', maxLength: 3 },
      sentence('Dear ', ref('name')),
      [],
      [],
    ],
    [
      'only words, too long',
      { type: 'string', maxLength: 3 },
      sentence('Dear '),
      ['always-too-long error'],
      ['shorten'],
    ],
    [
      'for a number',
      { type: 'number' },
      sentence(ref('age')),
      ['kind-convertible error'],
      ['to-number', 'to-number-comma'],
    ],
    [
      'a conversion inside that makes nothing of it',
      text,
      sentence({ kind: 'convert', of: ref('address'), with: [{ name: 'upper' }] }),
      ['conversion-does-not-fit error'],
      ['remove-conversion'],
    ],
  ])('%s', (_title, schema, binding, expected, mends) => {
    const problems = check(schema, binding);
    expect(codes(problems)).toEqual(expected);
    expect(fixes(problems)).toEqual(mends);
  });

  it('mends one field, and the words stay', () => {
    const [problem] = check(text, sentence('Tags: ', ref('tags'), '.'));
    expect(problem?.fixes[0]?.binding).toEqual(
      sentence('Tags: ', ref('tags', { first: true }), '.'),
    );
  });
});
