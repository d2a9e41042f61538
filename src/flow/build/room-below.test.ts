import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Position } from '../layout.ts';
import { overlaps, stride } from './positions.ts';
import { roomBelow } from './room-below.ts';

const column = (count: number, y = 0): Position[] =>
  Array.from({ length: count }, (_, at) => ({ x: 0, y: y + at * stride.y }));
const lowered = (places: readonly Position[], down: number): Position[] =>
  places.map(({ x, y }) => ({ x, y: y + down }));

/** The same, told by a look at every pair. */
function byEveryPair(others: readonly Position[], places: readonly Position[]): number {
  const inTheWay = (down: number): number[] =>
    places.flatMap(({ x, y }) =>
      others
        .filter((other) => overlaps(other, { x, y: y + down }))
        .map((other) => other.y + stride.y - y),
    );
  let down = 0;
  for (let passed = inTheWay(down); passed.length > 0; passed = inTheWay(down))
    down = Math.max(...passed);
  return down;
}

describe('room below', () => {
  it('is what a look at every pair finds, wherever the steps stand', () => {
    const position = fc.record({ x: fc.integer({ min: -600, max: 600 }), y: fc.nat(900) });
    const positions = fc.array(position, { maxLength: 25 });
    fc.assert(
      fc.property(positions, positions, (others, places) => {
        expect(roomBelow(others, places)).toBe(byEveryPair(others, places));
      }),
      { numRuns: 500 },
    );
  });

  it('takes a long column past one step, however many of its steps meet it on the way', () => {
    const places = column(6, -5 * stride.y);
    expect(roomBelow(column(1), places)).toBe(6 * stride.y);
    expect(lowered(places, 6 * stride.y)[0]).toEqual({ x: 0, y: stride.y });
  });

  it('looks at a step a few times, not once for each that is put down', () => {
    let looks = 0;
    const watched = column(400).map(({ x, y }): Position => ({
      x,
      get y() {
        looks += 1;
        return y;
      },
    }));
    expect(roomBelow(watched, column(400))).toBe(400 * stride.y);
    expect(looks).toBeLessThan(400 * 30);
  });
});
