import { expect, test } from 'vitest';
import { parsePaletteChoice, withFavourite, withRecent } from './palette-choice.ts';

const none = parsePaletteChoice(undefined);

test('a favourite is kept once, and let go again', () => {
  const twice = withFavourite(withFavourite(none, 'crm', true), 'crm', true);
  expect(twice.favourites).toEqual(['crm']);
  expect(withFavourite(twice, 'crm', false).favourites).toEqual([]);
});

test('the last four components are remembered, the newest first, each once', () => {
  const recent = ['a', 'b', 'c', 'a', 'd', 'e'].reduce(withRecent, none).recent;
  expect(recent).toEqual(['e', 'd', 'a', 'c']);
});

test('what was written by hand is read as far as it makes sense', () => {
  expect(parsePaletteChoice('{"favourites":["a",7],"recent":"b"}')).toEqual({
    favourites: ['a'],
    recent: [],
  });
  expect(parsePaletteChoice('not JSON')).toEqual(none);
  expect(parsePaletteChoice('null')).toEqual(none);
});
