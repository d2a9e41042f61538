import { expect, it } from 'vitest';
import { keepSame } from './keep-same.ts';

const old = { a: { b: 1 }, rows: [{ x: 1 }, { x: 2 }] };

it('is the old object when nothing changed', () => {
  expect(keepSame(old, structuredClone(old))).toBe(old);
});

it('keeps the parts that did not change', () => {
  const now = keepSame(old, { a: { b: 2 }, rows: [{ x: 1 }, { x: 3 }] }) as typeof old;
  expect(now).toEqual({ a: { b: 2 }, rows: [{ x: 1 }, { x: 3 }] });
  expect(now.rows[0]).toBe(old.rows[0]);
  expect(now.rows[1]).not.toBe(old.rows[1]);
});

it('tells a field that went from one that came', () => {
  expect(keepSame({ a: 1, b: 2 }, { a: 1, c: 2 })).toEqual({ a: 1, c: 2 });
  expect(keepSame({ a: 1, b: 2 }, { a: 1 })).toEqual({ a: 1 });
  expect(keepSame([1, 2], [1])).toEqual([1]);
  expect(keepSame(undefined, 1)).toBe(1);
});
