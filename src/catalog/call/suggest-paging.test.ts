import { expect, it } from 'vitest';
import type { Json } from '../../shared/index.ts';
import { shippedCatalog } from '../testing/shipped.ts';
import { suggestPaging } from './suggest-paging.ts';

const catalog = shippedCatalog();
const list = catalog.operation('catalog:rest', 'list');
if (list === undefined) throw new Error('no list');
const address = 'https://api.example.com/people';
const suggested = (body: Json, settings: Readonly<Record<string, Json>> = {}) =>
  suggestPaging(list, { address, ...settings }, body)?.settings;

it.each<[Json, Readonly<Record<string, Json>>]>([
  [
    { items: [], next: 'https://api.example.com/people?page=2' },
    { paging: 'url', nextAt: 'next' },
  ],
  [{ _links: { next: { href: '/people?p=2' } } }, { paging: 'url', nextAt: '_links.next.href' }],
  [
    { value: [], '@odata.nextLink': '/people?$skip=2' },
    { paging: 'url', nextAt: '@odata.nextLink' },
  ],
  [
    { results: [], next_cursor: 'abc' },
    { paging: 'cursor', cursorAt: 'next_cursor', cursorName: 'cursor' },
  ],
  [
    { paging: { next: { after: 'abc' } } },
    { paging: 'cursor', cursorAt: 'paging.next.after', cursorName: 'after' },
  ],
  [
    { nextPageToken: 'abc', items: [] },
    { paging: 'cursor', cursorAt: 'nextPageToken', cursorName: 'pageToken' },
  ],
  [
    { data: [], meta: { page: 1, total_pages: 3 } },
    { paging: 'page', pagesAt: 'meta.total_pages' },
  ],
])('%j suggests %j', (body, settings) => {
  expect(suggested(body)).toEqual({ address, ...settings });
});

it.each<[Json]>([
  [{ items: [{ next: 'https://example.com/' }] }],
  [{ items: [], next: null }],
  [{ total_pages: 1 }],
  [[1, 2]],
  ['text'],
])('%j suggests nothing', (body) => {
  expect(suggested(body)).toBeUndefined();
});

it('nothing is suggested where a way is chosen, or none can be', () => {
  const body = { next: '/people?page=2' };
  expect(suggested(body, { paging: 'page' })).toBeUndefined();
  const customers = catalog.operation('catalog:crm', 'find-customers-by-status');
  expect(customers && suggestPaging(customers, {}, body)).toBeUndefined();
});
