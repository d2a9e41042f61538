import { describe, expect, it } from 'vitest';
import {
  entryOrigin,
  isBelow,
  mapRefs,
  refTo,
  usedRefs,
  type Binding,
  type RefBinding,
  type Segment,
} from '../index.ts';

const each = { each: true } as const;
const ref = (from: string, ...path: Segment[]): RefBinding => ({ kind: 'ref', from, path });
const flat = (of: Binding): Binding => ({ kind: 'convert', of, with: [{ name: 'flatten' }] });

/** For each order one shipment, with one box for each of its lines. */
const nested: Binding = {
  kind: 'list',
  parts: [
    {
      forEach: ref('shop', 'orders'),
      name: 'order',
      where: { left: ref('item:order', 'paid'), is: 'is-yes' },
      item: {
        kind: 'object',
        props: {
          number: ref('item:order', 'number'),
          boxes: {
            kind: 'list',
            parts: [
              {
                forEach: ref('item:order', 'lines'),
                name: 'line',
                item: { kind: 'object', props: { sku: ref('item:line', 'sku') } },
              },
            ],
          },
        },
      },
    },
  ],
};

describe('where a ref’s data comes from', () => {
  it('is followed through the cards around it to the step', () => {
    expect(usedRefs(nested).map(({ origin }) => origin)).toEqual([
      { from: 'shop', path: ['orders'] },
      { from: 'shop', path: ['orders', each, 'paid'] },
      { from: 'shop', path: ['orders', each, 'number'] },
      { from: 'shop', path: ['orders', each, 'lines'] },
      { from: 'shop', path: ['orders', each, 'lines', each, 'sku'] },
    ]);
  });

  it('is the inner list’s entry where the lists were made flat', () => {
    const lines = flat(ref('shop', 'orders', each, 'lines'));
    expect(entryOrigin(lines, new Map())).toEqual({
      from: 'shop',
      path: ['orders', each, 'lines', each],
    });
  });

  it('is one order’s lines where the lists of lists were not made flat', () => {
    expect(entryOrigin(ref('shop', 'orders', each, 'lines'), new Map())).toEqual({
      from: 'shop',
      path: ['orders', each, 'lines'],
    });
  });

  it('is not known behind what makes something new', () => {
    const made: Binding = {
      kind: 'convert',
      of: ref('shop', 'tags'),
      with: [{ name: 'split', by: ',' }],
    };
    expect(entryOrigin(made, new Map())).toBeUndefined();
    const list: Binding = {
      kind: 'list',
      parts: [{ forEach: made, name: 'tag', item: ref('item:tag') }],
    };
    expect(usedRefs(list).map(({ origin }) => origin?.path)).toEqual([['tags'], undefined]);
  });

  it('is told to whoever changes refs, so that a rename reaches the inside of cards', () => {
    const renamed = mapRefs(nested, (one, origin) =>
      origin !== undefined && isBelow(origin.path, ['orders', each, 'lines', each, 'sku'])
        ? { ...one, path: ['articleNo'] }
        : one,
    );
    expect(JSON.stringify(renamed)).toBe(
      JSON.stringify(nested).replace('["sku"]', '["articleNo"]'),
    );
  });
});

describe('the way to a place', () => {
  const entries = new Map([
    ['item:order', { from: 'shop', path: ['orders', each] }],
    ['item:line', { from: 'shop', path: ['orders', each, 'lines', each] }],
  ]);

  it('begins at the innermost entry it lies in', () => {
    const at = (...path: Segment[]) => refTo({ from: 'shop', path }, entries);
    expect(at('orders', each, 'lines', each, 'sku')).toEqual({ from: 'item:line', path: ['sku'] });
    expect(at('orders', each, 'number')).toEqual({ from: 'item:order', path: ['number'] });
    expect(at('orders')).toEqual({ from: 'shop', path: ['orders'] });
    expect(at('orders', { first: true }, 'number').from).toBe('shop');
  });

  it('is the step’s own elsewhere', () => {
    expect(refTo({ from: 'crm', path: ['orders', each, 'number'] }, entries).from).toBe('crm');
  });
});
