/**
 * What a picture of the flow shows, and where: steps with number, name and action, their ways, groups and notes. No value of
 * a setting or a field is in it.
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
import { handleTop, heightFor, placeOf, stepWidth } from '../../state/step-box.ts';
import { portsOf } from '../../state/step-ports.ts';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
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
export type PictureNote = Box & Pick<Note, 'text' | 'colour'>;
export interface FlowPicture extends Box {
  readonly title: string;
  readonly steps: readonly PictureStep[];
  readonly lines: readonly string[];
  readonly groups: readonly PictureGroup[];
  readonly notes: readonly PictureNote[];
}

const margin = 32;
const groupAir = 20;
const groupHead = 34;

/** Of the whole flow, or of some of its steps with what is between and beside them. */
export function pictureOf(flow: Flow, catalog: Catalog, only?: ReadonlySet<string>): FlowPicture {
  const steps = flow.steps.flatMap((step, at) =>
    only === undefined || only.has(step.id) ? [stepOf(flow, catalog, step, at)] : [],
  );
  const shown = new Map(steps.map((step) => [step.id, step]));
  const groups = flow.layout.groups.flatMap(({ title, colour, steps: ids }) => {
    const inside = ids.flatMap((id) => shown.get(id) ?? []);
    return inside.length === 0 ? [] : [{ ...around(inside), title, colour }];
  });
  const notes = flow.layout.notes
    .map(({ text, colour, position, size }) => ({ ...position, ...size, text, colour }))
    .filter((note) => only === undefined || meets(note, boundsOf([...steps, ...groups])));
  const all = boundsOf([...steps, ...groups, ...notes]);
  return {
    x: all.x - margin,
    y: all.y - margin,
    width: all.width + 2 * margin,
    height: all.height + 2 * margin,
    title: flow.name,
    steps,
    lines: flow.edges.flatMap(({ from, fromPort, to }) => {
      const [start, end] = [shown.get(from), shown.get(to)];
      return start === undefined || end === undefined ? [] : [lineOf(start, fromPort, end)];
    }),
    groups,
    notes,
  };
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

/** The bend that the canvas gives its connections. */
function lineOf(from: PictureStep, port: string, to: PictureStep): string {
  const way = from.ways.find(({ id }) => id === port) ?? from.ways[0];
  const [x1, y1] = [from.x + from.width, from.y + (way?.y ?? from.height / 2)];
  const [x2, y2] = [to.x, to.y + to.height / 2];
  const bend = x2 >= x1 ? (x2 - x1) / 2 : 6.25 * Math.sqrt(x1 - x2);
  return `M${x1},${y1} C${x1 + bend},${y1} ${x2 - bend},${y2} ${x2},${y2}`;
}

function around(steps: readonly Box[]): Box {
  const { x, y, width, height } = boundsOf(steps);
  return {
    x: x - groupAir,
    y: y - groupHead,
    width: width + 2 * groupAir,
    height: height + groupHead + groupAir,
  };
}

function boundsOf(boxes: readonly Box[]): Box {
  if (boxes.length === 0) return { x: 0, y: 0, width: stepWidth, height: heightFor(1) };
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y, width, height } of boxes) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + width);
    bottom = Math.max(bottom, y + height);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

function meets(one: Box, other: Box): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}
