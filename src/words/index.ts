/**
 * Message catalogs: every sentence a person reads, by code. Shared by the page and the command line, so it stands
 * outside the designer (which the command line may not import).
 *
 * A code is `<area>.<key>`. `{{name}}` is filled from the params, `{{name, number}}` as the language writes numbers,
 * `$t(area.key-{{name}})` by another sentence; `count` chooses among `_one`, `_other`.
 *
 * One language is spoken at a time (`speak`), English until then. What it has no sentence for is said in English.
 */
import type { WordParams } from '../shared/index.ts';
import { english } from './en/index.ts';
import type { Language, Translation } from './language.ts';

type Area = keyof typeof english;
type Singular<Key> = Key extends `${infer Stem}_one` | `${infer Stem}_other` ? Stem : Key;
/** Every code of the catalog: a mistyped one does not compile. */
export type WordCode = {
  [Name in Area]: `${Name}.${Singular<keyof (typeof english)[Name]> & string}`;
}[Area];

interface Speech {
  readonly sentences: ReadonlyMap<string, string>;
  readonly plurals: Intl.PluralRules;
  readonly numbers: Intl.NumberFormat;
  readonly language: Language;
  readonly locale: string;
}

const inEnglish = speechOf('en', 'en', english);
let spoken = inEnglish;

/** Says everything in this language from now on. Dates and numbers are written as in `locale`, a region of it. */
export function speak(language: Language, locale: string = language, words?: Translation): void {
  spoken = speechOf(language, locale, words ?? (language === 'en' ? english : {}));
}

export function spokenLanguage(): Language {
  return spoken.language;
}

/** How dates and numbers are written for whoever reads the sentences. */
export function spokenLocale(): string {
  return spoken.locale;
}

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
  const found = textOf(spoken, code, count) ?? textOf(inEnglish, code, count);
  return found
    ?.replace(inner, (_inner, family: string, name: string) => {
      return sentence(`${family}${params[name] ?? ''}`, params) ?? '';
    })
    .replace(blank, (_blank, name: string, asNumber: string | undefined) => {
      const value = params[name] ?? '';
      return asNumber !== undefined && typeof value === 'number'
        ? spoken.numbers.format(value)
        : String(value);
    });
}

function textOf(
  { sentences, plurals }: Speech,
  code: string,
  count: WordParams[string] | undefined,
): string | undefined {
  const plural =
    typeof count === 'number' ? sentences.get(`${code}_${plurals.select(count)}`) : undefined;
  return plural ?? sentences.get(code) ?? sentences.get(`${code}_other`);
}

const inner = /\$t\(([\w.-]*)\{\{(\w+)\}\}\)/g;
const blank = /\{\{(\w+)(, number)?\}\}/g;

function speechOf(language: Language, locale: string, words: Translation): Speech {
  return {
    sentences: bySentence(words),
    plurals: new Intl.PluralRules(language),
    numbers: new Intl.NumberFormat(locale),
    language,
    locale,
  };
}

function bySentence(words: Translation): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(words).flatMap(([area, texts]) =>
      Object.entries<string>(texts).map(([key, text]) => [`${area}.${key}`, text] as const),
    ),
  );
}
