import { expect, it } from 'vitest';
import { nextAskMs } from './session.ts';

const now = 1_000_000;

it('asks about a session a moment after its end, and of one that has ended until the person is back', () => {
  const open = (ends: number) => ({ kind: 'open', facts: { canSignOut: true, ends } }) as const;
  expect(nextAskMs(open(now + 5_000), now)).toBe(6_000);
  expect(nextAskMs(open(now - 5_000), now)).toBe(4_000);
  expect(nextAskMs({ kind: 'ended' }, now)).toBe(4_000);
});

it('asks about a session of a month in what a timer can hold', () => {
  const ends = now + 30 * 24 * 60 * 60 * 1000;
  const wait = nextAskMs({ kind: 'open', facts: { canSignOut: true, ends } }, now);
  expect(wait).toBe(2_147_483_647);
});

it('does not ask where nobody has to sign in', () => {
  expect(nextAskMs({ kind: 'open', facts: { canSignOut: false } }, now)).toBeUndefined();
  expect(nextAskMs(undefined, now)).toBeUndefined();
});
