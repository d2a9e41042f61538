import type { Places } from './arrange-steps.ts';
import type { Box } from './boxes.ts';

export type Alignment =
  'left' | 'centre' | 'right' | 'top' | 'middle' | 'bottom' | 'across' | 'down';

type Side = Pick<Box, 'id' | 'x' | 'y' | 'width' | 'height'>;
interface Axis {
  readonly at: 'x' | 'y';
  readonly size: 'width' | 'height';
}
const across: Axis = { at: 'x', size: 'width' };
const down: Axis = { at: 'y', size: 'height' };
/** Between two that would stand on each other. */
const air = 24;

/**
 * Steps in one line, or with the same room between them. Those that would then stand on each other move apart along the
 * line, in the order they had.
 */
export function alignSteps(boxes: readonly Side[], how: Alignment): Places {
  switch (how) {
    case 'across':
      return evenly(boxes, across);
    case 'down':
      return evenly(boxes, down);
    case 'left':
    case 'centre':
    case 'right':
      return inLine(boxes, across, down, part[how]);
    case 'top':
    case 'middle':
    case 'bottom':
      return inLine(boxes, down, across, part[how]);
  }
}

const part = { left: 0, centre: 0.5, right: 1, top: 0, middle: 0.5, bottom: 1 } as const;

function inLine(boxes: readonly Side[], axis: Axis, along: Axis, share: number): Places {
  const start = Math.min(...boxes.map((box) => box[axis.at]));
  const end = Math.max(...boxes.map((box) => box[axis.at] + box[axis.size]));
  const line = start + (end - start) * share;
  let free = -Infinity;
  return Object.fromEntries(
    inOrder(boxes, along).map((box) => {
      const place = Math.max(box[along.at], free);
      free = place + box[along.size] + air;
      return [box.id, at(axis, line - box[axis.size] * share, along, place)];
    }),
  );
}

/** The first and the last stay, unless there is no room between them. */
function evenly(boxes: readonly Side[], axis: Axis): Places {
  const ordered = inOrder(boxes, axis);
  const [first] = ordered;
  if (first === undefined) return {};
  const other = axis === across ? down : across;
  const end = Math.max(...ordered.map((box) => box[axis.at] + box[axis.size]));
  const sizes = ordered.reduce((sum, box) => sum + box[axis.size], 0);
  const room = (end - first[axis.at] - sizes) / Math.max(1, ordered.length - 1);
  let next = first[axis.at];
  return Object.fromEntries(
    ordered.map((box) => {
      const place = next;
      next += box[axis.size] + Math.max(air, room);
      return [box.id, at(axis, place, other, box[other.at])];
    }),
  );
}

function inOrder(boxes: readonly Side[], { at: key }: Axis): readonly Side[] {
  return boxes.toSorted((one, other) => one[key] - other[key]);
}

function at(axis: Axis, one: number, other: Axis, two: number) {
  const place = { x: 0, y: 0 };
  place[axis.at] = Math.round(one);
  place[other.at] = Math.round(two);
  return place;
}
