import { expect, it } from 'vitest';
import { atHand } from '../../catalog/contract.ts';
import { shippedComponents, shippedTexts } from '../../catalog/testing/shipped.ts';
import { summaryInLanguage } from '../../catalog/texts.ts';
import { categoriesIn, inCategory, withoutAccount } from './categories.ts';

const written = shippedComponents().map(atHand);
const texts = shippedTexts('de');
const german = written.map((each) => summaryInLanguage(each, 'de', texts[each.id] ?? {}));

it('categories have the same keys in every language, and how many components they have', () => {
  const inEnglish = categoriesIn(written, written);
  const inGerman = categoriesIn(german, written);
  expect(inGerman.map(({ key, count }) => `${key} ${String(count)}`).toSorted()).toEqual(
    inEnglish.map(({ key, count }) => `${key} ${String(count)}`).toSorted(),
  );
  expect(inGerman.find(({ key }) => key === 'Customers')?.title).toBe('Kunden');
  expect(inEnglish.find(({ key }) => key === 'Customers')?.of).toBe('services');
  expect(inEnglish.find(({ key }) => key === 'Data formats')?.of).toBe('blocks');
});

it('what a category has is the same in every language; what needs no account is one as well', () => {
  const ids = (list: typeof written, category: string) =>
    list.filter(inCategory(category, written)).map(({ id }) => id);
  expect(ids(german, 'Payments')).toEqual(ids(written, 'Payments'));
  expect(ids(german, 'Payments')).toContain('catalog:stripe');
  const free = ids(written, withoutAccount);
  expect(free).toEqual(expect.arrayContaining(['catalog:crm', 'catalog:filter']));
  expect(free).not.toContain('catalog:stripe');
});
