import { expect, test } from 'vitest';
import { nodeAt, nodesIn, viewOfAll } from './flow-bounds.ts';
import type { CanvasNode, StepNodeType } from './to-canvas.ts';

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

test('looks through a frame, but for its head', () => {
  const frame: CanvasNode = {
    ...{ id: 'g', type: 'frame', position: { x: -20, y: -48 }, data: {} },
    ...{ width: 580, height: 140 },
  };
  const nodes = [frame, node('a', 0, 0), node('b', 320, 0)];
  expect(nodeAt(nodes, 100, -60)).toBe('g');
  expect(nodeAt(nodes, 100, -10)).toBe('g');
  expect(nodeAt(nodes, 100, 10)).toBe('a');
  expect(nodeAt(nodes, 270, 40)).toBeUndefined();
});

test('finds what stands wholly in a box, drawn from any corner', () => {
  const nodes = [node('a', 0, 0), node('b', 300, 20), node('c', 300, 200)];
  expect(nodesIn(nodes, { x: 600, y: 100 }, { x: -1, y: -1 })).toEqual(['a', 'b']);
  expect(nodesIn(nodes, { x: 1, y: -1 }, { x: 600, y: 100 })).toEqual(['b']);
});
