import { expect, it } from 'vitest';
import { findValues } from './find-values.ts';

it('finds texts and numbers, whatever the case, and tells in which entry first', () => {
  const sources = {
    crm: {
      name: 'Ada',
      emails: [
        { address: 'byron@example.com' },
        { address: 'ADA@example.com' },
        { address: 'ada' },
      ],
      age: 36,
    },
  };
  expect(findValues(sources, 'ada')).toEqual([
    { from: 'crm', path: ['name'], entries: [] },
    { from: 'crm', path: ['emails', { each: true }, 'address'], entries: [1] },
  ]);
  expect(findValues(sources, ' 36 ')).toEqual([{ from: 'crm', path: ['age'], entries: [] }]);
  expect(findValues(sources, '')).toEqual([]);
});

it('tells lists apart from fields of the same name', () => {
  const found = findValues({ s: { a: [{ b: 'x' }], 'a[]': { b: 'x' } } }, 'x');
  expect(found.map(({ path }) => path)).toEqual([
    ['a', { each: true }, 'b'],
    ['a[]', 'b'],
  ]);
});
