import type { Text } from './text.ts';

/** The words in the wanted language, else in English, else in any. */
export function wordsOf(text: Text | undefined, language = 'en'): string {
  if (text === undefined) return '';
  if (typeof text === 'string') return text;
  return text[language] ?? text['en'] ?? Object.values(text)[0] ?? '';
}
