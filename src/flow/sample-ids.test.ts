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

it('goes through the ids once, however often it is asked', () => {
  const many = Array.from({ length: 500 }, (_, at) => `0.${String(at)}.0`);
  let read = 0;
  const counted = new Proxy(many, {
    get(target, name, receiver) {
      if (typeof name === 'string' && /^\d+$/.test(name)) read++;
      return Reflect.get(target, name, receiver) as unknown;
    },
  });
  const found = sampleIds(counted);
  for (let at = 0; at < 500; at++) {
    expect(found.placeOf(`0.${String(at)}`)).toBe(at);
    expect(found.placesUnder(`0.${String(at)}`)).toEqual([at]);
    expect(found.placeOf(`1.${String(at)}`)).toBeUndefined();
  }
  expect(read).toBeLessThanOrEqual(2 * many.length);
});
