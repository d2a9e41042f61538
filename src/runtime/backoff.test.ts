import { describe, expect, it } from 'vitest';
import { askedDelay, delayBefore } from './backoff.ts';

describe('the wait before another try', () => {
  it('doubles up to half a minute, somewhere in its upper half', () => {
    for (const [attempt, full] of [
      [1, 500],
      [2, 1_000],
      [3, 2_000],
      [20, 30_000],
    ] as const) {
      for (const seed of ['a', 'b', 'c', '7f3a']) {
        expect(delayBefore(attempt, seed)).toBeGreaterThanOrEqual(full / 2);
        expect(delayBefore(attempt, seed)).toBeLessThanOrEqual(full);
      }
    }
  });

  it('is spread between different messages and the same for the same one', () => {
    const delays = new Set(
      Array.from({ length: 100 }, (_, at) => delayBefore(3, `id-${String(at)}`)),
    );
    expect(delays.size).toBeGreaterThan(80);
    expect(delayBefore(3, 'x')).toBe(delayBefore(3, 'x'));
  });
});

describe('Retry-After', () => {
  const now = Date.UTC(2026, 2, 1, 10, 0, 0);
  it('is read as seconds or as a date', () => {
    expect(askedDelay('120', now)).toBe(120_000);
    expect(askedDelay('2.0', now)).toBe(2_000);
    expect(askedDelay('Sun, 01 Mar 2026 10:00:30 GMT', now)).toBe(30_000);
    expect(askedDelay('Sun, 01 Mar 2026 09:00:00 GMT', now)).toBe(0);
  });
  it('is left aside when it is neither', () => {
    expect(askedDelay('soon', now)).toBeUndefined();
    expect(askedDelay(undefined, now)).toBeUndefined();
  });
});
