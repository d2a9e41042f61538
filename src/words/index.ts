/**
 * Message catalogs: every sentence a person reads, by code. Shared by the page and the command line, so it stands
 * outside the designer (which the command line may not import).
 *
 * A code is `<area>.<key>`. `{{name}}` is filled from the params, `{{name, number}}` as the language writes numbers,
 * `$t(area.key-{{name}})` by another sentence; `count` chooses among `_one`, `_other`.
 */
import type { WordParams } from '../shared/index.ts';
import { english } from './en/index.ts';

type Area = keyof typeof english;
type Singular<Key> = Key extends `${infer Stem}_one` | `${infer Stem}_other` ? Stem : Key;
/** Every code of the catalog: a mistyped one does not compile. */
export type WordCode = {
  [Name in Area]: `${Name}.${Singular<keyof (typeof english)[Name]> & string}`;
}[Area];

const language = 'en';
const sentences = bySentence(english);
const plurals = new Intl.PluralRules(language);
const numbers = new Intl.NumberFormat(language);

/** The sentence of a code that the program knows. */
export function say(code: WordCode, params: WordParams = {}): string {
  return sentence(code, params) ?? code;
}

/** The sentence of a code that came as data (a problem, a failure). An unknown code reads as a plain sentence, never as a key. */
export function sayWording(wording: {
  readonly code: string;
  readonly params: WordParams;
}): string {
  return sentence(wording.code, wording.params) ?? 'Something is not as it should be here.';
}

function sentence(code: string, params: WordParams): string | undefined {
  const { count } = params;
  const plural =
    typeof count === 'number' ? sentences.get(`${code}_${plurals.select(count)}`) : undefined;
  const found = plural ?? sentences.get(code) ?? sentences.get(`${code}_other`);
  return found
    ?.replace(inner, (_inner, family: string, name: string) => {
      return sentence(`${family}${params[name] ?? ''}`, params) ?? '';
    })
    .replace(blank, (_blank, name: string, asNumber: string | undefined) => {
      const value = params[name] ?? '';
      return asNumber !== undefined && typeof value === 'number'
        ? numbers.format(value)
        : String(value);
    });
}

const inner = /\$t\(([\w.-]*)\{\{(\w+)\}\}\)/g;
const blank = /\{\{(\w+)(, number)?\}\}/g;

function bySentence(
  areas: Readonly<Record<string, Readonly<Record<string, string>>>>,
): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(areas).flatMap(([area, words]) =>
      Object.entries(words).map(([key, text]) => [`${area}.${key}`, text] as const),
    ),
  );
}
