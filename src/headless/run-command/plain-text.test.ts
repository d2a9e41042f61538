import { expect, it } from 'vitest';
import { harmless, plainLine, plainValue } from './plain-text.ts';

it('takes out of foreign text what a terminal would act on', () => {
  expect(harmless('a\u001b[2J\u0007b\u202ec')).toBe('a [2J b c');
  expect(plainLine(' two\r\nlines ')).toBe('two lines');
});

it('shows a long value by its beginning', () => {
  expect(plainValue('x'.repeat(300))).toHaveLength(200);
  expect(plainValue({ id: 9007199254740993n })).toBe('{"id":9007199254740993}');
});
