import { expect, test } from 'vitest';
import { csvOf } from './csv.ts';

const schema = {
  type: 'array' as const,
  items: {
    type: 'object' as const,
    properties: { name: { title: 'Full name' }, tags: { type: 'array' as const } },
  },
};

test('a list of groups becomes lines with the names of the screen', () => {
  const rows = [
    { name: 'Weiß, "Jörg"', tags: ['a', 'b'], extra: { x: 1 } },
    { name: null, tags: [], active: true },
  ];
  expect(csvOf(rows, schema)).toBe(
    '\uFEFFFull name,Tags,Extra,Active\r\n"Weiß, ""Jörg""","a, b","{""x"":1}",\r\n,[],,true\r\n',
  );
});

test('what a spreadsheet would run is text, and a negative number stays a number', () => {
  const csv = csvOf([{ a: '=HYPERLINK("x")', b: '-12,5', c: '@sum' }], undefined);
  expect(csv).toBe(`\uFEFFA,B,C\r\n"'=HYPERLINK(""x"")","-12,5",'@sum\r\n`);
});

test('data that is no list of groups is no table', () => {
  expect(csvOf({ a: 1 }, undefined)).toBeUndefined();
  expect(csvOf(['a'], undefined)).toBeUndefined();
});
