import type { Moment } from './moment.ts';

const zones = new Map<string, Zone | undefined>();

/** Minutes east of UTC that clocks in this zone show at an instant; undefined when there is no such zone. */
export function offsetAt(zone: string, instant: number): number | undefined {
  if (zone === 'UTC' || zone === 'Z') return 0;
  const known = zoneOf(zone);
  if (known === undefined) return undefined;
  if (instant < wholeMinutesSince) return askOffset(known, instant);
  const { minutes } = known;
  const minute = Math.floor(instant / 60_000);
  let offset = minutes.get(minute);
  if (offset === undefined) {
    if (minutes.size >= mostMinutes) minutes.clear();
    minutes.set(minute, (offset = askOffset(known, instant)));
  }
  return offset;
}

interface Zone {
  readonly format: Intl.DateTimeFormat;
  /** Offsets by the minute: asking takes some 5 microseconds, and a list in order asks for the same ones again and again. */
  readonly minutes: Map<number, number>;
}

const mostMinutes = 10_000;
/** Until 1972 there were clocks that changed inside a minute. */
const wholeMinutesSince = Date.UTC(1973, 0);

function askOffset({ format }: Zone, instant: number): number {
  const parts: Record<string, number> = {};
  let isBefore = false;
  for (const { type, value } of format.formatToParts(instant)) {
    if (type === 'era') isBefore = value.startsWith('B');
    else parts[type] = Number(value);
  }
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  const date = new Date(Date.UTC(2000, 0, 1, hour, minute, second));
  const wall = date.setUTCFullYear(isBefore ? 1 - year : year, month - 1, day); // Date.UTC alone reads years below 100 as 19xx
  return Math.round((wall - Math.floor(instant / 1000) * 1000) / 60_000);
}

/**
 * The instant a moment stands for; without an own offset its wall stands in `zone`. A time that the clocks skipped is
 * read with the offset before the change, a time that happened twice is the first one.
 */
export function instantOf(moment: Moment, zone: string): number | undefined {
  if (moment.offset !== undefined) return moment.wall - moment.offset * 60_000;
  const day = 86_400_000;
  const before = offsetAt(zone, moment.wall - day);
  const after = offsetAt(zone, moment.wall + day);
  if (before === undefined || after === undefined) return undefined;
  const early = moment.wall - before * 60_000;
  if (before === after || offsetAt(zone, early) === before) return early;
  const late = moment.wall - after * 60_000;
  return offsetAt(zone, late) === after ? late : early;
}

/** What the wall in `zone` shows for a moment; a moment without an offset already is such a wall. */
export function wallIn(moment: Moment, zone: string): number | undefined {
  if (moment.offset === undefined) return moment.wall;
  const instant = moment.wall - moment.offset * 60_000;
  const offset = offsetAt(zone, instant);
  return offset === undefined ? undefined : instant + offset * 60_000;
}

function zoneOf(zone: string): Zone | undefined {
  if (zones.has(zone)) return zones.get(zone);
  let found: Zone | undefined;
  try {
    const format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      calendar: 'gregory',
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    found = { format, minutes: new Map() };
  } catch {
    found = undefined; // no such zone: said by the conversion that wanted it
  }
  zones.set(zone, found);
  return found;
}
