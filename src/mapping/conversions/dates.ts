import type { Json } from '../../shared/index.ts';
import { fail, type Frame, type Place } from '../evaluate/frame.ts';
import { shown } from '../evaluate/shown.ts';
import { readPattern, writePattern } from './date-pattern.ts';
import { isWritable, parseMoment, writeDay, writeInstant, type Moment } from './moment.ts';
import { instantOf, offsetAt, wallIn } from './zone.ts';
import type { ConvertValue } from './convert.ts';

/** A day (`2024-05-01`): the one that calendars in the zone (the flow's, unless told) show at that time. */
export function toDate(
  format: string | undefined,
  zone: string | undefined,
  locale: string | undefined,
): ConvertValue {
  return (value, frame, place) => {
    const moment = read(value, { format, locale }, frame, place);
    if (moment === undefined) return undefined;
    const where = zone ?? frame.context.timeZone;
    const wall = wallIn(moment, where);
    return wall === undefined
      ? fail(frame, place, 'unknown-zone', { zone: where })
      : (writeDay(wall) ?? outOfRange(value, frame, place));
  };
}

/** An instant in UTC (`2024-05-01T08:00:00Z`); a text without an offset is read as a clock in the zone. */
export function toDateTime(
  format: string | undefined,
  zone: string | undefined,
  locale: string | undefined,
): ConvertValue {
  return (value, frame, place) => {
    const moment = read(value, { format, locale }, frame, place);
    if (moment === undefined) return undefined;
    const where = zone ?? frame.context.timeZone;
    const instant = instantOf(moment, where);
    return instant === undefined
      ? fail(frame, place, 'unknown-zone', { zone: where })
      : (writeInstant(instant) ?? outOfRange(value, frame, place));
  };
}

/** A date as people write it. A day without a time is not moved between zones. */
export function formatDate(
  format: string,
  zone: string | undefined,
  locale: string | undefined,
): ConvertValue {
  return (value, frame, place) => {
    const moment = read(value, {}, frame, place);
    if (moment === undefined) return undefined;
    const where = zone ?? frame.context.timeZone;
    const wall = wallIn(moment, where);
    const instant = instantOf(moment, where);
    const offset = instant === undefined ? undefined : offsetAt(where, instant);
    if (wall === undefined || offset === undefined)
      return fail(frame, place, 'unknown-zone', { zone: where });
    if (!isWritable(wall)) return outOfRange(value, frame, place);
    return writePattern(format, wall, offset, locale ?? frame.context.locale);
  };
}

const outOfRange: ConvertValue = (value, frame, place) =>
  fail(frame, place, 'date-out-of-range', { value: shown(value) }, value);

function read(
  value: Json,
  {
    format,
    locale,
  }: { readonly format?: string | undefined; readonly locale?: string | undefined },
  frame: Frame,
  place: Place,
): Moment | undefined {
  const numeric = typeof value === 'number' || typeof value === 'bigint';
  const text = typeof value === 'string' ? value.trim() : numeric ? String(value) : undefined;
  let moment: Moment | undefined;
  if (text !== undefined) {
    if (format === undefined) moment = numeric ? undefined : parseMoment(text);
    else moment = readPattern(format, text, locale ?? frame.context.locale);
  }
  return (
    moment ??
    fail(
      frame,
      place,
      format === undefined ? 'not-a-date' : 'not-in-format',
      { value: shown(value), format: format ?? '' },
      value,
    )
  );
}
