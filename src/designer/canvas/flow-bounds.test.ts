import { expect, test } from 'vitest';
import { nodeAt, viewOfAll } from './flow-bounds.ts';
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

test('on a phone shows two steps whole, and of a long flow its beginning, never too small to work in', () => {
  const phone = { width: 390, height: 700 };
  const two = viewOfAll([node('a', 0, 0), node('b', 320, 0)], phone, true);
  expect(two.zoom).toBeGreaterThan(0.6);
  const many = Array.from({ length: 10 }, (_, at) => node(String(at), 100 + at * 320, 40));
  const { x, y, zoom } = viewOfAll(many, phone, true);
  expect(zoom).toBe(0.5);
  expect(100 * zoom + x).toBe(24);
  expect(40 * zoom + y).toBe(332);
});

test('finds the step under a point, the upper one of two', () => {
  const nodes = [node('a', 0, 0), node('b', 100, 20)];
  expect(nodeAt(nodes, 150, 50)).toBe('b');
  expect(nodeAt(nodes, 50, 10)).toBe('a');
  expect(nodeAt(nodes, 500, 10)).toBeUndefined();
});
