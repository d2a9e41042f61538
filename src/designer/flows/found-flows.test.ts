import { expect, test } from 'vitest';
import type { ListedFlow } from '../storage/listed-flows.ts';
import { findFlows, placesIn, tagsIn } from './found-flows.ts';

const aFlow = (name: string, more: Partial<ListedFlow> = {}): ListedFlow => ({
  id: name,
  name,
  updatedAt: 1,
  components: [],
  steps: 0,
  tags: [],
  ...more,
});
const flows = [
  aFlow('Orders', { folder: 'Shop', tags: ['daily'], components: ['catalog:crm'] }),
  aFlow('Customers', { tags: ['weekly', 'crm'] }),
  aFlow('Old orders', { folder: 'Shop', archivedAt: 5 }),
];
const titles: Readonly<Record<string, string>> = { 'catalog:crm': 'CRM' };
const found = (question: string, place: Parameters<typeof findFlows>[1] = { kind: 'all' }) =>
  findFlows(flows, place, question, (id) => titles[id] ?? id).map(({ name }) => name);

test('a flow is found by its name, folder, tag and what its steps use, all words together', () => {
  expect(found('custom')).toEqual(['Customers']);
  expect(found('shop')).toEqual(['Orders']);
  expect(found('DAILY ord')).toEqual(['Orders']);
  expect(found('weekly shop')).toEqual([]);
});

test('a tag counts more than a service of the same name', () => {
  expect(found('crm')).toEqual(['Customers', 'Orders']);
});

test('what is archived is found in the archive alone', () => {
  expect(found('orders')).toEqual(['Orders']);
  expect(found('orders', { kind: 'archive' })).toEqual(['Old orders']);
  expect(found('', { kind: 'folder', name: 'Shop' })).toEqual(['Orders']);
});

test('the places are counted without what is archived', () => {
  expect(placesIn(flows)).toEqual([
    { place: { kind: 'all' }, count: 2 },
    { place: { kind: 'folder', name: 'Shop' }, count: 1 },
    { place: { kind: 'tag', name: 'crm' }, count: 1 },
    { place: { kind: 'tag', name: 'daily' }, count: 1 },
    { place: { kind: 'tag', name: 'weekly' }, count: 1 },
    { place: { kind: 'archive' }, count: 1 },
  ]);
});

test('there is nothing to choose between while nothing is filed', () => {
  expect(placesIn([aFlow('One'), aFlow('Two')])).toEqual([]);
});

test('tags are typed with commas, each counts once', () => {
  expect(tagsIn(' weekly, sales ,, weekly')).toEqual(['weekly', 'sales']);
});
