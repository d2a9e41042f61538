/**
 * The language of the page: what the person chose in this browser, else what the browser asks for, else English.
 * A choice takes effect when the page is loaded again: words are then said anew everywhere.
 */
import { loadTranslation, offeredLanguages, type Language } from '../../words/language.ts';
import { speak } from '../../words/first.ts';
import { loadAgain } from './leaving.ts';

const storedAs = 'footbridge.language';

interface PageLanguage {
  readonly language: Language;
  /** A region of the language: how dates and numbers are written. */
  readonly locale: string;
}

/** Speaks the language of the page, and says it to the browser and to screen readers. */
export async function startLanguage(): Promise<void> {
  const wanted = languageFor(chosenLanguage(), navigator.languages);
  // A page that cannot fetch its words says that in English.
  await start(wanted).catch(() => start({ language: 'en', locale: 'en' }));
}

async function start({ language, locale }: PageLanguage): Promise<void> {
  speak(language, locale, await loadTranslation(language));
  document.documentElement.lang = language;
}

/** The first of the wanted ones that is offered; the region is the browser's own where it speaks the language. */
export function languageFor(
  chosen: string | undefined,
  wanted: readonly string[],
  offered: readonly Language[] = offeredLanguages,
): PageLanguage {
  const asked = [...(chosen === undefined ? [] : [chosen]), ...wanted].map(languageOf);
  const language = asked.flatMap((one) => offered.find((other) => other === one) ?? [])[0] ?? 'en';
  return { language, locale: wanted.find((one) => languageOf(one) === language) ?? language };
}

function languageOf(locale: string): string {
  return locale.toLowerCase().split('-')[0] ?? '';
}

function chosenLanguage(): string | undefined {
  try {
    return localStorage.getItem(storedAs) ?? undefined;
  } catch {
    return undefined; // a browser that keeps nothing
  }
}

/** Keeps the choice and loads the page again. */
export function chooseLanguage(language: Language): void {
  try {
    localStorage.setItem(storedAs, language);
  } catch {
    return;
  }
  void loadAgain();
}
