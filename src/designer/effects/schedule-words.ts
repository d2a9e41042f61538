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
    void scheduleInWords(cron, spokenLanguage(), spokenLocale()).then((words) => {
      if (words !== undefined) known.set(cron, words);
      if (isCurrent) setTold(words);
    });
    return () => {
      isCurrent = false;
    };
  }, [cron]);
  return cron === undefined ? undefined : known.get(cron);
}

export async function scheduleInWords(
  cron: string,
  language: 'en' | 'de',
  locale: string = language,
): Promise<string | undefined> {
  const { default: library } = await import('cronstrue');
  // @ts-expect-error -- the library has no types for its languages: they are known to it once they are loaded
  if (language === 'de') await import('cronstrue/locales/de');
  try {
    return library.toString(cron, {
      locale: language,
      use24HourTimeFormat: !saysAfternoon(locale),
      verbose: false,
    });
  } catch {
    return undefined; // no schedule: the checks say so
  }
}

function saysAfternoon(locale: string): boolean {
  return new Intl.DateTimeFormat(locale, { hour: 'numeric' }).resolvedOptions().hour12 === true;
}
