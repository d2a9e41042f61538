import { afterEach, expect, test } from 'vitest';
import { english } from './en/index.ts';
import { loadTranslation } from './language.ts';
import { say, sayWording, speak, spokenLocale } from './index.ts';

afterEach(() => speak('en'));

test('fills the blanks of a sentence', () => {
  expect(say('common.undo-what', { what: 'move a step' })).toBe('Undo: move a step');
});

test('chooses between one and many', () => {
  const held = (count: number) => sayWording({ code: 'run-panel.count-held', params: { count } });
  expect([held(1), held(2), held(0)]).toEqual(['1 waits', '2 wait', '0 wait']);
});

test('writes numbers as the language does', () => {
  expect(say('run-panel.count-done', { count: 12_345 })).toBe('12,345 done');
});

test('leaves what a value holds as it is', () => {
  expect(say('common.undo-what', { what: '{{what}} $& <b>' })).toBe('Undo: {{what}} $& <b>');
});

test('a name that is read from the right leaves what stands around it in its place', () => {
  const label = (name: string) => say('canvas.step-label', { number: 2, name });
  expect(label('לקוחות')).toBe('Step 2: \u2068לקוחות\u2069');
  expect(label('العملاء (1)')).toBe('Step 2: \u2068العملاء (1)\u2069');
  expect(label('Zażółć')).toBe('Step 2: Zażółć');
});

test('an unknown code reads as a sentence, never as a key', () => {
  expect(sayWording({ code: 'flow.never-heard-of', params: {} })).toMatch(/^Something .*\.$/);
});

test('speaks another language, and English where it has no sentence', () => {
  speak('de', 'de-DE', {
    common: { undo: 'Rückgängig' },
    'run-panel': { 'count-held_one': '{{count}} wartet', 'count-held_other': '{{count}} warten' },
  });
  const held = (count: number) => say('run-panel.count-held', { count });
  expect([say('common.undo'), held(1), held(2)]).toEqual(['Rückgängig', '1 wartet', '2 warten']);
  expect(say('common.redo')).toBe('Redo');
  expect(say('run-panel.count-done', { count: 12_345 })).toBe('12.345 done');
  expect(spokenLocale()).toBe('de-DE');
  speak('en');
  expect([say('common.undo'), spokenLocale()]).toEqual(['Undo', 'en']);
});

test('English brings no words along; German has a place of its own', async () => {
  expect(await loadTranslation('en')).toBeUndefined();
  expect(await loadTranslation('de')).toBeTypeOf('object');
});

test('no sentence stands in two areas', () => {
  const areas = new Map<string, Set<string>>();
  for (const [area, words] of Object.entries(english))
    for (const text of Object.values(words))
      if (text.length >= sentenceLength)
        areas.set(text, new Set([...(areas.get(text) ?? []), area]));
  expect([...areas].filter(([, several]) => several.size > 1)).toEqual([]);
});

/** What is shorter may be the same by chance: names of buttons, "Nothing yet". */
const sentenceLength = 60;
