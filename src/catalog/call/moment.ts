/**
 * A time as services and people write it where there can be no doubt: ISO 8601, or as e-mails have it (RFC 5322). Without
 * a zone it is UTC, on every host: `Date.parse` would take the zone of whoever runs the flow, and read `01/02/2026` too.
 */
const iso =
  /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?)\s*(Z|[+-]\d\d(?::?\d\d)?)?)?$/i;
const ofMail =
  /^(?:[a-z]{3}, *)?\d{1,2} [a-z]{3} \d{4} \d\d:\d\d(?::\d\d)? (?:GMT|UTC?|Z|[+-]\d{4})$/i;

/** Milliseconds since 1970; undefined where the text is no such time. */
export function momentIn(text: string): number | undefined {
  const trimmed = text.trim();
  const [, day, time, zone = 'Z'] = iso.exec(trimmed) ?? [];
  if (day === undefined) return ofMail.test(trimmed) ? known(Date.parse(trimmed)) : undefined;
  if (time === undefined) return known(Date.parse(day));
  const offset = zone.replace(/^([+-]\d\d):?(\d\d)?$/, (_whole, hours: string, minutes = '00') =>
    [hours, String(minutes)].join(':'),
  );
  return known(Date.parse(`${day}T${time.replace(',', '.')}${offset.toUpperCase()}`));
}

function known(time: number): number | undefined {
  return Number.isFinite(time) ? time : undefined;
}
