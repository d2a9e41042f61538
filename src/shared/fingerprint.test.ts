import { expect, test } from 'vitest';
import { fingerprint } from './fingerprint.ts';

test('the same content has the same fingerprint, whatever the order of its fields', () => {
  const one = { a: 1, b: { c: ['x', null], d: true } };
  const other = { b: { d: true, c: ['x', null] }, a: 1 };
  expect(fingerprint(one)).toBe(fingerprint(other));
  expect(fingerprint(one)).toMatch(/^[0-9a-z]{11}$/);
});

test('what differs has another: kinds, order of entries, nesting, nothing at all', () => {
  const all = [
    1,
    '1',
    true,
    'true',
    null,
    undefined,
    [],
    {},
    [[]],
    [1, 2],
    [2, 1],
    { a: [] },
    { a: {} },
    ['ab'],
    ['a', 'b'],
    1n,
  ];
  expect(new Set(all.map((value) => fingerprint(value as never))).size).toBe(all.length);
});
