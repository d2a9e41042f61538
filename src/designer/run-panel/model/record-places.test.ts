import { expect, it } from 'vitest';
import { indexAt, pagesOf, placeOf } from './record-places.ts';

it('finds a late record after those that were let go', () => {
  expect(placeOf(999, 3_000)).toBe(999);
  expect(placeOf(4_000, 3_000)).toBe(1_000);
  expect(placeOf(2_500, 3_000)).toBeUndefined();
  expect(indexAt(1_000, 3_000)).toBe(4_000);
  expect(indexAt(999, 3_000)).toBe(999);
});

it('knows of an earlier run how many of its first messages are kept', () => {
  expect(placeOf(2, 94, 3)).toBe(2);
  expect(placeOf(3, 94, 3)).toBeUndefined();
  expect(placeOf(97, 94, 3)).toBe(3);
  expect(indexAt(3, 94, 3)).toBe(97);
});

it('asks for the pages that cover what is in sight', () => {
  expect(pagesOf(45, 120, 50)).toEqual([0, 1, 2]);
  expect(pagesOf(0, 0, 50)).toEqual([0]);
});
