import { expect, it } from 'vitest';
import { sampleIds } from './sample-ids.ts';

const ids = sampleIds(['0.0', '0.1', '0.1.0', '0.1.1', '0.2@a:out']);

it('finds the message itself, the one it came from, or the first that came from it', () => {
  expect(['0.1', '0.0.7', '0', '0.2', '0.1@b:out.4', '1'].map((id) => ids.placeOf(id))).toEqual([
    1,
    0,
    0,
    undefined,
    1,
    undefined,
  ]);
});

it('finds all that came from a message', () => {
  expect(ids.placesUnder('0.1')).toEqual([2, 3]);
  expect(ids.placesUnder('0.0')).toEqual([]);
});
