import { describe, expect, test } from 'vitest';
import { boundsWith, overviewShapes, viewBoxFor } from './overview-shapes.ts';
import type { CanvasNode } from './to-canvas.ts';

const step = (id: string, x: number, y: number): CanvasNode => ({
  id,
  type: 'step',
  position: { x, y },
  data: {},
  width: 220,
  height: 72,
});
const note = (id: string, x: number, y: number): CanvasNode => ({
  ...step(id, x, y),
  type: 'note',
});
const byKind = ({ type }: CanvasNode) => (type === 'note' ? 'gold' : 'grey');

describe('the shapes of the overview', () => {
  test('are one for all steps that follow each other in one colour', () => {
    const { shapes } = overviewShapes([step('a', 0, 0), step('b', 320, 0)], byKind);
    expect(shapes.map(({ fill, path }) => [fill, path.split('M').length - 1])).toEqual([
      ['grey', 2],
    ]);
  });

  test('keep the order in which they lie above each other', () => {
    const nodes = [step('a', 0, 0), note('n', 10, 10), step('b', 20, 20)];
    expect(overviewShapes(nodes, byKind).shapes.map(({ fill }) => fill)).toEqual([
      'grey',
      'gold',
      'grey',
    ]);
  });

  test('reach from the first to the last edge; nothing has no bounds', () => {
    const { bounds } = overviewShapes([step('a', -20, 10), step('b', 300, 100)], byKind);
    expect(bounds).toEqual({ x: -20, y: 10, width: 540, height: 162 });
    expect(overviewShapes([], byKind)).toEqual({ shapes: [], bounds: undefined });
  });
});

test('the overview shows what is seen even where it lies beside the flow', () => {
  const seen = { x: 900, y: -50, width: 100, height: 100 };
  expect(boundsWith({ x: 0, y: 0, width: 500, height: 200 }, seen)).toEqual({
    x: 0,
    y: -50,
    width: 1000,
    height: 250,
  });
  expect(boundsWith(undefined, seen)).toEqual(seen);
});

test('the whole is shown in the middle with air around it', () => {
  const all = { x: 0, y: 0, width: 2000, height: 500 };
  expect(viewBoxFor(all, { width: 200, height: 150 })).toEqual({
    x: -50,
    y: -550,
    w: 2100,
    h: 1600,
    scale: 10,
  });
});
