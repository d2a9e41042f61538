/** How long a service asks to wait, in milliseconds. Without a clock: what is a time is read against the answer's own. */
export function pauseOf(
  headers: Readonly<Record<string, string>>,
  isTooMany: boolean,
): number | undefined {
  const after = headers['retry-after']?.trim();
  const now = headers['date'] === undefined ? Number.NaN : Date.parse(headers['date']);
  if (after !== undefined && /^\d+$/.test(after)) return Number(after) * 1000;
  if (after !== undefined) return upTo(Date.parse(after), now);
  const reset = headers['x-ratelimit-reset']?.trim();
  const isTime = isTooMany && reset !== undefined && /^\d{10}$/.test(reset);
  return isTime ? upTo(Number(reset) * 1000, now) : undefined;
}

function upTo(then: number, now: number): number | undefined {
  return Number.isFinite(then - now) ? Math.max(0, then - now) : undefined;
}
