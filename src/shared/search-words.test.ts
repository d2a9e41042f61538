import { expect, test } from 'vitest';
import { searchWords } from './search-words.ts';

const named = (...names: string[]) =>
  searchWords(names.map((text) => ({ item: text, texts: [{ text, weight: 1 }] })));
const items = (hits: readonly { readonly item: string }[]) => hits.map(({ item }) => item);

test('every word has to be there, in any order', () => {
  const find = named('Find customers', 'Find orders', 'Customers to sheet');
  expect(items(find('cust find'))).toEqual(['Find customers']);
  expect(items(find('customers invoice'))).toEqual([]);
});

test('a whole text comes before a beginning, that before a beginning of a word, that before a middle', () => {
  const find = named('Remail', 'Send e-mail', 'Mailing list', 'Mail');
  expect(items(find('mail'))).toEqual(['Mail', 'Mailing list', 'Send e-mail', 'Remail']);
});

test('a text of more weight comes first, and the text that was found is told', () => {
  const find = searchWords([
    {
      item: 'shop',
      texts: [
        { text: 'Shop', weight: 10 },
        { text: 'Add customer', weight: 6 },
      ],
    },
    { item: 'crm', texts: [{ text: 'Customers', weight: 10 }] },
  ]);
  expect(find('customer')).toEqual([
    { item: 'crm', text: 'Customers' },
    { item: 'shop', text: 'Add customer' },
  ]);
});

test('accents, capitals and ß make no difference', () => {
  expect(items(named('Straße', 'Café Zürich')('cafe zurich'))).toEqual(['Café Zürich']);
  expect(items(named('Straße', 'Café')('STRASSE'))).toEqual(['Straße']);
});

test('an empty question finds everything in its order', () => {
  expect(items(named('b', 'a')('  '))).toEqual(['b', 'a']);
});
