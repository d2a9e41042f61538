/**
 * What a picture of the flow shows, and where: steps with number, name and action, their ways, groups (folded ones as one box)
 * and notes. No value of a setting or a field is in it.
 */
import {
  operationOf,
  type Flow,
  type LayoutColour,
  type Note,
  type Step,
} from '../../../flow/index.ts';
import type { Catalog } from '../../../catalog/index.ts';
import { wordsOf } from '../../../shared/index.ts';
import { say } from '../../../words/index.ts';
import { boxAround, groupBoxes, type Box, type GroupBox } from '../../state/group-boxes.ts';
import { handleTop, heightFor, placeOf, stepWidth } from '../../state/step-box.ts';
import { portsOf } from '../../state/step-ports.ts';
import { plainNote } from '../notes/read-note.ts';

export interface PictureStep extends Box {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  readonly words: string;
  readonly component: string;
  readonly hue: number;
  readonly isOff: boolean;
  readonly hasIn: boolean;
  /** From its top, in the order in which they are tried; named where there are several. */
  readonly ways: readonly { readonly id: string; readonly title: string; readonly y: number }[];
}
export interface PictureGroup extends Box {
  readonly title: string;
  readonly colour: LayoutColour;
}
export interface FoldedPictureGroup extends PictureGroup {
  readonly words: string;
}
export type PictureNote = Box & Pick<Note, 'text' | 'colour'>;
export interface FlowPicture extends Box {
  readonly title: string;
  readonly steps: readonly PictureStep[];
  readonly lines: readonly string[];
  readonly groups: readonly PictureGroup[];
  readonly folded: readonly FoldedPictureGroup[];
  readonly notes: readonly PictureNote[];
}

const margin = 32;

interface Looked {
  /** Of the whole flow, or of some of its steps with what is between and beside them. */
  readonly only?: ReadonlySet<string> | undefined;
  /** Folded groups that are shown open. */
  readonly openGroups?: readonly string[];
}

export function pictureOf(
  flow: Flow,
  catalog: Catalog,
  { only, openGroups = [] }: Looked = {},
): FlowPicture {
  const steps = flow.steps.flatMap((step, at) =>
    only === undefined || only.has(step.id) ? [stepOf(flow, catalog, step, at)] : [],
  );
  const drawn = new Map(steps.map((step) => [step.id, step]));
  const boxes = groupBoxes(flow.layout.groups, (step) => drawn.get(step), openGroups);
  const groups = boxes.filter(({ isFolded }) => !isFolded).map(groupOf);
  const folded = boxes
    .filter(({ isFolded }) => isFolded)
    .map((box) => ({
      ...groupOf(box),
      words: say('groups.count-steps', { count: box.group.steps.length }),
    }));
  const ends = new Map<string, End>(steps.map((step) => [step.id, step]));
  for (const box of boxes)
    if (box.isFolded)
      for (const step of box.group.steps) if (drawn.has(step)) ends.set(step, { ...box, ways: [] });
  const shown = steps.filter((step) => ends.get(step.id) === step);
  const notes = flow.layout.notes
    .map(({ text, colour, position, size }) => ({
      ...position,
      ...size,
      text: plainNote(text),
      colour,
    }))
    .filter((note) => only === undefined || meets(note, around([...steps, ...groups])));
  const all = around([...shown, ...groups, ...folded, ...notes]);
  return {
    x: all.x - margin,
    y: all.y - margin,
    width: all.width + 2 * margin,
    height: all.height + 2 * margin,
    title: flow.name,
    steps: shown,
    lines: linesOf(flow, ends),
    groups,
    folded,
    notes,
  };
}

function groupOf({ x, y, width, height, group: { title, colour } }: GroupBox): PictureGroup {
  return { x, y, width, height, title, colour };
}

/** Where a connection begins or ends: a step, or the box of a folded group. */
interface End extends Box {
  readonly ways: PictureStep['ways'];
}

function stepOf(flow: Flow, catalog: Catalog, step: Step, at: number): PictureStep {
  const operation = operationOf(step, catalog);
  const component = catalog.component(step.component);
  const ports = portsOf(step, operation);
  const { out } = ports;
  const does =
    component === undefined ? say('canvas.unknown-component') : wordsOf(operation?.title);
  return {
    ...placeOf(flow, step.id, at),
    width: stepWidth,
    height: heightFor(out.length),
    id: step.id,
    number: at + 1,
    name: step.name,
    words: step.disabled === true ? say('canvas.switched-off') : does,
    component: step.component,
    hue: component?.hue ?? 210,
    isOff: step.disabled === true,
    hasIn: ports.in,
    ways: out.map(({ id, title }, index) => ({
      id,
      title: out.length > 1 ? title : '',
      y: handleTop(index, out.length),
    })),
  };
}

/** Each once; those within a folded group are not drawn. */
function linesOf({ edges }: Flow, ends: ReadonlyMap<string, End>): readonly string[] {
  const lines = edges.flatMap(({ from, fromPort, to }) => {
    const [start, end] = [ends.get(from), ends.get(to)];
    if (start === undefined || end === undefined || isSamePlace(start, end)) return [];
    return [lineOf(start, fromPort, end)];
  });
  return [...new Set(lines)];
}

function isSamePlace(one: Box, other: Box): boolean {
  return one.x === other.x && one.y === other.y;
}

/** The bend that the canvas gives its connections. */
function lineOf(from: End, port: string, to: End): string {
  const way = from.ways.find(({ id }) => id === port) ?? from.ways[0];
  const [x1, y1] = [from.x + from.width, from.y + (way?.y ?? from.height / 2)];
  const [x2, y2] = [to.x, to.y + to.height / 2];
  const bend = x2 >= x1 ? (x2 - x1) / 2 : 6.25 * Math.sqrt(x1 - x2);
  return `M${x1},${y1} C${x1 + bend},${y1} ${x2 - bend},${y2} ${x2},${y2}`;
}

function around(boxes: readonly Box[]): Box {
  return boxAround(boxes) ?? { x: 0, y: 0, width: stepWidth, height: heightFor(1) };
}

function meets(one: Box, other: Box): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}
