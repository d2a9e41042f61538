import { expect, it } from 'vitest';
import type { Json } from '../shared/index.ts';
import { cutValue } from './cut-value.ts';

it('shows the first entries of a long list and says how many there are', () => {
  const rows: Json[] = Array.from({ length: 100_000 }, (_, at) => ({ at }));
  expect(cutValue({ rows, name: 'Ada' }, 2)).toEqual({
    value: { rows: [{ at: 0 }, { at: 1 }], name: 'Ada' },
    cuts: [{ path: ['rows'], count: 100_000 }],
  });
});

it('leaves a small value as it is', () => {
  const value = { a: [1, null, 'x'], b: { c: false } };
  expect(cutValue(value, 100)).toEqual({ value, cuts: [] });
  expect(cutValue(undefined, 100)).toEqual({ value: undefined, cuts: [] });
});

it('stops after so many values, however they are nested', () => {
  const lists: Json = Array.from({ length: 1000 }, () => Array.from({ length: 1000 }, () => 1));
  const { value, cuts } = cutValue(lists, 1000);
  expect(JSON.stringify(value).length).toBeLessThan(100_000);
  expect(cuts.find(({ path }) => path.length === 0)).toEqual({ path: [], count: 1000 });
});

it('shortens a long text', () => {
  expect(cutValue('x'.repeat(1_000_000), 1).value).toHaveLength(20_001);
});
