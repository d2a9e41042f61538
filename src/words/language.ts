/**
 * The languages that sentences are written in. English comes with the page and the command line; each other one is a folder
 * beside `en/`, loaded when it is spoken.
 */

import type { Translation } from './translation.ts';

export type Language = 'en' | 'de';

/** Languages that are complete (`translation.test.ts` holds them to it): a person can choose among them. */
export const offeredLanguages: readonly Language[] = ['en', 'de'];

/** Each in its own words. */
export const languageNames: Readonly<Record<Language, string>> = { en: 'English', de: 'Deutsch' };

const loads: Readonly<Record<Exclude<Language, 'en'>, () => Promise<Translation>>> = {
  de: () => import('./de/index.ts').then(({ german }) => german),
};

const ownData: Readonly<
  Record<Exclude<Language, 'en'>, () => Promise<Readonly<Record<string, string>>>>
> = {
  de: () => import('./de/own-data.ts').then((found) => found.ownData),
};

export async function loadTranslation(language: Language): Promise<Translation | undefined> {
  return language === 'en' ? undefined : loads[language]();
}

/** Names of data that no component gives, by what they are called in English. */
export async function loadOwnData(language: Language): Promise<Readonly<Record<string, string>>> {
  return language === 'en' ? {} : ownData[language]();
}
