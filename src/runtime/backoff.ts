/**
 * How long to wait before another try. The spread comes from an id of the host's port, never from a random source, so
 * a replay waits as long as the first time.
 */
const firstDelayMs = 500;
const longestDelayMs = 30_000;
/** A service that asks for more than this is not waited for: the failure says so and the person tries again later. */
export const longestAskedDelayMs = 120_000;

/** Milliseconds before try `attempt + 1`: doubled each time, spread over its upper half by `seed`. */
export function delayBefore(attempt: number, seed: string): number {
  const full = Math.min(longestDelayMs, firstDelayMs * 2 ** (attempt - 1));
  return Math.round(full * (0.5 + spreadOf(seed) / 2));
}

/** What `Retry-After` asks for, in milliseconds from `now`: seconds, or a date (RFC 9110, 10.2.3); some services send `2.0`. */
export function askedDelay(retryAfter: string | undefined, now: number): number | undefined {
  if (retryAfter === undefined) return undefined;
  const text = retryAfter.trim();
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text) * 1000;
  const moment = Date.parse(text);
  return Number.isNaN(moment) ? undefined : Math.max(0, moment - now);
}

/** A number from 0 up to 1, always the same for the same text (FNV-1a, then mixed so that near texts lie far apart). */
function spreadOf(seed: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < seed.length; at++) hash = Math.imul(hash ^ seed.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 0x1_0000_0000;
}
