import { overlaps, stepSize, type Flow, type Position } from '../../flow/index.ts';

export const stepWidth = stepSize.width;
/** Of a step with few ways out. */
export const stepHeight = stepSize.height;
/** Names of ways stand above each other, and are read. */
const wayHeight = 18;

/** Where a step is; one without a position (a file written by hand) gets a place in a row. */
export function placeOf(flow: Flow, step: string, at: number): Position {
  return flow.layout.positions[step] ?? placeInRow(at);
}

function placeInRow(at: number): Position {
  return { x: (at % 10) * 320, y: Math.floor(at / 10) * 160 };
}

/** A flow in which each step has a place of its own, where no other stands: nothing moves when others come. */
export function withPlaces(flow: Flow): Flow {
  const { positions } = flow.layout;
  const taken = flow.steps.flatMap(({ id }) => positions[id] ?? []);
  if (taken.length === flow.steps.length) return flow;
  const places: Record<string, Position> = {};
  let next = 0;
  flow.steps.forEach(({ id }, at) => {
    if (positions[id] !== undefined) return;
    next = Math.max(next, at);
    while (taken.some((other) => overlaps(other, placeInRow(next)))) next += 1;
    places[id] = placeInRow(next);
    next += 1;
  });
  return { ...flow, layout: { ...flow.layout, positions: { ...positions, ...places } } };
}

/** A step grows with its ways out, so that each has its line. */
export function heightFor(ways: number): number {
  return Math.max(stepHeight, wayHeight * (ways + 1));
}

/** The middle of the n-th of several ways out, from the step's top. */
export function handleTop(at: number, count: number): number {
  return (heightFor(count) * (at + 1)) / (count + 1);
}
