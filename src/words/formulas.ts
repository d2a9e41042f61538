/** The words about functions of formulas: a door of its own, because only who opens the formula editor needs them. */
import * as german from './de/formula-functions.ts';
import * as english from './en/formula-functions.ts';
import { spokenLanguage } from './index.ts';
import type { Language } from './language.ts';

export interface WordsOfFunction {
  /** What stands between its brackets, in order; a question mark behind what may be left out. */
  readonly takes: string;
  readonly does: string;
}

interface FormulaWords {
  readonly formulaFunctions: Readonly<Record<string, readonly [string, string]>>;
  readonly formulaGroups: Readonly<Record<keyof typeof english.formulaGroups, string>>;
}

const spoken: Readonly<Record<Language, FormulaWords>> = { en: english, de: german };

export function wordsOfFunction(name: string): WordsOfFunction {
  const { formulaFunctions } = spoken[spokenLanguage()];
  const [takes, does] = (Object.hasOwn(formulaFunctions, name)
    ? formulaFunctions[name]
    : undefined) ?? ['', ''];
  return { takes, does };
}

/** The heading for a group of functions. */
export function wordsOfGroup(group: keyof typeof english.formulaGroups): string {
  return spoken[spokenLanguage()].formulaGroups[group];
}
