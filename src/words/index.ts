/**
 * Message catalogs: every sentence a person reads, by code. Shared by the page and the command line, so it stands
 * outside the designer (which the command line may not import). The page's first view has a door of its own (`first.ts`).
 */
import type { WordParams } from '../shared/index.ts';
import type { CodeOf } from './code-of.ts';
import { english } from './en/index.ts';
import { learnEnglish, sentence } from './speech.ts';

export { sayWording, speak, spokenLanguage, spokenLocale } from './first.ts';

export type WordCode = CodeOf<typeof english>;

learnEnglish(english);

/** The sentence of a code that the program knows. */
export function say(code: WordCode, params: WordParams = {}): string {
  return sentence(code, params) ?? code;
}
