/**
 * A picture of a flow as an SVG of its own: colours resolved, drawings inside, text escaped by the browser. It looks the same
 * wherever it is opened, and asks nobody for anything.
 */
import type { PictureColours } from './colours.ts';
import { drawingSymbol } from './component-drawings.ts';
import { cutText, measureText, wrapText, type Measure } from './fit-text.ts';
import type {
  FlowPicture,
  FoldedPictureGroup,
  PictureGroup,
  PictureNote,
  PictureStep,
} from './picture-of.ts';

interface Look {
  readonly colours: PictureColours;
  /** Nothing behind the steps, where it is to lie on something else. */
  readonly isTransparent?: boolean;
}

const namespace = 'http://www.w3.org/2000/svg';
const tileSide = 28;
const iconSide = 18;
const textLeft = 14 + tileSide + 10;

export function drawPicture(picture: FlowPicture, look: Look): SVGElement {
  const { x, y, width, height } = picture;
  const family = getComputedStyle(document.body).fontFamily;
  const pen: Pen = { ...look, family, measure: measureText(), icons: new Map() };
  const svg = shape('svg', {
    width,
    height,
    viewBox: `${x} ${y} ${width} ${height}`,
    'font-family': family,
    role: 'img',
  });
  const symbols = shape('defs');
  svg.append(titled(picture.title), symbols);
  if (look.isTransparent !== true)
    svg.append(shape('rect', { x, y, width, height, fill: look.colours.page }));
  svg.append(
    ...picture.groups.map((group) => drawGroup(group, pen)),
    drawLines(picture.lines, pen),
    ...picture.notes.map((note) => drawNote(note, pen)),
    ...picture.folded.map((group) => drawFolded(group, pen)),
    ...picture.steps.map((step) => drawStep(step, pen, symbols)),
  );
  return svg;
}

interface Pen extends Look {
  readonly family: string;
  readonly measure: Measure;
  /** By component: the id of its symbol, if it has a drawing. */
  readonly icons: Map<string, string | undefined>;
}

function drawLines(lines: readonly string[], { colours }: Pen): SVGElement {
  const group = shape('g', { fill: 'none', stroke: colours.border, 'stroke-width': 1.5 });
  group.append(...lines.map((d) => shape('path', { d })));
  return group;
}

function drawGroup({ x, y, width, height, title, colour }: PictureGroup, pen: Pen): SVGElement {
  const { colours } = pen;
  const group = shape('g');
  group.append(
    shape('rect', {
      ...{ x, y, width, height },
      rx: 14,
      fill: colours.note(colour),
      'fill-opacity': 0.55,
      stroke: colours.noteLine(colour),
    }),
    text(pen, title, { x: x + 14, y: y + 26, size: 13, weight: 600, width: width - 28 }),
  );
  return group;
}

/** One box of a step's size on two sheets: it is more than one step. */
function drawFolded(group: FoldedPictureGroup, pen: Pen): SVGElement {
  const { x, y, width, height, title, words } = group;
  const { colours } = pen;
  const look = { rx: 10, fill: colours.note(group.colour), stroke: colours.noteLine(group.colour) };
  const room = { x: x + 14, width: width - 28 };
  const drawn = shape('g');
  drawn.append(
    titled(title),
    shape('rect', { x: x + 1, y: y + 5, width: width - 2, height, ...look }),
    shape('rect', { x, y, width, height, ...look }),
    text(pen, title, { ...room, y: y + height / 2 - 4, size: 14, weight: 600 }),
    text(pen, words, {
      ...room,
      ...{ y: y + height / 2 + 15, size: 12, weight: 400, colour: colours.muted },
    }),
  );
  return drawn;
}

function drawNote({ x, y, width, height, text: words, colour }: PictureNote, pen: Pen): SVGElement {
  const { colours, measure, family } = pen;
  const note = shape('g');
  const lineHeight = 18;
  const font = `400 13px ${family}`;
  const lines = wrapText(words, width - 24, Math.floor((height - 14) / lineHeight), (line) =>
    measure(line, font),
  );
  note.append(
    shape('rect', {
      ...{ x, y, width, height },
      rx: 6,
      fill: colours.note(colour),
      stroke: colours.noteLine(colour),
    }),
    ...lines.map((line, at) =>
      text(pen, line, { x: x + 12, y: y + 22 + at * lineHeight, size: 13, weight: 400 }),
    ),
  );
  return note;
}

function drawStep(step: PictureStep, pen: Pen, symbols: SVGElement): SVGElement {
  const { colours, measure, family } = pen;
  const { width, height, hue } = step;
  const middle = height / 2;
  const number = String(step.number);
  const nameLeft = textLeft + measure(number, `500 12px ${family}`) + 6;
  const inside = shape('g', step.isOff ? { opacity: 0.55 } : {});
  inside.append(
    shape('rect', {
      ...{ x: 14, y: middle - tileSide / 2, width: tileSide, height: tileSide },
      rx: 7,
      fill: colours.tile(hue),
    }),
    ...drawIcon(step, pen, symbols),
    text(pen, number, { x: textLeft, y: middle - 4, size: 12, weight: 500, colour: colours.muted }),
    text(pen, step.name, {
      ...{ x: nameLeft, y: middle - 4, size: 14, weight: 600 },
      width: width - nameLeft - 12,
    }),
    text(pen, step.words, {
      ...{ x: textLeft, y: middle + 15, size: 12, weight: 400, colour: colours.muted },
      width: width - textLeft - 12,
    }),
  );
  const drawn = shape('g', { transform: `translate(${step.x} ${step.y})` });
  drawn.append(
    titled(step.name),
    shape('rect', {
      ...{ width, height },
      rx: 10,
      fill: colours.surface,
      stroke: colours.border,
      ...(step.isOff && { 'stroke-dasharray': '4 4' }),
    }),
    inside,
    ...drawPorts(step, pen),
  );
  return drawn;
}

function drawPorts({ width, height, hasIn, ways }: PictureStep, pen: Pen): readonly SVGElement[] {
  const { colours } = pen;
  const port = (cx: number, cy: number) =>
    shape('circle', { cx, cy, r: 4, fill: colours.muted, stroke: colours.surface });
  return [
    ...(hasIn ? [port(0, height / 2)] : []),
    ...ways.flatMap(({ title, y }) => [
      port(width, y),
      ...(title === ''
        ? []
        : [
            text(pen, title, {
              ...{ x: width + 8, y: y - 5, size: 11, weight: 400, width: 96 },
              colour: colours.muted,
            }),
          ]),
    ]),
  ];
}

function drawIcon(
  { component, hue, height }: PictureStep,
  { icons, colours }: Pen,
  symbols: SVGElement,
): readonly SVGElement[] {
  if (!icons.has(component)) {
    const id = `icon-${String(icons.size + 1)}`;
    const symbol = drawingSymbol(component, id, colours.ink(hue));
    if (symbol !== undefined) symbols.append(symbol);
    icons.set(component, symbol === undefined ? undefined : id);
  }
  const id = icons.get(component);
  if (id === undefined) return [];
  const aside = (tileSide - iconSide) / 2;
  return [
    shape('use', {
      href: `#${id}`,
      ...{ x: 14 + aside, y: (height - iconSide) / 2, width: iconSide, height: iconSide },
    }),
  ];
}

interface TextLook {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly weight: number;
  readonly colour?: string;
  /** Longer text is cut. */
  readonly width?: number;
}

function text(
  { colours, measure, family }: Pen,
  words: string,
  { x, y, size, weight, colour = colours.text, width }: TextLook,
): SVGElement {
  const font = `${String(weight)} ${String(size)}px ${family}`;
  const drawn = shape('text', { x, y, fill: colour, 'font-size': size, 'font-weight': weight });
  drawn.textContent =
    width === undefined ? words : cutText(words, width, (part) => measure(part, font));
  return drawn;
}

function titled(words: string): SVGElement {
  const title = shape('title');
  title.textContent = words;
  return title;
}

function shape(name: string, features: Readonly<Record<string, string | number>> = {}): SVGElement {
  const made = document.createElementNS(namespace, name) as SVGElement; // of that namespace
  for (const [feature, value] of Object.entries(features))
    made.setAttribute(feature, String(value));
  return made;
}
