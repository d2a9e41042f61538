import { expect, it } from 'vitest';
import { alignSteps } from './align-steps.ts';

const box = (id: string, x: number, y: number, height = 72) => ({ id, x, y, width: 220, height });

it('puts steps on one line, and apart where they would stand on each other', () => {
  const boxes = [box('a', 0, 0), box('b', 300, 40, 100), box('c', 100, 400)];
  expect(alignSteps(boxes, 'left')).toEqual({
    a: { x: 0, y: 0 },
    b: { x: 0, y: 96 },
    c: { x: 0, y: 400 },
  });
  expect(alignSteps(boxes, 'right')['a']).toEqual({ x: 300, y: 0 });
  expect(alignSteps(boxes, 'middle')).toEqual({
    a: { x: 0, y: 200 },
    c: { x: 244, y: 200 },
    b: { x: 488, y: 186 },
  });
});

it('leaves the same room between steps; the first and the last stay', () => {
  const boxes = [box('a', 0, 0), box('b', 250, 7), box('c', 1000, 0)];
  expect(alignSteps(boxes, 'across')).toEqual({
    a: { x: 0, y: 0 },
    b: { x: 500, y: 7 },
    c: { x: 1000, y: 0 },
  });
});

it('makes room where there is none', () => {
  const boxes = [box('a', 0, 0), box('b', 9, 10), box('c', 5, 80)];
  expect(alignSteps(boxes, 'down')).toEqual({
    a: { x: 0, y: 0 },
    b: { x: 9, y: 96 },
    c: { x: 5, y: 192 },
  });
});
