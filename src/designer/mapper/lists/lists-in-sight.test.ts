import { expect, it } from 'vitest';
import { listsInSight } from './lists-in-sight.ts';

const each = { each: true } as const;
const shop = {
  from: 'shop',
  title: 'Shop',
  schema: {
    type: 'object',
    properties: {
      tags: { type: 'array', items: { type: 'string' } },
      orders: {
        type: 'array',
        title: 'All orders',
        items: {
          type: 'object',
          properties: {
            lines: { type: 'array', items: { type: 'object', properties: { sku: {} } } },
          },
        },
      },
    },
  },
} as const;
const entry = {
  from: 'item:x',
  title: 'Entry',
  schema: { type: 'array', items: { type: 'string' } },
} as const;

it('finds every list in sight, those that fit first, lists inside lists as one', () => {
  const found = listsInSight([entry, shop], true);
  expect(found.map(({ titles, fits }) => [titles.join(' › '), fits])).toEqual([
    ['All orders', true],
    ['All orders › Lines', true],
    ['Entry', false],
    ['Tags', false],
  ]);
  expect(found[1]?.list).toEqual({
    kind: 'convert',
    of: { kind: 'ref', from: 'shop', path: ['orders', each, 'lines'] },
    with: [{ name: 'flatten' }],
  });
});

it('prefers values where values are made', () => {
  expect(listsInSight([shop], false)[0]?.titles).toEqual(['Tags']);
});

it('ends in data that contains itself', () => {
  const tree = {
    from: 't',
    title: 'Tree',
    schema: {
      $ref: '#/$defs/Node',
      $defs: {
        Node: {
          type: 'object',
          properties: { children: { type: 'array', items: { $ref: '#/$defs/Node' } } },
        },
      },
    },
  } as const;
  expect(listsInSight([tree], true).length).toBeLessThan(10);
});
