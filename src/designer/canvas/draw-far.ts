/**
 * Draws a flow seen from far away on one plain canvas: a thousand steps as a handful of paths, where a thousand
 * elements would cost a tenth of a second a frame.
 */
import type { Viewport } from '@xyflow/react';
import { stepHeight, stepWidth, type FlowEdgeType, type StepNodeType } from './to-canvas.ts';

export type FarTone = 'to-do' | 'running' | 'held' | 'done' | 'refused';

export interface FarStep {
  readonly number: number;
  readonly hue: number;
  readonly tone: FarTone | undefined;
  readonly icon: CanvasImageSource | undefined;
}

export interface FarColours {
  readonly surface: string;
  readonly border: string;
  readonly text: string;
  readonly accent: string;
  readonly tile: (hue: number) => string;
  readonly tones: Readonly<Record<FarTone, string>>;
}

export interface FarPicture {
  readonly nodes: readonly StepNodeType[];
  readonly edges: readonly FlowEdgeType[];
  /** Steps that are elements at the moment: only their connections are drawn here. */
  readonly mounted: ReadonlySet<string>;
  readonly steps: ReadonlyMap<string, FarStep>;
  readonly viewport: Viewport;
  readonly width: number;
  readonly height: number;
  readonly scale: number;
  readonly colours: FarColours;
}

const readable = 0.12;

export function drawFar(context: CanvasRenderingContext2D, picture: FarPicture): void {
  const { nodes, mounted, viewport, width, height, scale, colours } = picture;
  const { x, y, zoom } = viewport;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, width * scale, height * scale);
  context.setTransform(scale * zoom, 0, 0, scale * zoom, scale * x, scale * y);
  const seen = {
    left: -x / zoom,
    top: -y / zoom,
    right: (width - x) / zoom,
    bottom: (height - y) / zoom,
  };
  const places = new Map(nodes.map((node) => [node.id, node.position]));

  drawEdges(context, picture, places, seen);
  const shown = nodes.filter(
    ({ id, position }) =>
      !mounted.has(id) &&
      position.x < seen.right &&
      position.x + stepWidth > seen.left &&
      position.y < seen.bottom &&
      position.y + stepHeight > seen.top,
  );
  context.beginPath();
  for (const { position } of shown)
    context.roundRect(position.x, position.y, stepWidth, stepHeight, 10);
  context.fillStyle = colours.surface;
  context.fill();
  context.lineWidth = Math.max(1, 0.5 / zoom);
  context.strokeStyle = colours.border;
  context.stroke();
  drawTiles(context, picture, shown);
  drawTones(context, picture, shown);
  if (zoom >= readable) drawNumbers(context, picture, shown);
}

type Places = ReadonlyMap<string, { readonly x: number; readonly y: number }>;
type Seen = {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};

function drawEdges(
  context: CanvasRenderingContext2D,
  { edges, viewport, colours }: FarPicture,
  places: Places,
  seen: Seen,
): void {
  context.beginPath();
  for (const { source, target } of edges) {
    const from = places.get(source);
    const to = places.get(target);
    if (from === undefined || to === undefined) continue;
    const x1 = from.x + stepWidth;
    const y1 = from.y + stepHeight / 2;
    const y2 = to.y + stepHeight / 2;
    if (Math.min(x1, to.x) > seen.right || Math.max(x1, to.x) < seen.left) continue;
    if (Math.min(y1, y2) > seen.bottom || Math.max(y1, y2) < seen.top) continue;
    context.moveTo(x1, y1);
    if (Math.abs(y1 - y2) < 1) context.lineTo(to.x, y2);
    else {
      const bend = to.x > x1 ? (to.x - x1) / 2 : 125;
      context.bezierCurveTo(x1 + bend, y1, to.x - bend, y2, to.x, y2);
    }
  }
  context.lineWidth = Math.max(1.5, 1 / viewport.zoom);
  context.strokeStyle = colours.border;
  context.stroke();
}

function drawTiles(
  context: CanvasRenderingContext2D,
  { steps, colours, viewport }: FarPicture,
  shown: readonly StepNodeType[],
): void {
  const byHue = new Map<number, StepNodeType[]>();
  for (const node of shown) {
    const hue = steps.get(node.id)?.hue ?? 210;
    const same = byHue.get(hue);
    if (same === undefined) byHue.set(hue, [node]);
    else same.push(node);
  }
  for (const [hue, nodes] of byHue) {
    context.beginPath();
    for (const { position } of nodes) {
      // Too small for a tile: the whole step has its component's colour.
      if (viewport.zoom < readable)
        context.roundRect(position.x, position.y, stepWidth, stepHeight, 10);
      else context.roundRect(position.x + 34, position.y + 14, 44, 44, 11);
    }
    context.fillStyle = colours.tile(hue);
    context.fill();
    if (viewport.zoom < readable) continue;
    for (const { id, position } of nodes) {
      const icon = steps.get(id)?.icon;
      if (icon !== undefined) context.drawImage(icon, position.x + 42, position.y + 22, 28, 28);
    }
  }
}

function drawTones(
  context: CanvasRenderingContext2D,
  { steps, colours, viewport }: FarPicture,
  shown: readonly StepNodeType[],
): void {
  const radius = Math.max(7, 1.4 / viewport.zoom);
  for (const [tone, colour] of Object.entries(colours.tones)) {
    context.beginPath();
    for (const { id, position } of shown) {
      if (steps.get(id)?.tone !== tone) continue;
      const x = position.x + stepWidth - radius - 8;
      const y = position.y + radius + 8;
      context.moveTo(x + radius, y);
      context.arc(x, y, radius, 0, Math.PI * 2);
    }
    context.fillStyle = colour;
    context.fill();
  }
}

function drawNumbers(
  context: CanvasRenderingContext2D,
  { steps, colours }: FarPicture,
  shown: readonly StepNodeType[],
): void {
  context.font = '600 34px system-ui, sans-serif';
  context.textBaseline = 'middle';
  context.fillStyle = colours.text;
  for (const { id, position } of shown) {
    const step = steps.get(id);
    if (step !== undefined)
      context.fillText(String(step.number), position.x + 94, position.y + stepHeight / 2 + 1);
  }
}
