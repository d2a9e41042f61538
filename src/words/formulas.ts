/** The words about functions of formulas: a door of its own, because only who opens the formula editor needs them. */
import { formulaFunctions, formulaGroups } from './en/formula-functions.ts';

export interface WordsOfFunction {
  /** What stands between its brackets, in order; a question mark behind what may be left out. */
  readonly takes: string;
  readonly does: string;
}

export function wordsOfFunction(name: string): WordsOfFunction {
  const known: Readonly<Record<string, readonly [string, string]>> = formulaFunctions;
  const [takes, does] = (Object.hasOwn(known, name) ? known[name] : undefined) ?? ['', ''];
  return { takes, does };
}

/** The heading for a group of functions. */
export function wordsOfGroup(group: keyof typeof formulaGroups): string {
  return formulaGroups[group];
}
