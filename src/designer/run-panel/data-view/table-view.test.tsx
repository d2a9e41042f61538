import { MantineProvider } from '@mantine/core';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import type { Json } from '../../../shared/index.ts';
import { TableView } from './table-view.tsx';

const none: ReadonlySet<string> = new Set();
const drawn = (value: Json) =>
  renderToStaticMarkup(
    <MantineProvider>
      <TableView value={value} schema={undefined} label="Data" marked={none} />
    </MantineProvider>,
  );
const numbers = (page: string, of: string) =>
  [...page.matchAll(new RegExp(`${of}="(\\d+)"`, 'g'))].map(([, found]) => Number(found));

it('counts the lines of a record from the first, for it has no line of titles', () => {
  const page = drawn({ first: 'Ada', last: 'Lovelace' });
  expect(numbers(page, 'aria-rowcount')).toEqual([2]);
  expect(numbers(page, 'aria-rowindex')).toEqual([1, 2]);
});

it('counts the rows of a list after the line of titles, which is the first', () => {
  const page = drawn([{ first: 'Ada' }, { first: 'Grace' }]);
  expect(numbers(page, 'aria-rowcount')).toEqual([3]);
  expect(numbers(page, 'aria-rowindex')).toEqual([1, 2, 3]);
});

it('lets a value that is read from the right begin at its own side', () => {
  expect(drawn({ name: 'מזל טוב' })).toMatch(/<span[^>]* dir="auto"[^>]*>מזל טוב</);
});
