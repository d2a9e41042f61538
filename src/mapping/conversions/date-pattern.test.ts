import { expect, it } from 'vitest';
import { readPattern, writePattern } from './date-pattern.ts';

it.each(['en', 'de', 'pt-BR', 'he', 'hi', 'vi', 'th', 'fa', 'bn', 'ar', 'ja', 'el', 'tr', 'pl'])(
  'a day written with its weekday in %s is read again',
  (locale) => {
    for (const pattern of ['dddd, D MMMM YYYY', 'ddd D MMM YYYY'])
      for (let month = 0; month < 12; month++)
        for (let day = 1; day <= 7; day++) {
          const wall = Date.UTC(2024, month, day);
          const written = writePattern(pattern, wall, 0, locale);
          expect([written, readPattern(pattern, written, locale)?.wall]).toEqual([written, wall]);
        }
  },
);

it('a weekday in another language is no reason to refuse a day', () => {
  expect(readPattern('dddd, D.M.YYYY', 'Monday, 1.1.2024', 'de')?.wall).toBe(Date.UTC(2024, 0, 1));
});
