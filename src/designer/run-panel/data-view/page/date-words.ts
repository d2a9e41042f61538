import { spokenLocale } from '../../../../words/index.ts';

const written =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)?)?$/i;

/** A date, or a date with a time, as the person's language writes it; undefined where a text is none. */
export function dateWords(
  text: string,
  locale: string = spokenLocale(),
  timeZone?: string,
): string | undefined {
  const found = written.exec(text);
  if (found === null) return undefined;
  const [, year, month, day, hour, minute, second = '00', zone] = found;
  const at = Date.UTC(Number(year), Number(month) - 1, Number(day));
  const date = new Date(at);
  const isDay = date.getUTCMonth() + 1 === Number(month) && date.getUTCDate() === Number(day);
  if (!isDay) return undefined;
  if (hour === undefined || minute === undefined)
    return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(at);
  const whole = Date.parse(
    `${year}-${month}-${day}T${hour}:${minute}:${second}${zone === undefined ? 'Z' : withColon(zone)}`,
  );
  if (Number.isNaN(whole)) return undefined;
  // A time that names no zone is told as it is written.
  const shownIn = zone === undefined ? 'UTC' : timeZone;
  return new Intl.DateTimeFormat(locale, {
    dateStyle: 'long',
    timeStyle: 'short',
    ...(shownIn !== undefined && { timeZone: shownIn }),
  }).format(whole);
}

/** "+0200" is written by many, and read by few. */
function withColon(zone: string): string {
  return zone.length === 5 ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone;
}
