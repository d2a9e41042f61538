import { expect, it } from 'vitest';
import { sortFields } from './sort-fields.ts';

it('offers single values, those inside groups with their group’s name', () => {
  expect(
    sortFields({
      type: 'object',
      properties: {
        number: { type: 'string' },
        customer: { type: 'object', properties: { name: { type: 'string' } } },
        lines: { type: 'array', items: {} },
        anything: {},
      },
    }).map(({ path, title }) => [path.join('.'), title]),
  ).toEqual([
    ['number', 'Number'],
    ['customer.name', 'Customer › Name'],
    ['anything', 'Anything'],
  ]);
});

it('offers the entry itself where entries are values, and nothing where they are lists', () => {
  expect(sortFields({ type: 'string' })).toEqual([{ path: [], title: '' }]);
  expect(sortFields({ type: 'array', items: {} })).toEqual([]);
});
