import { expect, test } from 'vitest';
import { nearestStep } from './nearest-step.ts';

const places = new Map([
  ['a', { x: 0, y: 0 }],
  ['b', { x: 320, y: 0 }],
  ['c', { x: 320, y: 200 }],
]);
const none = { after: [], before: [] };

test('goes right to the step that is most in line', () => {
  expect(nearestStep('a', 'right', places, none)).toBe('b');
});

test('follows the connection although another step is nearer', () => {
  expect(nearestStep('a', 'right', places, { after: ['c'], before: [] })).toBe('c');
});

test('goes nowhere when nothing lies in that direction', () => {
  expect(nearestStep('a', 'left', places, none)).toBeUndefined();
});
