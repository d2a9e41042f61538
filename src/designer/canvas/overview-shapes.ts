/** The flow as few shapes: what the overview draws. Places are the flow's own. */
import { stepHeight, stepWidth } from '../state/step-box.ts';
import type { CanvasNode } from './to-canvas.ts';

/** Any colour a style may name; "none" draws nothing. */
export type ColourOf = (node: CanvasNode) => string;

export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Shape {
  readonly fill: string;
  /** Of all that follow each other in one colour. */
  readonly path: string;
}

const corner = 5;
/** Air around the flow, in pixels of the overview. */
const air = 5;

/** What lies later is drawn above; their bounds are undefined where there is nothing. */
export function overviewShapes(
  nodes: readonly CanvasNode[],
  colourOf: ColourOf,
): { readonly shapes: readonly Shape[]; readonly bounds: Bounds | undefined } {
  const runs: { fill: string; parts: string[] }[] = [];
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const node of nodes) {
    const { x, y } = node.position;
    const { width = stepWidth, height = stepHeight } = node;
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + width);
    bottom = Math.max(bottom, y + height);
    const fill = colourOf(node);
    const last = runs.at(-1);
    const part = rounded(x, y, width, height);
    if (last?.fill === fill) last.parts.push(part);
    else runs.push({ fill, parts: [part] });
  }
  return {
    shapes: runs.map(({ fill, parts }) => ({ fill, path: parts.join('') })),
    bounds:
      nodes.length === 0
        ? undefined
        : { x: left, y: top, width: right - left, height: bottom - top },
  };
}

function rounded(x: number, y: number, width: number, height: number): string {
  const [across, down] = [width - 2 * corner, height - 2 * corner];
  const turn = (dx: number, dy: number) => `a${corner},${corner} 0 0 1 ${dx},${dy}`;
  return `M${x + corner},${y}h${across}${turn(corner, corner)}v${down}${turn(-corner, corner)}h${-across}${turn(-corner, -corner)}v${-down}${turn(corner, -corner)}z`;
}

/** The flow and what is seen of the canvas, which may lie beside it. */
export function boundsWith(flow: Bounds | undefined, seen: Bounds): Bounds {
  if (flow === undefined) return seen;
  const x = Math.min(flow.x, seen.x);
  const y = Math.min(flow.y, seen.y);
  return {
    x,
    y,
    width: Math.max(flow.x + flow.width, seen.x + seen.width) - x,
    height: Math.max(flow.y + flow.height, seen.y + seen.height) - y,
  };
}

/** The part of the plane that an overview of this size shows: all of it in the middle; `scale` is how much a pixel of it is. */
export function viewBoxFor(
  all: Bounds,
  size: { readonly width: number; readonly height: number },
): {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  readonly scale: number;
} {
  const scale = Math.max(all.width / size.width, all.height / size.height);
  const around = air * scale;
  const [width, height] = [scale * size.width, scale * size.height];
  return {
    x: all.x - (width - all.width) / 2 - around,
    y: all.y - (height - all.height) / 2 - around,
    w: width + 2 * around,
    h: height + 2 * around,
    scale,
  };
}
