import { expect, test } from 'vitest';
import type { JsonSchema } from '../json-schema.ts';
import { choiceTitle } from './choices.ts';

const status: JsonSchema = {
  oneOf: [
    { const: 'active', title: 'Active' },
    { const: 'gone', title: 'No longer a customer' },
  ],
};

test('a choice is called by its title, and anything else has none', () => {
  expect(choiceTitle('gone', status, status)).toBe('No longer a customer');
  expect(choiceTitle('new', status, status)).toBeUndefined();
  expect(choiceTitle(undefined, status, status)).toBeUndefined();
  expect(choiceTitle('a', { enum: ['a', 'b'] }, {})).toBeUndefined();
  expect(choiceTitle('a', { type: 'string' }, {})).toBeUndefined();
});
