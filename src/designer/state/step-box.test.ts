import { expect, test } from 'vitest';
import { aFlow, anEdge, findCustomers } from '../../flow/testing/a-flow.ts';
import { withPlaces } from './step-box.ts';

test('gives a place to each step of a file that has none, and leaves the others where they are', () => {
  const flow = aFlow({
    steps: [findCustomers('a'), findCustomers('b')],
    edges: [anEdge('a', 'b')],
  });
  const b = { x: 7, y: 90 };
  const placed = withPlaces({ ...flow, layout: { ...flow.layout, positions: { b } } });
  expect(placed.layout.positions).toEqual({ a: { x: 0, y: 0 }, b });
  expect(withPlaces(placed)).toBe(placed);
});

test('places a step where no other stands', () => {
  const flow = aFlow({ steps: ['a', 'b', 'c', 'd'].map((id) => findCustomers(id)) });
  const positions = { a: { x: 320, y: 0 }, c: { x: 930, y: -20 } };
  const placed = withPlaces({ ...flow, layout: { ...flow.layout, positions } });
  expect(placed.layout.positions).toEqual({
    ...positions,
    b: { x: 640, y: 0 },
    d: { x: 1280, y: 0 },
  });
});
