import { expect, it } from 'vitest';
import { shortened } from './shortened.ts';

it('leaves what fits, and cuts what does not with a sign that says so', () => {
  expect(shortened('Ada', 3)).toBe('Ada');
  expect(shortened('Ada Lovelace', 6)).toBe('Ada L…');
  expect(shortened('Ada Lovelace', 5)).toBe('Ada…');
});

it('cuts no letter in two, however many parts it is made of', () => {
  const family = '\u{1F468}\u200D\u{1F469}\u200D\u{1F467}';
  expect(shortened(`ab${family}cd`, 5)).toBe('ab…');
  expect(shortened(`ab${family}cdef`, 12)).toBe(`ab${family}c…`);
  expect(shortened('Zoe\u0308 Meyer', 4)).toBe('Zo…');
});

it('stays short where a letter has no end', () => {
  expect(shortened('a' + '\u0301'.repeat(500), 24)).toBe('…');
});
