import type { Json } from '../../shared/index.ts';

/** How long a service asks to wait, in milliseconds. Without a clock: what is a time is read against the answer's own. */
export function pauseOf(
  headers: Readonly<Record<string, string>>,
  isTooMany: boolean,
  /** What the body says at the place that the description names. */
  said?: Json,
): number | undefined {
  if (typeof said === 'number' && said >= 0) return said * 1000;
  const after = headers['retry-after']?.trim();
  const now = headers['date'] === undefined ? Number.NaN : Date.parse(headers['date']);
  if (after !== undefined && /^\d+(\.\d+)?$/.test(after)) return Number(after) * 1000;
  if (after !== undefined) return upTo(Date.parse(after), now);
  const reset = (headers['x-ratelimit-reset'] ?? headers['ratelimit-reset'])?.trim();
  if (!isTooMany || reset === undefined || !/^\d+$/.test(reset)) return undefined;
  // Calls are left: another limit was hit than the one that these headers tell of.
  const left = headers['x-ratelimit-remaining'] ?? headers['ratelimit-remaining'];
  if (Number(left ?? 0) > 0) return undefined;
  // A point in time, or how many seconds are left until then.
  return reset.length === 10 ? upTo(Number(reset) * 1000, now) : fewSeconds(Number(reset));
}

const longestLeft = 24 * 60 * 60;

function fewSeconds(left: number): number | undefined {
  return left <= longestLeft ? left * 1000 : undefined;
}

function upTo(then: number, now: number): number | undefined {
  return Number.isFinite(then - now) ? Math.max(0, then - now) : undefined;
}
