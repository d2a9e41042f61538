import { describe, expect, it } from 'vitest';
import type { ListScope } from '../mapping-desk.ts';
import { withinScope } from './scope.ts';

const lines: ListScope = {
  source: { type: { from: 'item:lines', title: 'Line', schema: {} }, sample: undefined },
  through: { from: 'shop', path: ['lines'] },
};
const discounts: ListScope = {
  source: { type: { from: 'item:discounts', title: 'Discount', schema: {} }, sample: undefined },
  through: { from: 'item:lines', path: ['discounts'] },
};

describe('picking inside a list card', () => {
  it('reads the entry instead of the whole list', () => {
    expect(withinScope('shop', ['lines', { each: true }, 'sku'], [lines])).toEqual({
      from: 'item:lines',
      path: ['sku'],
    });
  });

  it('goes through the cards from the outside in', () => {
    expect(
      withinScope(
        'shop',
        ['lines', { each: true }, 'discounts', { each: true }, 'rate'],
        [discounts, lines],
      ),
    ).toEqual({
      from: 'item:discounts',
      path: ['rate'],
    });
  });

  it('leaves data outside the list as it is', () => {
    expect(withinScope('shop', ['number'], [lines])).toEqual({ from: 'shop', path: ['number'] });
    expect(withinScope('crm', ['lines', { each: true }, 'sku'], [lines])).toEqual({
      from: 'crm',
      path: ['lines', { each: true }, 'sku'],
    });
  });
});
