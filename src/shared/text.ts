import { z } from 'zod';

/** Words of a description: one text for all languages, or one a language (`{ "en": …, "de": … }`). */
export const textSchema = z.union([z.string(), z.record(z.string(), z.string())]);
export type Text = z.infer<typeof textSchema>;

/** The words in the wanted language, else in English, else in any. */
export function wordsOf(text: Text | undefined, language = 'en'): string {
  if (text === undefined) return '';
  if (typeof text === 'string') return text;
  return text[language] ?? text['en'] ?? Object.values(text)[0] ?? '';
}
