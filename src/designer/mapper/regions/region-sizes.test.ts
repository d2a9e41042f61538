import { expect, it } from 'vitest';
import { fitted } from './region-sizes.ts';

it('leaves room for the fields and the other region', () => {
  expect(fitted(300, 1000, 200)).toBe(300);
  expect(fitted(700, 1000, 200)).toBe(540);
  expect(fitted(10, 1000, 200)).toBe(180);
});

it('never becomes smaller than can be read', () => {
  expect(fitted(300, 400, 260)).toBe(180);
});
