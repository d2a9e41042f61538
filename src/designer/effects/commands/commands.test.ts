import { expect, onTestFinished, test, vi } from 'vitest';
import {
  aFlow,
  aStep,
  addSubscriber,
  anEdge,
  findCustomers,
} from '../../../flow/testing/a-flow.ts';
import { aGroup, aNote } from '../../../flow/testing/drawn-operations.ts';
import type { Workbench } from '../../state/workbench.ts';
import { aBench } from '../testing/a-bench.ts';
import type { CommandTarget } from './command.ts';
import { commands, offersFor } from './commands.ts';
import { pressedCommands, runPressed } from './pressed-commands.ts';
import { focusedTarget, noTarget, selectedTarget } from './targets.ts';

const three = aFlow({
  steps: [findCustomers('a'), addSubscriber(undefined, 'b'), addSubscriber(undefined, 'c')],
  edges: [anEdge('a', 'b')],
});
const key = (
  name: string,
  held: Partial<Record<'ctrlKey' | 'shiftKey' | 'altKey', true>> = {},
) => ({
  key: name,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});
const titles = (bench: Workbench, target: CommandTarget): readonly string[] =>
  offersFor(bench, target, 'flow').map((offer) => offer.command.title(bench, offer.target));

test('offers what can be done to a step, once for each way out of it', () => {
  const { bench } = aBench(three);
  expect(titles(bench, { steps: ['a'] })).toEqual([
    'Open',
    'Add step after',
    'Connect to…',
    'Fill in its fields',
    'Disconnect…',
    'Test up to here',
    'Switch off',
    'Duplicate step',
    'Copy step',
    'Cut step',
    'Paste steps',
    'Delete step',
  ]);
  const settings = { branches: [{ id: 'paid', name: 'Paid' }] };
  const router = aStep('r', 'router/choose-way', { settings });
  const branching = aBench(aFlow({ steps: [findCustomers('a'), router] })).bench;
  const adding = titles(branching, { steps: ['r'] }).filter((title) =>
    title.startsWith('Add step after'),
  );
  expect(adding).toEqual(['Add step after · Paid', 'Add step after · Otherwise']);
});

test('offers for several steps only what can be done to several', () => {
  const { bench } = aBench(three);
  expect(titles(bench, { steps: ['a', 'b'] })).toEqual([
    'Switch off 2 steps',
    'Duplicate 2 steps',
    'Copy 2 steps',
    'Cut 2 steps',
    'Paste steps',
    'Tidy up 2 steps',
    'Align 2 steps…',
    'Group 2 steps',
    'Delete 2 steps',
  ]);
  expect(titles(bench, { steps: [], edge: 'a>b' })).toEqual([
    'Add step in between',
    'Paste steps',
    'Delete connection',
  ]);
  expect(titles(bench, noTarget)).toEqual(['Paste steps']);
});

test('offers what can be done to notes, to notes with steps, and to a group', () => {
  const layout = {
    notes: [aNote('n'), aNote('m')],
    groups: [aGroup('g', ['a'], true), aGroup('h', ['b'])],
  };
  const { bench } = aBench({ ...three, layout: { ...three.layout, ...layout } });
  expect(titles(bench, { steps: [], notes: ['n'] })).toEqual([
    'Edit note',
    'Colour of the note…',
    'Duplicate note',
    'Copy note',
    'Cut note',
    'Paste steps',
    'Delete note',
  ]);
  expect(titles(bench, { steps: ['c'], notes: ['n', 'm'] })).toEqual(
    expect.arrayContaining(['Copy 3 steps and notes', 'Delete 3 steps and notes']),
  );
  expect(titles(bench, { steps: [], group: 'g' })).toEqual([
    'Unfold group',
    'Rename group',
    'Colour of the group…',
    'Paste steps',
    'Choose its steps',
    'Ungroup (its steps stay)',
  ]);
  expect(titles(bench, { steps: ['a'] })).toEqual(
    expect.arrayContaining(['Put into a group…', 'Take out of “g”']),
  );
  expect(commands['step.enter-group'].choices?.(bench, { steps: ['a'] })).toEqual([
    { id: 'h', title: 'h' },
  ]);
});

test('what has the focus is meant where it is not selected: a note, a group, a step', () => {
  const layout = { notes: [aNote('n'), aNote('m')], groups: [aGroup('g', ['a'])] };
  const { bench } = aBench({ ...three, layout: { ...three.layout, ...layout } });
  bench.view.selectSteps(['a'], ['n', 'gone']);
  const selected = { steps: ['a'], notes: ['n'] };
  expect(focusedTarget(bench, 'note:n')).toEqual(selected);
  expect(focusedTarget(bench, 'note:m')).toEqual({ steps: [], notes: ['m'] });
  expect(focusedTarget(bench, 'group:g')).toEqual({ steps: [], group: 'g' });
  bench.view.selectGroup('g');
  expect(focusedTarget(bench, 'group:g')).toEqual({ steps: [], group: 'g' });
  expect(focusedTarget(bench, 'a')).toEqual({ steps: ['a'] });
});

test('offers no change while another tab writes', () => {
  const { bench } = aBench(three);
  bench.document.setReadOnly(true);
  expect(titles(bench, { steps: ['a'] })).toEqual([
    'Open',
    'Fill in its fields',
    'Test up to here',
    'Copy step',
  ]);
  expect(runPressed(bench, key('Delete'), 'flow', { steps: ['a'] })).toBeUndefined();
  expect(bench.document.getState().flow).toBe(three);
});

test('connects a step to one of those that may follow, and announces it', () => {
  const { bench } = aBench(three);
  const from = { steps: ['b'], port: 'out' };
  expect(commands['step.connect'].choices?.(bench, from).map(({ id }) => id)).toEqual(['c']);
  commands['step.connect'].act(bench, from, 'c');
  expect(bench.document.getState().flow?.edges.map(({ to }) => to)).toEqual(['b', 'c']);
  expect(bench.announcer.getState().words).toBe('Connect b to c');
});

test('goes on from a step only with samples of all steps before it', () => {
  const { bench, runs } = aBench(three);
  const { isPossible, title, act } = commands['step.continue-from'];
  const target = { steps: ['b'] };
  expect([isPossible?.(bench, target), title(bench, target)]).toEqual([
    false,
    'Continue from here (test the steps before first)',
  ]);
  bench.samples.set('a', { origin: 'recorded', messages: [] });
  expect(isPossible?.(bench, target)).toBe(true);
  act(bench, target);
  expect(runs).toEqual([{ kind: 'from', step: 'b' }]);
});

test('a key does what is offered: steps that are selected go, else the connection', async () => {
  const { bench } = aBench(three);
  bench.view.selectSteps(['b', 'c', 'gone']);
  expect(selectedTarget(bench)).toEqual({ steps: ['b', 'c'] });
  runPressed(bench, key('Delete'), 'flow', selectedTarget(bench));
  const left = () => bench.document.getState().flow?.steps.map(({ id }) => id);
  await expect.poll(left).toEqual(['a']);
  expect(bench.view.getState().selectedSteps).toEqual(['gone']);
  runPressed(bench, key('z', { ctrlKey: true }), 'everywhere', noTarget);
  bench.view.selectEdge('a>b');
  runPressed(bench, key('Backspace'), 'flow', selectedTarget(bench));
  expect(bench.document.getState().flow?.edges).toEqual([]);
});

test('switches several steps off as one change, and on again only when all are off', () => {
  const { bench } = aBench(three);
  const { title, act } = commands['step.switch'];
  act(bench, { steps: ['a'] });
  const all = { steps: ['a', 'b'] };
  expect(title(bench, all)).toBe('Switch off 2 steps');
  act(bench, all);
  expect(bench.announcer.getState().words).toBe('Switch 2 steps off');
  expect(title(bench, all)).toBe('Switch on 2 steps');
  bench.document.undo();
  const { flow } = bench.document.getState();
  expect(flow?.steps.map(({ disabled = false }) => disabled)).toEqual([true, false, false]);
});

test('keys of the clipboard are left to the browser, which makes an event of them', () => {
  const { bench } = aBench(three);
  for (const name of ['c', 'x', 'v'])
    expect(
      runPressed(bench, key(name, { ctrlKey: true }), 'flow', { steps: ['b'] }),
    ).toBeUndefined();
});

test('tells keys apart by what is held with them, and reaches a sign however it is typed', () => {
  const { bench } = aBench(three);
  bench.document.apply({ type: 'flow.rename', name: 'Other' });
  const press = (name: string, held = {}) =>
    runPressed(bench, key(name, held), 'everywhere', noTarget);
  expect(press('z')).toBeUndefined();
  expect(press('Z', { ctrlKey: true, shiftKey: true })).toBeUndefined(); // nothing to do again
  expect(press('z', { ctrlKey: true })).toBe(pressedCommands['flow.undo']);
  expect(press('Z', { ctrlKey: true, shiftKey: true })).toBe(pressedCommands['flow.redo']);
  expect(press('?', { shiftKey: true })).toBe(pressedCommands['page.keys']);
  expect(press('?', { shiftKey: true })).toBeUndefined(); // it is open
});

test('a key that is listed is heard: all but those of the clipboard', () => {
  const listed = Object.entries(commands).filter(
    ([, { keys, clipboard }]) => keys !== undefined && clipboard === undefined,
  );
  expect(listed.map(([id]) => id).toSorted()).toEqual(Object.keys(pressedCommands).toSorted());
});

test('how the flow starts is led to, once its first step does something', () => {
  const { bench } = aBench(three);
  const { isOffered, act } = commands['flow.start'];
  expect(isOffered?.(bench, noTarget)).toBe(true);
  bench.view.setState({ narrowTab: 'flow', choosing: true });
  onTestFinished(() => void vi.unstubAllGlobals());
  for (const name of ['requestAnimationFrame', 'addEventListener']) vi.stubGlobal(name, () => 0); // nothing is drawn here
  act(bench, noTarget);
  expect(bench.view.getState()).toMatchObject({
    selectedStep: 'a',
    tab: 'operation',
    narrowTab: 'step',
    choosing: false,
  });
  bench.document.close();
  expect(isOffered?.(bench, noTarget)).toBe(false);
});
