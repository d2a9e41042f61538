import { expect, test } from 'vitest';
import { lastAsked } from './last-asked.ts';

test('an answer is wanted until the next question', () => {
  const ask = lastAsked();
  const first = ask();
  expect(first()).toBe(true);
  const second = ask();
  expect([first(), second()]).toEqual([false, true]);
});
