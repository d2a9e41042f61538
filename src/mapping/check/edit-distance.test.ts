import fc from 'fast-check';
import { expect, it } from 'vitest';
import { distancesFrom, editDistance } from './edit-distance.ts';
import { plainDistance } from './testing/plain-distance.ts';

it('a distance is that of every letter with every other, as far as it is asked for', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
  fc.assert(
    fc.property(word, word, fc.nat(5), (one, other, limit) => {
      expect(editDistance(one, other, limit)).toBe(Math.min(plainDistance(one, other), limit + 1));
    }),
    { numRuns: 2000 },
  );
});

it('a distance by bits is the same, also of words that are too long for them', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'ü'), maxLength: 36 });
  fc.assert(
    fc.property(word, word, fc.nat(40), (one, other, limit) => {
      const from = distancesFrom(one);
      expect(from(other, limit)).toBe(Math.min(plainDistance(one, other), limit + 1));
    }),
    { numRuns: 2000 },
  );
});
