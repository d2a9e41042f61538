import { describe, expect, it } from 'vitest';
import { type ListScope, withinScope } from './scope.ts';

const each = { each: true } as const;
const lines: ListScope = {
  source: { type: { from: 'item:lines', title: 'Line', schema: {} }, sample: undefined },
  through: { from: 'shop', path: ['lines', each] },
};
const discounts: ListScope = {
  source: { type: { from: 'item:discounts', title: 'Discount', schema: {} }, sample: undefined },
  through: { from: 'shop', path: ['lines', each, 'discounts', each] },
};

describe('picking inside a list card', () => {
  it('reads the entry instead of the whole list', () => {
    expect(withinScope('shop', ['lines', each, 'sku'], [lines])).toEqual({
      from: 'item:lines',
      path: ['sku'],
    });
  });

  it('reads the innermost entry that the data lies in', () => {
    const rate = ['lines', each, 'discounts', each, 'rate'];
    expect(withinScope('shop', rate, [discounts, lines])).toEqual({
      from: 'item:discounts',
      path: ['rate'],
    });
    expect(withinScope('shop', ['lines', each, 'sku'], [discounts, lines])).toEqual({
      from: 'item:lines',
      path: ['sku'],
    });
  });

  it('goes on from an outer entry into the inner one', () => {
    expect(withinScope('item:lines', ['discounts', each, 'rate'], [discounts, lines])).toEqual({
      from: 'item:discounts',
      path: ['rate'],
    });
  });

  it('leaves data outside the list as it is', () => {
    expect(withinScope('shop', ['number'], [lines])).toEqual({ from: 'shop', path: ['number'] });
    expect(withinScope('shop', ['lines'], [lines])).toEqual({ from: 'shop', path: ['lines'] });
  });
});
