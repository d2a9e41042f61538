import { describe, expect, it } from 'vitest';
import { atHand } from '../../catalog/contract.ts';
import { shippedComponents, shippedTexts } from '../../catalog/testing/shipped.ts';
import { summaryInLanguage } from '../../catalog/texts.ts';
import { catalogueSearch, type FoundService } from './looked-for.ts';

const english = shippedComponents().map(atHand);
const texts = shippedTexts('de');
const german = english.map((each) => summaryInLanguage(each, 'de', texts[each.id] ?? {}));

const told = (services: readonly FoundService[]) =>
  services.map(({ component, operations }) =>
    [component.id, ...operations.map(({ id }) => id)].join(' '),
  );

describe('the search of the catalogue', () => {
  const search = catalogueSearch(english);

  it('finds a service by its name alone, without a word of what it can do', () => {
    expect(told(search('stripe').found)[0]).toBe('catalog:stripe');
  });

  it('finds what a service can do, by words of both in any order', () => {
    expect(told(search('sheets add row').found)[0]).toMatch(/^catalog:google-sheets add-row/);
    expect(told(search('customer stripe change').found)).toEqual([
      'catalog:stripe update-customer',
    ]);
  });

  it('finds everything that can do it where no service is named', () => {
    const found = told(search('send message').found);
    expect(found.some((each) => each.startsWith('catalog:slack send-message'))).toBe(true);
    expect(found.some((each) => each.startsWith('catalog:twilio send-message'))).toBe(true);
  });

  it('offers what comes close where nothing has all of the words', () => {
    const { found, close } = search('dance with slack channel');
    expect(found).toEqual([]);
    expect(told(close)[0]).toMatch(/^catalog:slack .*list-channels/);
    expect(search('qqqq wwww')).toEqual({ found: [], close: [] });
  });

  it('finds everything before anything was asked', () => {
    expect(search(' ').found.map(({ component }) => component.id)).toEqual(
      english.map(({ id }) => id),
    );
  });
});

describe('in two languages', () => {
  it('an English page is asked in German, and a German one in English', () => {
    expect(told(catalogueSearch(english, [german])('Zeile hinzufügen sheets').found)[0]).toMatch(
      /^catalog:google-sheets add-row/,
    );
    const found = catalogueSearch(german, [english])('add a row sheets').found[0];
    expect(told(found === undefined ? [] : [found])[0]).toMatch(/^catalog:google-sheets add-row/);
    expect(found?.operations[0]?.title).toBe('Eine Zeile hinzufügen');
  });
});
