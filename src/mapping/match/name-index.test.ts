import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Named } from './name-facts.ts';
import { indexNames } from './name-index.ts';
import { scoreNames } from './score-names.ts';

const word = fc.constantFrom(
  'email',
  'mail',
  'e',
  'address',
  'first',
  'given',
  'vor',
  'name',
  'id',
  'zip',
  'plz',
  'postal',
  'code',
  'customer',
  'kunde',
  'billing',
  'straße',
  'strasse',
  'straße2',
  'quantity',
  'quantitiy',
  'phone',
  'tel',
  'lines',
  'line',
  'größe',
  'groesse',
);
const name = fc
  .tuple(fc.array(word, { minLength: 1, maxLength: 4 }), fc.constantFrom('_', '', ' ', '-'))
  .map(([words, between]) =>
    between === ''
      ? words
          .map((one, at) => (at === 0 ? one : one.charAt(0).toUpperCase() + one.slice(1)))
          .join('')
      : words.join(between),
  );
const named: fc.Arbitrary<Named> = fc.record({
  names: fc.array(name, { minLength: 1, maxLength: 3 }),
  title: fc.oneof(name, fc.constant('')),
});

describe('the index of names', () => {
  it('leaves out no pair that agrees', () => {
    fc.assert(
      fc.property(named, fc.array(named, { maxLength: 12 }), (target, sources) => {
        const found = indexNames(sources)(target);
        const agreeing = sources.flatMap((source, at) =>
          scoreNames(target, source) === undefined ? [] : [at],
        );
        expect(found).toEqual(expect.arrayContaining(agreeing));
        expect(found).toEqual([...found].sort((one, other) => one - other));
      }),
      { numRuns: 2000 },
    );
  });

  it('leaves out nearly everything else', () => {
    const kinds = ['invoice', 'customer', 'order', 'shipping', 'warehouse', 'employee', 'ticket'];
    const parts = ['street', 'city', 'total', 'status', 'comment', 'language', 'currency'];
    const sources = kinds.flatMap((kind) =>
      parts.map((part): Named => ({ names: [`${kind}_${part}`], title: `${kind} ${part}` })),
    );
    const agreeing = indexNames(sources);
    const all = sources.flatMap((source) => agreeing(source));
    expect(all.length).toBeLessThan(sources.length ** 2 / 8);
  });
});
