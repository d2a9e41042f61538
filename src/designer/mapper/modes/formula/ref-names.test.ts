import { describe, expect, it } from 'vitest';
import type { RefBinding } from '../../../../mapping/index.ts';
import { nameOfRef } from './ref-names.ts';

const ref = (...path: RefBinding['path']): RefBinding => ({ kind: 'ref', from: 'shop', path });

describe('the name of data in a formula', () => {
  it('is its own, made fit', () => {
    expect(nameOfRef(ref('customer', 'firstName'), {})).toBe('firstName');
    expect(nameOfRef(ref('vat-id'), {})).toBe('vatId');
    expect(nameOfRef(ref('Straße'), {})).toBe('straße');
    expect(nameOfRef(ref('lines', { each: true }, 'SKU'), {})).toBe('SKU');
  });

  it('is the same for the same data, and another for other data of that name', () => {
    const refs = { city: ref('billing', 'city') };
    expect(nameOfRef(ref('billing', 'city'), refs)).toBe('city');
    expect(nameOfRef(ref('delivery', 'city'), refs)).toBe('city2');
  });

  it('is a letter where its own would be a function or no name', () => {
    expect(nameOfRef(ref('count'), {})).toBe('a');
    expect(nameOfRef(ref('1st'), { a: ref('x') })).toBe('b');
    expect(nameOfRef(ref(), {})).toBe('a');
  });
});
