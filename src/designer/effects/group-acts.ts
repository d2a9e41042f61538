/** Groups of steps: made, taken apart, folded, entered and left. What nobody would see happen is said, with a way back. */
import {
  groupSteps,
  putIntoGroup,
  takeOutOfGroup,
  type LayoutColour,
  type Operation,
  type Position,
  type StepGroup,
} from '../../flow/index.ts';
import { say, sayWording } from '../../words/index.ts';
import { placeOf } from '../state/step-box.ts';
import { indexOf } from '../state/step-index.ts';
import type { Workbench } from '../state/workbench.ts';
import { applyAloud } from './apply-aloud.ts';
import { showWithUndo } from './way-back.ts';

type Bench = Pick<Workbench, 'document' | 'view' | 'toasts' | 'announcer'>;

/** Its name is asked for at once. */
export function makeGroup(bench: Bench & Pick<Workbench, 'newId'>, steps: readonly string[]): void {
  const { document, view, newId } = bench;
  const { flow } = document.getState();
  if (flow === undefined) return;
  const id = newId();
  const titles = new Set(flow.layout.groups.map((group) => group.title));
  let number = flow.layout.groups.length + 1;
  while (titles.has(say('groups.name', { number }))) number += 1;
  const title = say('groups.name', { number });
  if (!applied(bench, groupSteps(flow, steps, { id, title, colour: 'plain' }))) return;
  view.selectGroup(id);
  renameGroup(bench, id);
  showWithUndo(bench, say('groups.made', { group: title, count: steps.length }));
}

export function renameGroup({ view }: Pick<Workbench, 'view'>, id: string): void {
  view.setState({ namedGroup: id });
}

/** The new name of the group that is named; the old one where it is empty. */
export function nameGroup(bench: Bench, id: string, typed: string): void {
  const group = groupOf(bench, id);
  const title = typed.trim();
  bench.view.setState({ namedGroup: undefined });
  if (group !== undefined && title !== '' && title !== group.title)
    applyAloud(bench, { type: 'group.set', group: { ...group, title } });
}

export function ungroup(bench: Bench, id: string): void {
  const group = groupOf(bench, id);
  if (group === undefined || !applied(bench, { type: 'group.remove', group: id })) return;
  bench.view.selectSteps(group.steps);
  const { title, steps } = group;
  showWithUndo(bench, say('groups.apart', { group: title, count: steps.length }));
}

/** Folded or unfolded for everybody; while another tab writes, unfolded for who looks. */
export function foldGroup(bench: Bench, id: string): void {
  const { document, view } = bench;
  const group = groupOf(bench, id);
  if (group === undefined) return;
  const { openGroups } = view.getState();
  const isOpenHere = openGroups.includes(id);
  const others = openGroups.filter((open) => open !== id);
  const isFolded = group.collapsed === true && !isOpenHere;
  // What is chosen in it would open it again.
  if (!isFolded) view.selectGroup(id);
  if (isOpenHere) view.setState({ openGroups: others });
  else if (document.getState().readOnly)
    view.setState({ openGroups: isFolded ? [...others, id] : others });
  else {
    const { collapsed: _before, ...unfolded } = group;
    const next: StepGroup = isFolded ? unfolded : { ...group, collapsed: true };
    applyAloud(bench, { type: 'group.set', group: next });
  }
}

export function colourGroup(bench: Bench, id: string, colour: LayoutColour): void {
  const group = groupOf(bench, id);
  if (group !== undefined) applyAloud(bench, { type: 'group.set', group: { ...group, colour } });
}

export function chooseGroup({ document, view, announcer }: Bench, id: string): void {
  const group = document.getState().flow?.layout.groups.find((each) => each.id === id);
  if (group === undefined) return;
  view.selectSteps(group.steps);
  const { title, steps } = group;
  announcer.announce(say('groups.chosen', { group: title, count: steps.length }));
}

export function enterGroup(bench: Bench, steps: readonly string[], id: string): void {
  const { flow } = bench.document.getState();
  const operation = flow && putIntoGroup(flow, steps, id);
  if (operation !== undefined) regroupAloud(bench, operation, steps);
}

export function leaveGroup(bench: Bench, steps: readonly string[]): void {
  const { flow } = bench.document.getState();
  const operation = flow && takeOutOfGroup(flow, steps);
  if (operation !== undefined) regroupAloud(bench, operation, steps);
}

/** Says which steps are in the group now, or not any more. */
export function regroupAloud(
  bench: Bench,
  operation: Extract<Operation, { type: 'batch' }>,
  [step = '']: readonly string[],
): void {
  const { flow } = bench.document.getState();
  if (flow === undefined || !applied(bench, operation)) return;
  const { group = '', count = 1 } = operation.params ?? {};
  const how = operation.label === 'enter-group' ? 'entered' : 'left';
  const name = indexOf(flow).steps.get(step)?.step.name ?? '';
  showWithUndo(
    bench,
    count === 1
      ? say(`groups.${how}`, { step: name, group })
      : say(`groups.${how}-several`, { count, group }),
  );
}

/** All its steps, by the arrow keys. */
export function nudgeGroup(bench: Bench, id: string, by: Position): void {
  const { flow } = bench.document.getState();
  const group = groupOf(bench, id);
  if (flow === undefined || group === undefined) return;
  applyAloud(bench, {
    type: 'batch',
    label: 'move-group',
    params: { group: group.title },
    operations: [{ type: 'step.move', positions: movedBy(bench, group.steps, by) }],
  });
}

function movedBy(
  { document }: Pick<Workbench, 'document'>,
  steps: readonly string[],
  { x: dx, y: dy }: Position,
): Readonly<Record<string, Position>> {
  const { flow } = document.getState();
  if (flow === undefined) return {};
  const known = indexOf(flow).steps;
  return Object.fromEntries(
    steps.flatMap((step) => {
      const number = known.get(step)?.number;
      if (number === undefined) return [];
      const { x, y } = placeOf(flow, step, number - 1);
      return [[step, { x: Math.round(x + dx), y: Math.round(y + dy) }]];
    }),
  );
}

function groupOf({ document }: Pick<Workbench, 'document'>, id: string): StepGroup | undefined {
  return document.getState().flow?.layout.groups.find((group) => group.id === id);
}

function applied({ document, toasts }: Bench, operation: Operation): boolean {
  const done = document.apply(operation);
  if (!done.ok) toasts.show({ text: sayWording(done.reason), tone: 'trouble' });
  return done.ok;
}
