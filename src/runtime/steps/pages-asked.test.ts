import { expect, it } from 'vitest';
import type { HttpRequest } from '../../catalog/index.ts';
import { PagesAsked } from './pages-asked.ts';

const page = (number: number): HttpRequest => ({
  component: 'test:service',
  effect: 'read',
  origin: { named: 'test' },
  method: 'GET',
  path: '/rows',
  query: [['page', String(number)]],
  headers: [],
  take: { next: { by: 'page', parameter: 'page', first: 1 } },
});

it('a list that does not end is given up after ten thousand pages', () => {
  const asked = new PagesAsked(page(1));
  for (let number = 2; number <= 10_000; number++) expect(asked.add(page(number))).toBeUndefined();
  expect(asked.add(page(10_001))).toMatchObject({
    code: 'failures.pages-too-many',
    params: { count: 10_000 },
  });
});

it('a service that leads back to the first page is not followed', () => {
  const asked = new PagesAsked(page(1));
  expect(asked.add(page(2))).toBeUndefined();
  expect(asked.add(page(1))).toMatchObject({ code: 'failures.next-in-circle' });
});

it('entries that come again at once are the same page again; later they may be others', () => {
  const asked = new PagesAsked(page(1));
  expect(asked.gave(page(1), [{ id: 1 }])).toBeUndefined();
  expect(asked.gave(page(2), [{ id: 2 }])).toBeUndefined();
  expect(asked.gave(page(3), [{ id: 1 }])).toBeUndefined();
  expect(asked.gave(page(4), [{ id: 1 }])).toMatchObject({
    code: 'failures.page-again',
    params: { name: 'page' },
  });
});

it('pages of entries that nobody can tell apart may be alike for a while', () => {
  const asked = new PagesAsked(page(1));
  const failures = Array.from({ length: 21 }, (_, at) => asked.gave(page(at), ['new', 'new']));
  expect(failures.slice(0, 20).every((failure) => failure === undefined)).toBe(true);
  expect(failures[20]?.code).toBe('failures.page-again');
});

it('pages without entries are passed for a while: what follows may have some', () => {
  const asked = new PagesAsked(page(1));
  const failures = Array.from({ length: 21 }, (_, at) => asked.gave(page(at), []));
  expect(failures.slice(0, 20).every((failure) => failure === undefined)).toBe(true);
  expect(failures[20]?.code).toBe('failures.page-again');
});
