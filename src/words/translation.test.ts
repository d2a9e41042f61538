import { describe, expect, it } from 'vitest';
import { english } from './en/index.ts';
import { loadTranslation, offeredLanguages, type Language } from './language.ts';
import { untranslated } from './testing/untranslated.ts';

/** Sentences that are the same in English and in the language. */
const alike: Readonly<Record<Language, readonly string[]>> = {
  en: [],
  de: [
    'access.title',
    'command-line.in-total',
    'common.brand',
    'flows.name-label',
    'inspector.form-name',
    'inspector.shape-name',
    'limits.history-size',
    'mapper.kind-text',
    'mapper.result-json',
    'offline.mark',
    'run-panel.content-json',
    'run-panel.content-xml',
    'run-panel.minutes',
    'run-panel.view-json',
    'samples.hand-name',
    'tests.default-name',
  ],
};

it('every language that is offered has every sentence', async () => {
  expect(offeredLanguages).toEqual(['en', 'de']);
  for (const language of offeredLanguages) {
    const words = await loadTranslation(language);
    if (words === undefined) continue; // English
    expect({ language, found: untranslated(english, words, alike[language]) }).toEqual({
      language,
      found: [],
    });
  }
});

describe('the finder of untranslated words', () => {
  const source = { common: { undo: 'Undo', 'undo-what': 'Undo: {{what}}', brand: 'Footbridge' } };
  const whole = { undo: 'Rückgängig', 'undo-what': 'Rückgängig: {{what}}', brand: 'Footbridge' };

  it('is content with a whole translation, names that are alike included', () => {
    expect(untranslated(source, { common: whole }, ['common.brand'])).toEqual([]);
  });

  it('sees what is missing, left in English, filled otherwise, or not of English', () => {
    expect(untranslated(source, { common: whole }, [])).toEqual(['common.brand: is as in English']);
    expect(untranslated(source, {}, [])).toHaveLength(3);
    const other = { ...whole, 'undo-what': 'Rückgängig: {{was}}', zoom: 'Größe' };
    expect(untranslated(source, { common: other }, ['common.brand'])).toEqual([
      'common.undo-what: has other blanks than English',
      'common.zoom: is not in English',
    ]);
  });

  it('lets a sentence of blanks alone be the same', () => {
    const blanks = { canvas: { value: '{{title}}: {{text}}' } };
    expect(untranslated(blanks, blanks, [])).toEqual([]);
  });
});
