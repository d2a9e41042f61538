import { getViewportForBounds, type Viewport, type XYPosition } from '@xyflow/react';
import { stepHeight, stepWidth } from '../state/step-box.ts';
import type { CanvasNode } from './to-canvas.ts';

const smallestZoom = 0.05;
/** On a phone a flow is not shrunk until nothing can be pressed: its beginning is shown, the rest is a swipe away. */
const smallestWorkable = 0.5;
const air = 24;

/** The view in which the whole flow is seen, never larger than life; on a phone never too small to work in. */
export function viewOfAll(
  nodes: readonly CanvasNode[],
  size: { readonly width: number; readonly height: number },
  narrow = false,
): Viewport {
  if (nodes.length === 0)
    return { x: size.width / 2 - stepWidth / 2, y: size.height / 2 - stepHeight / 2, zoom: 1 };
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { position, width = stepWidth, height = stepHeight } of nodes) {
    left = Math.min(left, position.x);
    top = Math.min(top, position.y);
    right = Math.max(right, position.x + width);
    bottom = Math.max(bottom, position.y + height);
  }
  const bounds = { x: left, y: top, width: right - left, height: bottom - top };
  const room = narrow ? 0.08 : 0.2;
  const whole = getViewportForBounds(bounds, size.width, size.height, smallestZoom, 1, room);
  if (!narrow || whole.zoom >= smallestWorkable) return whole;
  const zoom = smallestWorkable;
  return {
    x: begin(left, right, size.width, zoom),
    y: begin(top, bottom, size.height, zoom),
    zoom,
  };
}

/** In the middle where it fits, else from its beginning. */
function begin(from: number, to: number, room: number, zoom: number): number {
  const length = (to - from) * zoom;
  return (length + 2 * air <= room ? (room - length) / 2 : air) - from * zoom;
}

/** Above a frame and inside of it, where its name stands: it is taken hold of there. */
const headOfFrame = { above: 52, inside: 48 } as const;

/** What stands at a place of the flow; of two that overlap the later one, which is drawn above. A frame is looked through but for its head. */
export function nodeAt(nodes: readonly CanvasNode[], x: number, y: number): string | undefined {
  const isAt = ({ position, width = stepWidth }: CanvasNode, top: number, bottom: number) =>
    x >= position.x && x <= position.x + width && y >= position.y + top && y <= position.y + bottom;
  const found =
    nodes.findLast((node) => node.type !== 'frame' && isAt(node, 0, node.height ?? stepHeight)) ??
    nodes.findLast(
      (node) => node.type === 'frame' && isAt(node, -headOfFrame.above, headOfFrame.inside),
    );
  return found?.id;
}

/** What stands wholly in the box between two places of the flow, whichever corners they are. A frame is looked through. */
export function nodesIn(
  nodes: readonly CanvasNode[],
  one: XYPosition,
  other: XYPosition,
): string[] {
  const [left, right] = [Math.min(one.x, other.x), Math.max(one.x, other.x)];
  const [top, bottom] = [Math.min(one.y, other.y), Math.max(one.y, other.y)];
  return nodes
    .filter(
      ({ type, position, width = stepWidth, height = stepHeight }) =>
        type !== 'frame' &&
        position.x >= left &&
        position.x + width <= right &&
        position.y >= top &&
        position.y + height <= bottom,
    )
    .map(({ id }) => id);
}
