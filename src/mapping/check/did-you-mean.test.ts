import fc from 'fast-check';
import { expect, it } from 'vitest';
import { editDistance, nearestNames } from './did-you-mean.ts';

/** The same in the plainest way: every letter with every other. */
function plainDistance(left: string, right: string): number {
  const rows: number[][] = [];
  for (let row = 0; row <= left.length; row++) {
    const current: number[] = [];
    for (let column = 0; column <= right.length; column++) {
      const at = (up: number, back: number): number => rows[row - up]?.[column - back] ?? Infinity;
      const same = left[row - 1] === right[column - 1];
      const swapped = left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      const ways = [at(1, 0) + 1, (current[column - 1] ?? Infinity) + 1];
      if (row > 0 && column > 0) ways.push(at(1, 1) + (same ? 0 : 1));
      if (row > 1 && column > 1 && swapped) ways.push(at(2, 2) + 1);
      current.push(row + column === 0 ? 0 : Math.min(...ways));
    }
    rows.push(current);
  }
  return rows[left.length]?.[right.length] ?? 0;
}

it('a distance is that of every letter with every other, as far as it is asked for', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
  fc.assert(
    fc.property(word, word, fc.nat(5), (one, other, limit) => {
      expect(editDistance(one, other, limit)).toBe(Math.min(plainDistance(one, other), limit + 1));
    }),
    { numRuns: 2000 },
  );
});

it('of many near names the nearest are told, those of equal distance by the alphabet', () => {
  const names = Array.from({ length: 50 }, (_, at) => `field${String(at)}`);
  expect(nearestNames('field7x', names)).toEqual(['field7', 'field0', 'field1']);
  expect(nearestNames('Feild12', names, 2)).toEqual(['field12', 'field1']);
});
