/**
 * Draws a flow seen from far away on one plain canvas: a thousand steps as a handful of paths, where a thousand
 * elements would cost a tenth of a second a frame.
 */
import type { View } from './moving-picture.ts';
import { stepHeight, stepWidth } from '../state/step-box.ts';
import type { FlowEdgeType, CanvasNode } from './to-canvas.ts';

export type FarTone = 'to-do' | 'running' | 'held' | 'done' | 'in-part' | 'refused';

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
  readonly nodes: readonly CanvasNode[];
  readonly edges: readonly FlowEdgeType[];
  readonly steps: ReadonlyMap<string, FarStep>;
  readonly view: View;
  readonly scale: number;
  readonly colours: FarColours;
  /** Draws what lies below the connections. */
  readonly behind?: ((context: CanvasRenderingContext2D, view: View) => void) | undefined;
}

/** Below this zoom a step is one patch of its component's colour. */
const readable = 0.12;

export function drawFar(context: CanvasRenderingContext2D, picture: FarPicture): void {
  const { nodes, view, colours } = picture;
  const seen = begin(context, picture);
  picture.behind?.(context, view);
  drawWays(context, picture, placesOf(nodes), seen);
  const shown = nodes.filter(
    ({ type, position, height = stepHeight }) =>
      type === 'step' &&
      position.x < seen.right &&
      position.x + stepWidth > seen.left &&
      position.y < seen.bottom &&
      position.y + height > seen.top,
  );
  const isReadable = view.zoom >= readable;
  context.beginPath();
  for (const node of shown) outline(context, node, isReadable);
  if (isReadable) {
    context.fillStyle = colours.surface;
    context.fill();
  }
  context.lineWidth = Math.max(1, 0.5 / view.zoom);
  context.strokeStyle = colours.border;
  context.stroke();
  drawTiles(context, picture, shown, isReadable);
  drawTones(context, picture, shown);
  if (isReadable) drawNumbers(context, picture, shown);
}

/** Only the connections, of steps that stand elsewhere than the rest. */
export function drawFarEdges(
  context: CanvasRenderingContext2D,
  picture: Pick<FarPicture, 'nodes' | 'edges' | 'view' | 'scale' | 'colours'>,
): void {
  const seen = begin(context, picture);
  drawWays(context, picture, placesOf(picture.nodes), seen);
}

function begin(
  context: CanvasRenderingContext2D,
  { view: { x, y, zoom, width, height }, scale }: Pick<FarPicture, 'view' | 'scale'>,
): Seen {
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, width * scale, height * scale);
  context.setTransform(scale * zoom, 0, 0, scale * zoom, scale * x, scale * y);
  return {
    left: -x / zoom,
    top: -y / zoom,
    right: (width - x) / zoom,
    bottom: (height - y) / zoom,
  };
}

function placesOf(nodes: readonly CanvasNode[]): Places {
  return new Map(nodes.map((node) => [node.id, node]));
}

function middleOf({ position, height = stepHeight }: CanvasNode): number {
  return position.y + height / 2;
}

/** Round corners cost five times as much, and are smaller than a pixel from far away. */
function outline(
  context: CanvasRenderingContext2D,
  { position: { x, y }, height = stepHeight }: CanvasNode,
  isReadable: boolean,
): void {
  if (isReadable) context.roundRect(x, y, stepWidth, height, 10);
  else context.rect(x, y, stepWidth, height);
}

type Places = ReadonlyMap<string, CanvasNode>;
type Seen = {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};

function drawWays(
  context: CanvasRenderingContext2D,
  { edges, view, colours }: Pick<FarPicture, 'edges' | 'view' | 'colours'>,
  places: Places,
  seen: Seen,
): void {
  context.beginPath();
  for (const { source, target } of edges) {
    const from = places.get(source);
    const to = places.get(target);
    if (from === undefined || to === undefined) continue;
    const x1 = from.position.x + stepWidth;
    const x2 = to.position.x;
    const y1 = middleOf(from);
    const y2 = middleOf(to);
    if (Math.min(x1, x2) > seen.right || Math.max(x1, x2) < seen.left) continue;
    if (Math.min(y1, y2) > seen.bottom || Math.max(y1, y2) < seen.top) continue;
    context.moveTo(x1, y1);
    if (Math.abs(y1 - y2) < 1) context.lineTo(x2, y2);
    else {
      const bend = x2 > x1 ? (x2 - x1) / 2 : 125;
      context.bezierCurveTo(x1 + bend, y1, x2 - bend, y2, x2, y2);
    }
  }
  context.lineWidth = Math.max(1.5, 1 / view.zoom);
  context.strokeStyle = colours.border;
  context.stroke();
}

function drawTiles(
  context: CanvasRenderingContext2D,
  { steps, colours }: FarPicture,
  shown: readonly CanvasNode[],
  isReadable: boolean,
): void {
  const byHue = new Map<number, CanvasNode[]>();
  for (const node of shown) {
    const hue = steps.get(node.id)?.hue ?? 210;
    const same = byHue.get(hue);
    if (same === undefined) byHue.set(hue, [node]);
    else same.push(node);
  }
  for (const [hue, nodes] of byHue) {
    context.beginPath();
    for (const node of nodes) {
      if (isReadable) context.roundRect(node.position.x + 34, middleOf(node) - 22, 44, 44, 11);
      else outline(context, node, isReadable);
    }
    context.fillStyle = colours.tile(hue);
    context.fill();
    if (!isReadable) continue;
    for (const node of nodes) {
      const icon = steps.get(node.id)?.icon;
      if (icon !== undefined)
        context.drawImage(icon, node.position.x + 42, middleOf(node) - 14, 28, 28);
    }
  }
}

function drawTones(
  context: CanvasRenderingContext2D,
  { steps, colours, view }: FarPicture,
  shown: readonly CanvasNode[],
): void {
  const radius = Math.max(7, 1.4 / view.zoom);
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
  shown: readonly CanvasNode[],
): void {
  context.font = '600 34px system-ui, sans-serif';
  context.textBaseline = 'middle';
  context.fillStyle = colours.text;
  for (const node of shown) {
    const step = steps.get(node.id);
    if (step !== undefined)
      context.fillText(String(step.number), node.position.x + 94, middleOf(node) + 1);
  }
}
