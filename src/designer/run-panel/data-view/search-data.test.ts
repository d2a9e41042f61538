import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '../../../shared/index.ts';
import { searchData, searchIn } from './search-data.ts';

const people = [
  { name: 'Ada Lovelace', mails: [{ address: 'ada@example.com' }], age: 36 },
  { name: 'Jörg Weiß', mails: [], age: 51 },
  { name: 'Grace Hopper', mails: [{ address: 'grace@example.org' }], age: null },
];

describe('searching data', () => {
  it('leaves the whole entries of a list that hold the words, and where they stood', () => {
    expect(searchData(people, 'EXAMPLE.org')).toEqual({
      value: [people[2]],
      count: 1,
      places: [2],
    });
    expect(searchData(people, ' ß ').places).toEqual([1]);
    expect(searchData(people, '36').places).toEqual([0]);
  });

  it('does not take a field’s name for every entry of a list', () => {
    expect(searchData(people, 'mails')).toEqual({ value: undefined, count: 0, places: [] });
  });

  it('leaves of a group the fields whose name or value holds the words', () => {
    const order = { number: 'A-1', customer: { name: 'Ada', city: 'London' }, lines: people };
    expect(searchData(order, 'ada')).toEqual({
      value: { customer: { name: 'Ada' }, lines: [people[0]] },
      count: 2,
    });
    expect(searchData(order, 'number').value).toEqual({ number: 'A-1' });
    expect(searchData(order, 'nobody').value).toBeUndefined();
  });

  it('finds while words are typed what it finds of the whole words', () => {
    const part = fc.constantFrom('a', 'ab', 'b', 'Ada', 'x');
    const { value } = fc.letrec<{ value: Json }>((tie) => ({
      value: fc.oneof(
        part,
        fc.integer({ max: 12, min: 0 }),
        fc.array(tie('value'), { maxLength: 4 }),
        fc.dictionary(part, tie('value'), { maxKeys: 3 }),
      ),
    }));
    fc.assert(
      fc.property(value, fc.array(part, { maxLength: 3 }), (data, typed) => {
        const search = searchIn(data);
        let words = '';
        for (const sign of typed.join('')) {
          words += sign;
          expect(search(words)).toEqual(searchData(data, words));
        }
        expect(search('b')).toEqual(searchData(data, 'b'));
      }),
    );
  });

  it('keeps names that mean something to objects', () => {
    const odd = JSON.parse('{"__proto__": "ada", "other": 1}') as Record<string, string>;
    const { value } = searchData(odd, 'ada');
    expect(Object.entries(value ?? {})).toEqual([['__proto__', 'ada']]);
  });
});
