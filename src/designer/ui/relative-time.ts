import { spokenLocale } from '../../words/first.ts';

const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** "3 minutes ago" under a week, then the date; `now` is handed in, so that a test can say when. */
export function toRelativeTime(at: number, now: number, locale = spokenLocale()): string {
  const past = Math.max(0, now - at);
  if (past >= 7 * 86_400_000)
    return new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(at);
  for (const [unit, length] of units) {
    if (past >= length)
      return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(
        -Math.floor(past / length),
        unit,
      );
  }
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(0, 'second');
}

/** Date and time in full, for a tooltip. */
export function toFullTime(at: number, locale = spokenLocale()): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'medium' }).format(at);
}
