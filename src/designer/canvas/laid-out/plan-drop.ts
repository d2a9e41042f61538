/**
 * What it means that things were let go elsewhere.
 *
 * 1. A frame and a folded box take all steps of their group along.
 * 2. A step whose middle is let go outside the frame of its group leaves it, one that is let go inside another frame comes into
 *    that group. Where no step of the group stays behind there is no border to cross.
 */
import {
  putIntoGroup,
  takeOutOfGroup,
  type Flow,
  type Operation,
  type Position,
} from '../../../flow/index.ts';
import { targetOfNode } from '../../state/node-ids.ts';
import { stepHeight, stepWidth } from '../../state/step-box.ts';
import type { CanvasNode } from '../to-canvas.ts';
import type { GroupBox } from '../../state/group-boxes.ts';

type Moved = Pick<CanvasNode, 'id' | 'position' | 'height'>;

export interface PlannedDrop {
  readonly operation: Operation;
  /** Steps that crossed the border of a group. */
  readonly regrouped: readonly string[];
}

export function planDrop(
  flow: Flow,
  moved: readonly Moved[],
  /** As they stood before. */
  nodes: ReadonlyMap<string, CanvasNode>,
  boxes: readonly GroupBox[],
): PlannedDrop | undefined {
  const positions: Record<string, Position> = {};
  const changes: Operation[] = [];
  const carried: Moved[] = [];
  const groups: string[] = [];
  const place = (id: string, { x, y }: Position): void => {
    const before = nodes.get(id)?.position;
    const next = { x: Math.round(x), y: Math.round(y) };
    if (before?.x !== next.x || before.y !== next.y) positions[id] = next;
  };
  for (const node of moved) {
    const target = targetOfNode(node.id);
    const box = boxes.find(({ group }) => group.id === target.group);
    const note = flow.layout.notes.find(({ id }) => id === target.notes?.[0]);
    if (box !== undefined) {
      groups.push(box.group.title);
      for (const step of box.group.steps) {
        const from = nodes.get(step)?.position;
        if (from === undefined) continue;
        const { x, y } = node.position;
        place(step, { x: from.x + x - box.x, y: from.y + y - box.y });
      }
    } else if (note !== undefined) {
      const position = { x: Math.round(node.position.x), y: Math.round(node.position.y) };
      if (position.x !== note.position.x || position.y !== note.position.y)
        changes.push({ type: 'note.set', note: { ...note, position } });
    } else if (target.group === undefined && target.notes === undefined) {
      place(node.id, node.position);
      if (positions[node.id] !== undefined) carried.push(node);
    }
  }
  const count = Object.keys(positions).length;
  if (count > 0) changes.unshift({ type: 'step.move', positions });
  const [only] = changes;
  if (only === undefined) return undefined;

  const border = crossed(flow, carried, boxes);
  if (border !== undefined) {
    const { operation, steps } = border;
    return {
      operation: { ...operation, operations: [...changes, ...operation.operations] },
      regrouped: steps,
    };
  }
  const [title, ...others] = groups;
  if (title !== undefined && others.length === 0 && carried.length === 0 && changes.length === 1)
    return {
      operation: {
        type: 'batch',
        label: 'move-group',
        params: { group: title },
        operations: changes,
      },
      regrouped: [],
    };
  if (changes.length === 1) return { operation: only, regrouped: [] };
  const things = count + changes.filter(({ type }) => type === 'note.set').length;
  return {
    operation: {
      type: 'batch',
      label: 'move-things',
      params: { count: things },
      operations: changes,
    },
    regrouped: [],
  };
}

function crossed(flow: Flow, carried: readonly Moved[], boxes: readonly GroupBox[]) {
  const ids = new Set(carried.map(({ id }) => id));
  const frames = boxes.filter(
    ({ group, isFolded }) => !isFolded && group.steps.some((step) => !ids.has(step)),
  );
  const homeOf = (id: string) => boxes.find(({ group }) => group.steps.includes(id));
  const outside = carried.filter((node) => {
    const home = homeOf(node.id);
    return home === undefined || (frames.includes(home) && !holds(home, node));
  });
  for (const frame of frames) {
    const steps = outside.filter((node) => holds(frame, node)).map(({ id }) => id);
    const operation = putIntoGroup(flow, steps, frame.group.id);
    if (operation !== undefined) return { operation, steps };
  }
  const steps = outside.filter(({ id }) => homeOf(id) !== undefined).map(({ id }) => id);
  const operation = takeOutOfGroup(flow, steps);
  return operation && { operation, steps };
}

function holds(box: GroupBox, { position, height = stepHeight }: Moved): boolean {
  const x = position.x + stepWidth / 2;
  const y = position.y + height / 2;
  return x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;
}
