import { expect, test } from 'vitest';
import type { OutlineRow } from './outline-rows.ts';
import { lineByName, outlineKey } from './outline-keys.ts';

const line = (key: string, level: number, opens = false): OutlineRow => ({
  kind: 'step',
  key,
  step: key,
  level,
  opens,
  at: 1,
  of: 1,
});
const rows = [line('a', 1, true), line('b', 2, true), line('c', 3), line('d', 1)];
const press = (key: string, at: number, closed: readonly string[] = [], held = {}) =>
  outlineKey(
    { key, altKey: false, ctrlKey: false, metaKey: false, shiftKey: false, ...held },
    at,
    rows,
    new Set(closed),
  );

test('up and down stay within the lines', () => {
  expect(press('ArrowUp', 0)).toEqual({ does: 'go', to: 0 });
  expect(press('ArrowDown', 1)).toEqual({ does: 'go', to: 2 });
  expect(press('End', 0)).toEqual({ does: 'go', to: 3 });
  expect(press('PageDown', 0)).toEqual({ does: 'go', to: 3 });
});

test('right opens and then goes in, left closes and then goes out', () => {
  expect(press('ArrowRight', 0, ['a'])).toEqual({ does: 'open' });
  expect(press('ArrowRight', 0)).toEqual({ does: 'go', to: 1 });
  expect(press('ArrowRight', 3)).toBeUndefined();
  expect(press('ArrowLeft', 1)).toEqual({ does: 'close' });
  expect(press('ArrowLeft', 1, ['b'])).toEqual({ does: 'go', to: 0 });
  expect(press('ArrowLeft', 2)).toEqual({ does: 'go', to: 1 });
});

test('what is held with a key makes it another one', () => {
  expect(press('ArrowUp', 3, [], { altKey: true })).toEqual({ does: 'move', by: 'up' });
  expect(press(' ', 3, [], { ctrlKey: true })).toEqual({ does: 'toggle' });
  expect(press('F10', 3, [], { shiftKey: true })).toEqual({ does: 'menu' });
  expect(press('F10', 3)).toBeUndefined();
  expect(press('Enter', 3, [], { metaKey: true })).toEqual({ does: 'menu' });
  expect(press('z', 3, [], { ctrlKey: true })).toBeUndefined();
});

test('letters go on to the next line that begins with them', () => {
  const names = ['CRM', 'Newsletter', 'Code'];
  expect([
    lineByName(names, 0, 'c'),
    lineByName(names, 2, 'c'),
    lineByName(names, 2, 'co'),
    lineByName(names, 0, 'x'),
  ]).toEqual([2, 0, 2, undefined]);
});

test('the same letter again goes on to the next name that begins with it, where no name begins with both', () => {
  const names = ['CRM', 'Newsletter', 'Code', 'Aachen'];
  expect(lineByName(names, 0, 'cc')).toBe(2);
  expect(lineByName(names, 2, 'ccc')).toBe(0);
  expect(lineByName(names, 0, 'aa')).toBe(3);
  expect(lineByName(names, 0, 'xx')).toBeUndefined();
});
