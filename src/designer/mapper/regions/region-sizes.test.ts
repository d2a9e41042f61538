import { expect, it } from 'vitest';
import { fitted, natural } from './region-sizes.ts';

it('leaves room for the fields and the other region', () => {
  expect(fitted(300, 1000, 200)).toBe(300);
  expect(fitted(700, 1000, 200)).toBe(540);
  expect(fitted(10, 1000, 200)).toBe(180);
});

it('never becomes smaller than can be read', () => {
  expect(fitted(300, 400, 260)).toBe(180);
});

it('gives data and result more room on a wide screen, until the person says how much', () => {
  expect([natural('data', 700), natural('result', 700)]).toEqual([260, 260]);
  expect([natural('data', 2560), natural('result', 2560)]).toEqual([512, 614]);
  expect([natural('data', 5000), natural('result', 5000)]).toEqual([720, 960]);
});
