import { expect, test } from 'vitest';
import { stepAt, viewOfAll } from './flow-bounds.ts';
import type { StepNodeType } from './to-canvas.ts';

const node = (id: string, x: number, y: number): StepNodeType => ({
  id,
  type: 'step',
  position: { x, y },
  data: {},
});

test('shows a small flow in its natural size, in the middle', () => {
  expect(viewOfAll([node('a', 0, 0)], { width: 1220, height: 872 })).toEqual({
    x: 500,
    y: 400,
    zoom: 1,
  });
});

test('finds the step under a point, the upper one of two', () => {
  const nodes = [node('a', 0, 0), node('b', 100, 20)];
  expect(stepAt(nodes, 150, 50)).toBe('b');
  expect(stepAt(nodes, 50, 10)).toBe('a');
  expect(stepAt(nodes, 500, 10)).toBeUndefined();
});
