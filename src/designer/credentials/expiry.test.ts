import { describe, expect, it } from 'vitest';
import { expiryWords, hasExpired } from './expiry.ts';

const now = Date.UTC(2026, 0, 1);
const minute = 60_000;
const day = 24 * 60 * minute;

describe('when an account ends', () => {
  it.each([
    [undefined, undefined],
    [31 * day, undefined],
    [3 * day, 'Expires in 3 days'],
    [47 * 60 * minute, 'Expires in 47 hours'],
    [minute, 'Expires in 1 minute'],
    [0, 'Expired: connect again'],
    [-day, 'Expired: connect again'],
  ])('in %s ms is said as %s', (left, words) => {
    expect(expiryWords(left === undefined ? {} : { expires: now + left }, now)).toBe(words);
  });

  it('is now at its very last moment', () => {
    expect(hasExpired({ expires: now }, now)).toBe(true);
    expect(hasExpired({ expires: now + 1 }, now)).toBe(false);
    expect(hasExpired({}, now)).toBe(false);
  });
});
