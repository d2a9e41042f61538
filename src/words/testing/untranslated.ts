import type { Translation } from '../translation.ts';

type Areas = Readonly<Record<string, Readonly<Record<string, string>>>>;

/**
 * What is wrong with a translation, a line each: sentences that are missing, left in English, or not of English; and blanks that
 * are not the same. `alike` names the codes of sentences that read the same in both languages.
 */
export function untranslated(
  english: Areas,
  translation: Translation,
  alike: readonly string[],
): readonly string[] {
  const own = flat(translation as Areas);
  const source = flat(english);
  const found = [...source].flatMap(([code, text]) => {
    const translated = own.get(code);
    if (translated === undefined) return [`${code}: is missing`];
    if (blanksOf(translated).join() !== blanksOf(text).join())
      return [`${code}: has other blanks than English`];
    return translated === text && hasWords(text) && !alike.includes(code)
      ? [`${code}: is as in English`]
      : [];
  });
  const unknown = [...own.keys()].filter((code) => !source.has(code));
  return [...found, ...unknown.map((code) => `${code}: is not in English`)];
}

function flat(areas: Areas): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(areas).flatMap(([area, words]) =>
      Object.entries(words).map(([key, text]) => [`${area}.${key}`, text] as const),
    ),
  );
}

const blank = /\$t\([^)]*\)|\{\{[^}]*\}\}/g;

function blanksOf(text: string): readonly string[] {
  return [...new Set(text.match(blank) ?? [])].toSorted();
}

function hasWords(text: string): boolean {
  return /\p{L}{2}/u.test(text.replaceAll(blank, ''));
}
