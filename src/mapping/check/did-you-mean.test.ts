import fc from 'fast-check';
import { expect, it } from 'vitest';
import { processorMs } from '../../shared/testing/processor-ms.ts';
import { nearestNames } from './did-you-mean.ts';
import { plainDistance } from './testing/plain-distance.ts';

/** The same in the plainest way: every name is compared letter by letter. */
function plainlyNearest(wanted: string, names: readonly string[], most: number): readonly string[] {
  const limit = Math.max(2, Math.floor(wanted.length / 3));
  return names
    .map((name) => ({
      name,
      distance: plainDistance(wanted.toLowerCase(), name.toLowerCase()),
    }))
    .filter(({ distance }) => distance <= limit)
    .sort((one, other) => one.distance - other.distance || (one.name < other.name ? -1 : 1))
    .slice(0, most)
    .map(({ name }) => name);
}

it('the nearest of many names are those that comparing each of them would find', () => {
  const part = fc.constantFrom(
    'first',
    'Name',
    'order',
    'ID',
    'zip',
    '_',
    '-',
    'ö',
    '1',
    '12',
    'x',
  );
  const name = fc.array(part, { maxLength: 9 }).map((parts) => parts.join(''));
  const typed = fc.tuple(
    name,
    fc.nat(40),
    fc.string({ unit: fc.constantFrom('a', 'r', '2', 'ö'), maxLength: 3 }),
  );
  fc.assert(
    fc.property(
      fc.array(name, { maxLength: 60 }),
      fc.array(typed, { maxLength: 6 }),
      fc.integer({ min: 1, max: 4 }),
      (names, all, most) => {
        for (const [word, at, more] of all) {
          const wanted = word.slice(0, at) + more + word.slice(at + 1);
          expect(nearestNames(wanted, names, most)).toEqual(plainlyNearest(wanted, names, most));
        }
      },
    ),
    { numRuns: 500 },
  );
});

it('thousands of wrong names among thousands cost hardly more than one that is compared with each of them', () => {
  const names = Array.from(
    { length: 2000 },
    (_, at) => `customer${String((at * 7919) % 99_991)}Field`,
  );
  const begun = processorMs();
  plainlyNearest('custmoer12Field', names, 3);
  const plainly = processorMs(begun);
  const begunAll = processorMs();
  for (const name of names) nearestNames(`old_${name.slice(4)}`, names);
  expect(processorMs(begunAll)).toBeLessThan(plainly * names.length * 0.02);
});

it('of many near names the nearest are told, those of equal distance by the alphabet', () => {
  const names = Array.from({ length: 50 }, (_, at) => `field${String(at)}`);
  expect(nearestNames('field7x', names)).toEqual(['field7', 'field0', 'field1']);
  expect(nearestNames('Feild12', names, 2)).toEqual(['field12', 'field1']);
});
