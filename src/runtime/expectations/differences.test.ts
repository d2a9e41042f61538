import { describe, expect, it } from 'vitest';
import { differences, generalised } from './differences.ts';

const exact = { mode: 'exact', mayDiffer: [] } as const;
const shape = { mode: 'shape', mayDiffer: [] } as const;

describe('values held against each other', () => {
  it('differ at their places, with what was expected and what came', () => {
    expect(
      differences(
        { name: 'Ada', tags: ['a', 'b'], gone: 1 },
        { name: 'Bob', tags: ['a', 'c', 'd'], more: null },
        exact,
      ),
    ).toEqual([
      { path: ['name'], expected: 'Ada', got: 'Bob' },
      { path: ['tags', 1], expected: 'b', got: 'c' },
      { path: ['tags', 2], got: 'd' },
      { path: ['gone'], expected: 1 },
      { path: ['more'], got: null },
    ]);
  });

  it('are the same whatever the order of their fields, long whole numbers too', () => {
    expect(differences({ a: 1, b: 2n ** 60n }, { b: 2n ** 60n, a: 1 }, exact)).toEqual([]);
  });

  it('may differ at the named places, in every entry of a list', () => {
    const alike = { mode: 'except', mayDiffer: [['lines', '*', 'id']] } as const;
    expect(
      differences(
        { lines: [{ id: 1, sku: 'a' }] },
        { lines: [{ id: 2, sku: 'b' }, { id: 3 }] },
        alike,
      ).map(({ path }) => path),
    ).toEqual([
      ['lines', 0, 'sku'],
      ['lines', 1],
    ]);
    expect(generalised(['lines', 3, 'id'])).toEqual(['lines', '*', 'id']);
  });

  it('have the same shape while their fields and kinds are the same, however many entries there are', () => {
    expect(
      differences(
        { at: '1', n: 1, l: [{ a: 1 }] },
        { at: '2', n: 2n, l: [{ a: 3 }, { a: 4 }] },
        shape,
      ),
    ).toEqual([]);
    expect(differences({ empty: null }, { empty: 'now it is there' }, shape)).toEqual([]);
    expect(
      differences({ a: 1, l: [{ a: 1 }] }, { a: '1', l: [{ b: 1 }] }, shape).map(
        ({ path }) => path,
      ),
    ).toEqual([['a'], ['l', 0, 'a'], ['l', 0, 'b']]);
  });
});
