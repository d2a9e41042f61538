/**
 * Message catalogs: every sentence a person reads, by code. Shared by the page and the command line, so it stands
 * outside the designer (which the command line may not import).
 *
 * A code is `<area>.<key>`. `{{name}}` is filled from the params; `count` chooses among `_one`, `_other`.
 */
import { createInstance } from 'i18next';
import type { WordParams } from '../shared/index.ts';
import { english } from './en/index.ts';

type Area = keyof typeof english;
type Singular<Key> = Key extends `${infer Stem}_one` | `${infer Stem}_other` ? Stem : Key;
/** Every code of the catalog: a mistyped one does not compile. */
export type WordCode = {
  [Name in Area]: `${Name}.${Singular<keyof (typeof english)[Name]> & string}`;
}[Area];

const translator = createInstance();
void translator.init({
  lng: 'en',
  fallbackLng: 'en',
  initAsync: false,
  // The library's advertisement would be in everybody's console and in the server's output.
  showSupportNotice: false,
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false },
  resources: { en: { translation: flatten(english) } },
});

/** The sentence of a code that the program knows. */
export function say(code: WordCode, params?: WordParams): string {
  return translator.t(code, { ...params });
}

/** The sentence of a code that came as data (a problem, a failure). An unknown code reads as a plain sentence, never as a key. */
export function sayWording(wording: {
  readonly code: string;
  readonly params: WordParams;
}): string {
  return translator.exists(wording.code) || translator.exists(`${wording.code}_other`)
    ? translator.t(wording.code, { ...wording.params })
    : 'Something is not as it should be here.';
}

function flatten(
  areas: Readonly<Record<string, Readonly<Record<string, string>>>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(areas).flatMap(([area, words]) =>
      Object.entries(words).map(([key, sentence]) => [`${area}.${key}`, sentence]),
    ),
  );
}
