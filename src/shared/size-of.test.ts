import { expect, it } from 'vitest';
import { roomAfter, sizeOf } from './size-of.ts';

const order = { id: 7, name: 'Ada', lines: [{ text: 'abc' }, null], note: 'x'.repeat(100) };

it('weighs a value with about the characters of its JSON', () => {
  const written = JSON.stringify(order).length;
  expect(sizeOf(order)).toBeGreaterThan(written * 0.8);
  expect(sizeOf(order)).toBeLessThan(written * 1.3);
  expect(1_000 - roomAfter(order, 1_000)).toBeGreaterThan(100);
});

it('leaves no room exactly where the parts do not fit', () => {
  const used = 1_000 - roomAfter(order, 1_000);
  expect(roomAfter(order, used + 1)).toBe(1);
  expect(roomAfter(order, used)).toBe(0);
  expect(roomAfter([order, order], used)).toBeLessThanOrEqual(0);
});

it('looks at no more of a value than the room holds', () => {
  const asked: string[] = [];
  const list = ['a', 'b', 'c'].map((name) => ({
    get text() {
      asked.push(name);
      return 'x'.repeat(100);
    },
  }));
  expect(roomAfter(list, 150)).toBeLessThanOrEqual(0);
  expect(asked).toEqual(['a', 'b']);
});

it('counts a text with what it is said to weigh', () => {
  const value = { file: { base64: 'A'.repeat(400), name: 'a.txt' } };
  const asHeld = (name: string, text: string) => (name === 'base64' ? 300 : text.length);
  expect(roomAfter(value, 1_000, asHeld) - roomAfter(value, 1_000)).toBe(100);
});
