import { expect, it } from 'vitest';
import { checkBinding, withLists, type SourceType } from '../index.ts';
import type { JsonSchema } from '../../shared/index.ts';

const lines: JsonSchema = { type: 'array', title: 'Lines', items: { type: 'object' } };
const order: SourceType = {
  from: 'order',
  title: 'Shop',
  schema: { type: 'object', properties: { number: { type: 'string' }, lines } },
};
const customers: SourceType = {
  from: 'crm',
  title: 'CRM',
  schema: { ...lines, title: 'Customers' },
};
const wanted: JsonSchema = { type: 'array', title: 'List' };
const offered = (...sources: SourceType[]) =>
  withLists(checkBinding(undefined, wanted, sources), sources).flatMap(({ fixes }) =>
    fixes.map(({ params, binding }) => [params['step'], params['source'], binding]),
  );

it('offers the lists of earlier steps, those of the nearest step first', () => {
  expect(offered(order, customers)).toEqual([
    ['CRM', 'Customers', { kind: 'ref', from: 'crm', path: [] }],
    ['Shop', 'Lines', { kind: 'ref', from: 'order', path: ['lines'] }],
  ]);
});

it('offers nothing where there is no list, and none that is never proposed', () => {
  expect(offered({ ...order, schema: { type: 'object', properties: {} } })).toEqual([]);
  expect(offered({ ...order, isNeverProposed: true })).toEqual([]);
});
