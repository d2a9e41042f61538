import type { Flow } from '../../../flow/index.ts';
import { targetOfNode } from '../../state/node-ids.ts';
import { stepHeight, stepWidth } from '../../state/step-box.ts';
import type { Workbench } from '../../state/workbench.ts';
import '../../ui/notes/layout-colours.css';
import { plainNote } from '../../ui/notes/read-note.ts';
import type { FarColours } from '../draw-far.ts';
import type { View } from '../moving-picture.ts';
import type { CanvasNode } from '../to-canvas.ts';

/** Smaller words than these (on the screen) say nothing. */
const readableSize = 11;
const smallestZoom = 0.1;
const linesOfNote = 4;
/** On the screen, for the name above a small frame. */
const roomOfName = 160;

/** Frames, notes and folded groups of a flow seen from far away, on the plain canvas below its connections. */
export function drawBehind(
  context: CanvasRenderingContext2D,
  { zoom }: View,
  nodes: readonly CanvasNode[],
  { notes, groups }: Flow['layout'],
  { text }: Pick<FarColours, 'text'>,
): void {
  const styles = getComputedStyle(document.documentElement);
  const colour = (name: string) => styles.getPropertyValue(`--fb-note-${name}`).trim();
  const size = readableSize / zoom;
  context.textBaseline = 'top';
  context.lineWidth = Math.max(1.5, 1 / zoom);
  for (const { id, type, position, width = stepWidth, height = stepHeight } of nodes) {
    if (type === 'step') continue;
    const { x, y } = position;
    const target = targetOfNode(id);
    const group = groups.find((each) => each.id === target.group);
    const note = notes.find((each) => each.id === target.notes?.[0]);
    const name = group?.colour ?? note?.colour;
    if (name === undefined) continue;
    context.fillStyle = colour(name);
    context.strokeStyle = colour(`${name}-line`);
    context.globalAlpha = type === 'frame' ? 0.55 : 1;
    context.fillRect(x, y, width, height);
    context.globalAlpha = 1;
    context.strokeRect(x, y, width, height);
    if (zoom < smallestZoom) continue;
    context.fillStyle = text;
    if (type === 'frame') {
      context.font = `600 ${String(size)}px system-ui, sans-serif`;
      words(context, group?.title ?? '', x, y - size * 1.4, Math.max(width, roomOfName / zoom));
    } else if (type === 'folded') {
      const fitting = Math.min(30, size);
      context.font = `600 ${String(fitting)}px system-ui, sans-serif`;
      words(context, group?.title ?? '', x + 12, y + (height - fitting) / 2, width - 24);
    } else {
      context.font = `${String(size)}px system-ui, sans-serif`;
      const lines = plainNote(note?.text ?? '').split('\n');
      const fitting = Math.min(linesOfNote, Math.floor((height - 12) / (size * 1.3)));
      for (const [at, line] of lines.slice(0, fitting).entries())
        words(context, line, x + 8, y + 8 + at * size * 1.3, width - 16);
    }
  }
}

/** As much of them as has room. */
function words(
  context: CanvasRenderingContext2D,
  text: string,
  x: number,
  y: number,
  room: number,
): void {
  const whole = context.measureText(text).width;
  if (whole <= room) {
    context.fillText(text, x, y);
    return;
  }
  const letters = Math.floor((text.length * room) / whole) - 1;
  if (letters > 1) context.fillText(`${text.slice(0, letters)}…`, x, y);
}

/** In the overview: notes and groups by their own colours, steps as ever. */
export function mapColour({ document }: Pick<Workbench, 'document'>) {
  return ({ id, type }: CanvasNode): string => {
    if (type === 'step') return 'var(--fb-border-strong)';
    const { notes = [], groups = [] } = document.getState().flow?.layout ?? {};
    const target = targetOfNode(id);
    const colour =
      notes.find((note) => note.id === target.notes?.[0])?.colour ??
      groups.find((group) => group.id === target.group)?.colour;
    if (colour === undefined) return 'none';
    return type === 'frame' ? `var(--fb-note-${colour})` : `var(--fb-note-${colour}-line)`;
  };
}
