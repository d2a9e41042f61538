import { downstreamOf } from '../order-steps.ts';
import type { Flow } from '../flow-document.ts';
import type { Position } from '../layout.ts';

/** The size every step has on the canvas, and the room between two. Only positions are stored. */
export const stepSize = { width: 220, height: 72 } as const;
const gap = { x: 100, y: 48 } as const;
export const stride = { x: stepSize.width + gap.x, y: stepSize.height + gap.y } as const;

/** A free place to the right of a step, lower when something stands there; without a step, left of nothing else. */
export function autoPosition(flow: Pick<Flow, 'steps' | 'layout'>, afterStep?: string): Position {
  const after = afterStep === undefined ? undefined : flow.layout.positions[afterStep];
  const places = Object.values(flow.layout.positions);
  if (after === undefined) {
    if (places.length === 0) return { x: 0, y: 0 };
    const left = Math.min(...places.map(({ x }) => x));
    const bottom = Math.max(...places.map(({ y }) => y));
    return { x: left, y: bottom + stride.y };
  }
  const place = { x: after.x + stride.x, y: after.y };
  while (places.some((other) => overlaps(other, place))) place.y += stride.y;
  return place;
}

/** New places that make room to the right of a step: itself and all that follow it move by one step's width. */
export function roomAfter(
  flow: Pick<Flow, 'edges' | 'layout'>,
  step: string,
): Readonly<Record<string, Position>> {
  const moved: Record<string, Position> = {};
  for (const id of [step, ...downstreamOf(flow, step)]) {
    const place = flow.layout.positions[id];
    if (place !== undefined) moved[id] = { x: place.x + stride.x, y: place.y };
  }
  return moved;
}

/** Two steps less than this apart, both across and down, stand in each other's way. */
export const tooNear = { x: stepSize.width + 20, y: stepSize.height + 12 } as const;

export function overlaps(one: Position, other: Position): boolean {
  return Math.abs(one.x - other.x) < tooNear.x && Math.abs(one.y - other.y) < tooNear.y;
}
