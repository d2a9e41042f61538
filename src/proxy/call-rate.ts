import { RefusedError } from './refusal.ts';
import type { Session } from './session.ts';

/** A run of a quick service comes to some thousand calls in a burst; what goes on and on comes to a thousand a second. */
const usualCallsAMinute = 60_000;
const minuteMs = 60_000;
const keptBuckets = 1000;

/** How often one workspace may call: a bucket that holds a minute's calls, and fills again in a minute. */
export interface CallRate {
  /** Throws `proxy.calls-too-fast`, with the seconds until there is room again. */
  take(session: Session): void;
}

interface Bucket {
  left: number;
  at: number;
}

export function createCallRate(now: () => number, callsAMinute = usualCallsAMinute): CallRate {
  const buckets = new Map<string, Bucket>();

  function bucketOf(workspace: string): Bucket {
    const found = buckets.get(workspace);
    if (found !== undefined) return found;
    if (buckets.size >= keptBuckets) forgetFull();
    const fresh = { left: callsAMinute, at: now() };
    buckets.set(workspace, fresh);
    return fresh;
  }

  /** Whoever has not called for a minute has all of it again. */
  function forgetFull(): void {
    for (const [workspace, { at }] of buckets)
      if (now() - at >= minuteMs) buckets.delete(workspace);
  }

  return {
    take({ workspace }) {
      const bucket = bucketOf(workspace);
      const moment = now();
      // A clock that was set back takes nothing away.
      const passed = Math.max(0, moment - bucket.at);
      bucket.left = Math.min(callsAMinute, bucket.left + (passed * callsAMinute) / minuteMs);
      bucket.at = moment;
      if (bucket.left < 1)
        throw new RefusedError('proxy.calls-too-fast', {
          count: callsAMinute,
          seconds: Math.ceil(((1 - bucket.left) * minuteMs) / callsAMinute / 1000),
        });
      bucket.left -= 1;
    },
  };
}
