import type { Position } from '../layout.ts';
import { stride, tooNear } from './positions.ts';

/**
 * How much lower steps must stand, as they are among each other, so that none stands in the way of those that are there.
 * In each round all go below the lowest one that stood in the way of one of them. They only ever go down, so each passes
 * what is there once, not in every round anew.
 */
export function roomBelow(others: readonly Position[], places: readonly Position[]): number {
  const nearAt = heightsNear(others, places);
  const falling = places.map(({ x, y }) => ({ y, heights: nearAt.get(x) ?? [], passed: 0 }));
  let down = 0;
  for (;;) {
    let next = down;
    for (const step of falling) {
      const y = step.y + down;
      while (isAbove(step.heights[step.passed], y)) step.passed += 1;
      const lowest = step.heights[step.passed - 1];
      if (lowest !== undefined && y - lowest < tooNear.y)
        next = Math.max(next, lowest + stride.y - step.y);
    }
    if (next === down) return down;
    down = next;
  }
}

/** For each x that they stand at: how high the others near it stand, from top to bottom. */
function heightsNear(
  others: readonly Position[],
  places: readonly Position[],
): ReadonlyMap<number, readonly number[]> {
  const fromTop = others.toSorted((one, other) => one.y - other.y);
  const heights = new Map<number, readonly number[]>();
  for (const { x } of places) {
    if (heights.has(x)) continue;
    const near = fromTop.filter((other) => Math.abs(other.x - x) < tooNear.x);
    heights.set(
      x,
      near.map(({ y }) => y),
    );
  }
  return heights;
}

/** Above, or so little below that it stands in the way. */
function isAbove(height: number | undefined, y: number): boolean {
  return height !== undefined && height - y < tooNear.y;
}
