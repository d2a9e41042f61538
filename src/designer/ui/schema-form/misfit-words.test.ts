import { describe, expect, it } from 'vitest';
import type { JsonSchema } from '../../../shared/index.ts';
import { say } from '../../../words/index.ts';
import { pointerOf, wordsByField } from './misfit-words.ts';
import { misfitsOf } from './validation.ts';

function readsAs(schema: JsonSchema, value: unknown): Record<string, string> {
  const words = wordsByField(misfitsOf(schema, value), schema);
  return Object.fromEntries([...words].map(([at, { code, params }]) => [at, say(code, params)]));
}
const one = (field: JsonSchema): JsonSchema => ({
  type: 'object',
  properties: { field },
  required: ['field'],
});

describe('what a person reads below a field', () => {
  it.each<[string, JsonSchema, unknown, string]>([
    ['nothing typed', { type: 'string', title: 'Key' }, undefined, 'Fill in Key.'],
    ['nothing typed, without a title', { type: 'string' }, undefined, 'Fill in Field.'],
    ['nothing chosen', { title: 'Status', enum: ['a', 'b'] }, undefined, 'Choose Status.'],
    [
      'an empty text where one letter is needed',
      { type: 'string', title: 'Name', minLength: 1 },
      '',
      'Fill in Name.',
    ],
    ['too short', { type: 'string', minLength: 8 }, 'abc', 'Use at least 8 characters.'],
    ['too long', { type: 'string', maxLength: 1 }, 'abc', 'Use at most 1 character.'],
    [
      'no e-mail address',
      { type: 'string', format: 'email' },
      'ada',
      'That does not look like an e-mail address.',
    ],
    [
      'no web address',
      { type: 'string', format: 'uri' },
      'ada',
      'That does not look like a web address. It starts with https://',
    ],
    [
      'no date',
      { type: 'string', format: 'date' },
      '24.11.',
      'That does not look like a date, such as 2026-11-24.',
    ],
    ['too small', { type: 'integer', minimum: 1 }, 0, 'Use 1 or more.'],
    ['too large', { type: 'integer', maximum: 100 }, 101, 'Use 100 or less.'],
    ['a broken number', { type: 'integer' }, 1.5, 'Use a whole number.'],
    ['letters for a number', { type: 'number' }, 'many', 'Use a number.'],
    ['no option', { oneOf: [{ const: 'a' }] }, 'b', 'Choose one of the options.'],
    [
      'a pattern with an example',
      { type: 'string', pattern: '^c-', examples: ['c-0001'] },
      'x',
      'It should look like this: c-0001',
    ],
    [
      'a pattern without one',
      { type: 'string', pattern: '^c-' },
      'x',
      'This does not fit here. Have a look at it again.',
    ],
    ['too few entries', { type: 'array', minItems: 1 }, [], 'Add at least 1 entry.'],
    [
      'an entry twice',
      { type: 'array', uniqueItems: true },
      ['a', 'a'],
      'An entry is in the list twice.',
    ],
  ])('%s', (_case, field, value, sentence) => {
    expect(readsAs(one(field), { field: value })).toEqual({ '/field': sentence });
  });

  it('is one sentence a field, the first that counts', () => {
    expect(
      readsAs(one({ type: 'string', minLength: 9, format: 'email' }), { field: 'ada' }),
    ).toEqual({
      '/field': 'Use at least 9 characters.',
    });
  });

  it('stands at the field inside its group', () => {
    const schema = one({
      type: 'object',
      properties: { name: { type: 'string', title: 'Name' } },
      required: ['name'],
    });
    expect(readsAs(schema, { field: {} })).toEqual({ '/field/name': 'Fill in Name.' });
  });
});

describe('a path as a pointer', () => {
  it('escapes what a pointer means by itself', () => {
    expect(pointerOf(['a/b', 0, 'c~d'])).toBe('/a~1b/0/c~0d');
  });
});
