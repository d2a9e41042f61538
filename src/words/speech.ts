/**
 * How a sentence is found and filled. A code is `<area>.<key>`. `{{name}}` is filled from the params, `{{name, number}}` as
 * the language writes numbers, `$t(area.key-{{name}})` by another sentence (`area.key` where there is no such param); `count`
 * chooses among `_one`, `_other`.
 *
 * One language is spoken at a time (`speak`), English until then. What it has no sentence for is said in English, of which
 * the page knows the areas of its first view first (`first.ts`), the others as soon as a part is loaded that says them.
 */
import type { WordParams } from '../shared/index.ts';
import { firstEnglish } from './en/first.ts';
import type { Language } from './language.ts';
import type { Translation } from './translation.ts';

interface Speech {
  readonly sentences: Map<string, string>;
  readonly plurals: Intl.PluralRules;
  readonly numbers: Intl.NumberFormat;
  readonly language: Language;
  readonly locale: string;
}

const inEnglish = speechOf('en', 'en', firstEnglish);
let spoken = inEnglish;

/** Says everything in this language from now on. Dates and numbers are written as in `locale`, a region of it. */
export function speak(language: Language, locale: string = language, words?: Translation): void {
  spoken = speechOf(language, locale, words ?? {});
}

/** More areas of English are there. */
export function learnEnglish(words: Translation): void {
  enter(inEnglish.sentences, words);
}

export function spokenLanguage(): Language {
  return spoken.language;
}

/** How dates and numbers are written for whoever reads the sentences. */
export function spokenLocale(): string {
  return spoken.locale;
}

export function sentence(code: string, params: WordParams): string | undefined {
  const { count } = params;
  const found = textOf(spoken, code, count) ?? textOf(inEnglish, code, count);
  return found
    ?.replace(inner, (_inner, family: string, name: string) => {
      const chosen = params[name];
      const code = chosen === undefined ? family.replace(/-$/, '') : `${family}${chosen}`;
      return sentence(code, params) ?? '';
    })
    .replace(blank, (_blank, name: string, asNumber: string | undefined) => {
      const value = params[name] ?? '';
      return asNumber !== undefined && typeof value === 'number'
        ? spoken.numbers.format(value)
        : setApart(String(value));
    });
}

/** Hebrew, Arabic and their like run the other way: marks that nobody sees keep what stands beside them in its place. */
function setApart(value: string): string {
  return /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/.test(value) ? `\u2068${value}\u2069` : value;
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
    sentences: enter(new Map(), words),
    plurals: new Intl.PluralRules(language),
    numbers: new Intl.NumberFormat(locale),
    language,
    locale,
  };
}

function enter(sentences: Map<string, string>, words: Translation): Map<string, string> {
  for (const [area, texts] of Object.entries(words))
    for (const [key, text] of Object.entries<string>(texts)) sentences.set(`${area}.${key}`, text);
  return sentences;
}
