import { describe, expect, it } from 'vitest';
import type { Binding } from '../../../mapping/index.ts';
import { madeAt } from './made.ts';

const ref = (from: string, ...path: string[]): Binding => ({ kind: 'ref', from, path });
const item: Binding = { kind: 'object', props: { sku: ref('item:lines', 'sku') } };
const fixed = { item } as const;
const each = { forEach: ref('shop', 'lines'), name: 'lines', item } as const;
const rows = { rows: [{ sku: 'A' }, { sku: 'B' }, { sku: 'C' }] };
const group = (...parts: (typeof fixed | typeof each)[]): Binding => ({
  kind: 'object',
  props: { rows: { kind: 'list', parts } },
});

describe('what the mapping makes at a field', () => {
  it('is the value at its names', () => {
    const binding: Binding = { kind: 'object', props: { a: item } };
    expect(madeAt(binding, { a: { sku: 7 } }, ['a', 'sku'])).toEqual({ value: 7 });
    expect(madeAt(binding, { a: { sku: 7 } }, ['a', 'toString'])).toEqual({ value: undefined });
  });

  it('is the first entry of a card', () => {
    expect(madeAt(group(each), rows, ['rows', 0, 'sku'])).toEqual({ value: 'A' });
  });

  it('is the second entry for a card after one fixed entry', () => {
    expect(madeAt(group(fixed, each), rows, ['rows', 1, 'sku'])).toEqual({ value: 'B' });
  });

  it('cannot be told behind a card: it makes any number of entries', () => {
    expect(madeAt(group(each, fixed), rows, ['rows', 1, 'sku'])).toBeUndefined();
  });
});
