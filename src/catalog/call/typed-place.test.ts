import { expect, it } from 'vitest';
import { placeInWords, typedPlace, writtenPlace } from './typed-place.ts';

it.each([
  ['items', '/items'],
  [' data.items ', '/data/items'],
  ['data.pages[0].items', '/data/pages/0/items'],
  ['$.data.items', '/data/items'],
  ['data[-1].id', '/data/-1/id'],
  ['@odata.nextLink', '/@odata.nextLink'],
  ['d.@odata.nextLink', '/d/@odata.nextLink'],
  ['$', undefined],
  ['/data/items', '/data/items'],
  ['a/b~c', '/a~1b~0c'],
  ['', undefined],
  [7, undefined],
])('%j is the place %j', (typed, place) => {
  expect(typedPlace(typed)).toBe(place);
});

it('a place is said as it is written', () => {
  expect(placeInWords('/data/a~1b')).toBe('data.a/b');
});

it.each([
  [['data', 'next'], 'data.next'],
  [['@odata.nextLink'], '@odata.nextLink'],
  [['a.b', 'c'], '/a.b/c'],
])('%j is written %s, and read back', (parts, written) => {
  expect(writtenPlace(parts)).toBe(written);
  expect(typedPlace(written)).toBe(`/${parts.join('/')}`);
});
