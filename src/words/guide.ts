/** The words of lessons and of the list of words: a door of its own, because the page stands without them. */
import type { WordParams } from '../shared/index.ts';
import * as german from './de/guide.ts';
import * as english from './en/guide.ts';
import { spokenLanguage } from './index.ts';
import type { Language } from './language.ts';

export type GuideWord = keyof typeof english.guide;

interface GuideWords {
  readonly guide: Readonly<Record<GuideWord, string>>;
  readonly glossary: Readonly<Record<string, readonly [string, string]>>;
}

const spoken: Readonly<Record<Language, GuideWords>> = { en: english, de: german };

export function sayGuide(word: GuideWord, params: WordParams = {}): string {
  return spoken[spokenLanguage()].guide[word].replace(/\{\{(\w+)\}\}/g, (_blank, name: string) =>
    String(params[name] ?? ''),
  );
}

export interface ExplainedWord {
  readonly word: string;
  readonly means: string;
}

/** The words of the page, in the order in which a person meets them. */
export function explainedWords(): readonly ExplainedWord[] {
  return Object.values(spoken[spokenLanguage()].glossary).map(([word, means]) => ({ word, means }));
}
