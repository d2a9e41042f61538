/**
 * The door of the first view: `say` takes the codes of its areas only, so that no other sentence comes with it. What it has
 * to say of a change (`history`) and why one is not made (`flow`) comes as data.
 */
import type { WordParams } from '../shared/index.ts';
import type { firstEnglish } from './en/first.ts';
import type { CodeOf } from './code-of.ts';
import { sentence } from './speech.ts';

export { speak, spokenLanguage, spokenLocale } from './speech.ts';

/** The sentence of a code that the program knows. */
export function say(code: CodeOf<typeof firstEnglish>, params: WordParams = {}): string {
  return sentence(code, params) ?? code;
}

/** The sentence of a code that came as data (a problem, a failure). An unknown code reads as a plain sentence, never as a key. */
export function sayWording(wording: {
  readonly code: string;
  readonly params: WordParams;
}): string {
  return sentence(wording.code, wording.params) ?? 'Something is not as it should be here.';
}
