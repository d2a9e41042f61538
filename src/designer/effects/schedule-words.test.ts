import { expect, test } from 'vitest';
import { scheduleInWords } from './schedule-words.ts';

test('says a schedule in the language and clock of the reader', async () => {
  expect(await scheduleInWords('0 9 * * 1', 'en', 'en-GB')).toBe('At 09:00, only on Monday');
  expect(await scheduleInWords('30 17 * * *', 'en', 'en-US')).toBe('At 05:30 PM, every day');
  expect(await scheduleInWords('*/15 8-18 * * 1-5', 'de')).toBe(
    'Alle 15 Minuten, zwischen 08:00 und 18:59, Montag bis Freitag',
  );
});

test('says nothing of what is no schedule', async () => {
  expect(await scheduleInWords('every now and then', 'en')).toBeUndefined();
});

test('a schedule says how often, once', async () => {
  expect(await scheduleInWords('0 9 * * *', 'de')).toBe('Um 09:00, jeden Tag');
  expect(await scheduleInWords('30 7,18 * * 1-5', 'de')).toBe(
    'Um 07:30 und 18:30, Montag bis Freitag',
  );
  expect(await scheduleInWords('0 * * * *', 'en')).toBe('Every hour');
  expect(await scheduleInWords('*/15 * * * *', 'de')).toBe('Alle 15 Minuten');
});
