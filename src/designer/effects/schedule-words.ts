import { useEffect, useState } from 'react';
import type { Start } from '../../flow/index.ts';
import { spokenLanguage, spokenLocale } from '../../words/index.ts';

const known = new Map<string, string>();

/** A schedule as a person says it; undefined until the library of these words is here, and for what it cannot say. */
export function useScheduleWords(start: Start | undefined): string | undefined {
  const cron = start?.kind === 'schedule' ? start.cron : undefined;
  const [, setTold] = useState<string>();
  useEffect(() => {
    if (cron === undefined || known.has(cron)) return;
    let isCurrent = true;
    void scheduleInWords(cron, spokenLanguage(), spokenLocale()).then(
      (words) => {
        if (words !== undefined) known.set(cron, words);
        if (isCurrent) setTold(words);
      },
      () => undefined, // the library cannot be fetched just now: the schedule is told without it
    );
    return () => {
      isCurrent = false;
    };
  }, [cron]);
  return cron === undefined ? undefined : known.get(cron);
}

/** Says schedules once the library of these words is here; until then, and where it cannot, undefined. */
export function useCronWords(): (cron: string) => string | undefined {
  const [say, setSay] = useState<(cron: string) => string | undefined>(() => () => undefined);
  useEffect(() => {
    let isCurrent = true;
    void loadCronWords(spokenLanguage(), spokenLocale()).then(
      (loaded) => isCurrent && setSay(() => loaded),
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, []);
  return say;
}

export async function scheduleInWords(
  cron: string,
  language: 'en' | 'de',
  locale: string = language,
): Promise<string | undefined> {
  return (await loadCronWords(language, locale))(cron);
}

async function loadCronWords(
  language: 'en' | 'de',
  locale: string,
): Promise<(cron: string) => string | undefined> {
  const { default: library } = await import('cronstrue');
  // @ts-expect-error -- the library has no types for its languages: they are known to it once they are loaded
  if (language === 'de') await import('cronstrue/locales/de');
  const use24HourTimeFormat = !saysAfternoon(locale);
  return (cron) => {
    try {
      // "At nine" alone does not say how often; "every hour" does.
      const verbose = atTimesOfDay.test(cron);
      return library.toString(cron, { locale: language, use24HourTimeFormat, verbose });
    } catch {
      return undefined; // no schedule: the checks say so
    }
  };
}

const atTimesOfDay = /^[\d,]+ [\d,]+ /;

function saysAfternoon(locale: string): boolean {
  return new Intl.DateTimeFormat(locale, { hour: 'numeric' }).resolvedOptions().hour12 === true;
}
