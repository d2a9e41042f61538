/** Dates and times as texts. A moment is a clock on a wall, with or without the offset that makes it an instant. */

export interface Moment {
  /** What the wall shows, as milliseconds since 1970 as if the wall stood in UTC. */
  readonly wall: number;
  /** Minutes east of UTC; undefined when the text does not say. */
  readonly offset: number | undefined;
  /** Only a day, no time. */
  readonly dayOnly: boolean;
}

const iso =
  /^(\d{4})-(\d\d)-(\d\d)(?:[Tt ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?\s?([Zz]|[+-]\d\d(?::?\d\d)?)?)?$/;

/** Reads `2024-05-01`, `2024-05-01T10:00`, `2024-05-01T10:00:00.5+02:00`, `…Z`. Days that do not exist are not moments. */
export function parseMoment(text: string): Moment | undefined {
  const first = text.charCodeAt(0);
  if (first < 48 || first > 57) return undefined; // cheap no for most texts
  const found = iso.exec(text);
  if (found === null) return undefined;
  const [, year, month, day, hour, minute, second, fraction, zone] = found;
  const offset = zone === undefined ? undefined : offsetOf(zone);
  if (zone !== undefined && offset === undefined) return undefined;
  return momentOf({
    year: Number(year),
    month: Number(month),
    day: Number(day),
    hour: Number(hour ?? 0),
    minute: Number(minute ?? 0),
    second: Number(second ?? 0),
    millisecond: Number((fraction ?? '').slice(0, 3).padEnd(3, '0')),
    offset,
    dayOnly: hour === undefined,
  });
}

export interface WallParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
  readonly offset: number | undefined;
  readonly dayOnly: boolean;
}

/** The moment, when the calendar has such a day and the clock such a time. */
export function momentOf(parts: WallParts): Moment | undefined {
  const { year, month, day, hour, minute, second, millisecond, offset, dayOnly } = parts;
  if (month < 1 || month > 12 || day < 1 || hour > 23 || minute > 59 || second > 59)
    return undefined;
  const date = new Date(Date.UTC(2000, month - 1, day, hour, minute, second, millisecond));
  date.setUTCFullYear(year, month - 1, day); // Date.UTC alone reads years below 100 as 19xx
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  return { wall: date.getTime(), offset, dayOnly };
}

/** `Z`, `+02:00`, `+0200`, `+02` as minutes; undefined when no clock is that far away (`+99:99`). */
export function offsetOf(zone: string): number | undefined {
  if (zone === 'Z' || zone === 'z') return 0;
  const digits = zone.slice(1).replace(':', '');
  const hours = Number(digits.slice(0, 2));
  const rest = Number(digits.slice(2) || 0);
  if (hours > 23 || rest > 59) return undefined;
  const minutes = hours * 60 + rest;
  return zone.startsWith('-') ? -minutes : minutes;
}

/** Years 0000 to 9999: all that four digits can say. */
export function isWritable(wall: number): boolean {
  return wall >= -62_167_219_200_000 && wall <= 253_402_300_799_999;
}

/** `2024-05-01`; undefined when it is not writable. */
export function writeDay(wall: number): string | undefined {
  if (!isWritable(wall)) return undefined;
  return new Date(wall).toISOString().slice(0, 10);
}

/** `2024-05-01T08:00:00Z`; milliseconds only when there are some. Undefined when it is not writable. */
export function writeInstant(instant: number): string | undefined {
  if (!isWritable(instant)) return undefined;
  return new Date(instant).toISOString().replace('.000Z', 'Z');
}
