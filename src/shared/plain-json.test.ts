import { expect, test } from 'vitest';
import { isPlainJson } from './index.ts';

test.each([
  ['{"a":[1,-2.5e3,"1234567890123456"],"b":null}', true],
  ['{"a":12345678901234567}', false],
  ['[1, -9007199254740993]', false],
  ['9007199254740993', false],
  ['{"a":1e400}', false],
  ['{"__proto__":{}}', false],
])('%s is read plainly: %s', (text, plain) => {
  expect(isPlainJson(text)).toBe(plain);
});
