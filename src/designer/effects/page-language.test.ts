import { expect, test } from 'vitest';
import { languageFor } from './page-language.ts';

const both = ['en', 'de'] as const;

test('takes what the person chose, before what the browser asks for', () => {
  expect(languageFor('de', ['en-GB'], both)).toEqual({ language: 'de', locale: 'de' });
});

test('takes the first language of the browser that is offered, with its region', () => {
  expect(languageFor(undefined, ['fr-FR', 'de-AT', 'en-GB'], both)).toEqual({
    language: 'de',
    locale: 'de-AT',
  });
});

test('speaks English where nothing of it is offered, dates as in the region of English', () => {
  expect(languageFor('xx', ['fr-FR', 'en-NZ'], both)).toEqual({ language: 'en', locale: 'en-NZ' });
  expect(languageFor(undefined, ['de-DE'], ['en'])).toEqual({ language: 'en', locale: 'en' });
});
