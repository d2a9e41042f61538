import { expect, test } from 'vitest';
import { isBarAtTop, placeCard } from './place-card.ts';

const card = { width: 300, height: 140 };
const desktop = { width: 1440, height: 900 };

test('the card stands right of the control, at its middle', () => {
  expect(placeCard({ left: 100, top: 300, width: 200, height: 40 }, card, desktop)).toEqual({
    left: 312,
    top: 250,
  });
});

test('where there is no room at the right it goes left, then below, then above', () => {
  const place = (left: number, top: number, width: number, height: number) =>
    placeCard({ left, top, width, height }, card, desktop);
  expect(place(1200, 300, 200, 40)).toEqual({ left: 888, top: 250 });
  expect(place(100, 60, 1300, 40)).toEqual({ left: 600, top: 112 });
  expect(place(100, 840, 1300, 40)).toEqual({ left: 600, top: 688 });
});

test('it keeps within the window, and stands nowhere where there is no room', () => {
  expect(placeCard({ left: 100, top: 10, width: 200, height: 40 }, card, desktop)?.top).toBe(8);
  expect(placeCard({ left: 0, top: 0, width: 1440, height: 900 }, card, desktop)).toBeUndefined();
});

test('it leaves free what there is to read: beside the panel that the control is in, above the drawer', () => {
  const bar = { left: 0, top: 0, width: 1440, height: 48 };
  const palette = { left: 0, top: 48, width: 240, height: 492 };
  const panel = { left: 720, top: 48, width: 720, height: 492 };
  const drawer = { left: 0, top: 540, width: 1440, height: 360 };
  const parts = [bar, palette, panel, drawer];
  const place = (left: number, top: number, width: number, height: number) =>
    placeCard({ left, top, width, height }, card, desktop, parts);
  expect(place(1260, 240, 160, 36)).toEqual({ left: 408, top: 188 });
  expect(place(500, 680, 130, 36)).toEqual({ left: 415, top: 388 });
  expect(place(1040, 6, 160, 36)).toEqual({ left: 408, top: 54 });
  expect(place(8, 130, 200, 40)).toEqual({ left: 252, top: 80 });
});

test('on a phone the bar leaves the control and its sheet free', () => {
  const bar = { width: 390, height: 120 };
  const phone = { width: 390, height: 844 };
  const box = (top: number, height: number) => ({ left: 0, top, width: 390, height });
  expect(isBarAtTop(box(300, 40), undefined, bar, phone)).toBe(false);
  expect(isBarAtTop(box(780, 40), undefined, bar, phone)).toBe(true);
  expect(isBarAtTop(box(300, 40), box(211, 633), bar, phone)).toBe(true);
  expect(isBarAtTop(box(300, 40), box(0, 844), bar, phone)).toBe(false);
});
