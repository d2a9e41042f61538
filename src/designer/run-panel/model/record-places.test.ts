import { expect, it } from 'vitest';
import { pagesOf } from './record-places.ts';

it('asks for the pages that cover what is in sight', () => {
  expect(pagesOf(45, 120, 50)).toEqual([0, 1, 2]);
  expect(pagesOf(0, 0, 50)).toEqual([0]);
});
