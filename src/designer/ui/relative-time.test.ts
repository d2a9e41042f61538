import { expect, test } from 'vitest';
import { toRelativeTime } from './relative-time.ts';

const now = Date.UTC(2026, 10, 24, 12);

test('says now for the last minute', () => {
  expect(toRelativeTime(now - 20_000, now, 'en')).toBe('now');
});

test('counts whole hours', () => {
  expect(toRelativeTime(now - 2.9 * 3_600_000, now, 'en')).toBe('2 hours ago');
});

test('is a date after a week', () => {
  expect(toRelativeTime(now - 8 * 86_400_000, now, 'en')).toBe('Nov 17, 2026');
});
