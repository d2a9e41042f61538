import { expect, test } from 'vitest';
import { aFlow, addSubscriber, anEdge, findCustomers } from '../../flow/testing/a-flow.ts';
import { aGroup, aNote } from '../../flow/testing/drawn-operations.ts';
import { foldGroup, makeGroup, nameGroup, ungroup } from './group-acts.ts';
import { addNote, nudgeNote, removeThings, writeNote } from './note-acts.ts';
import { aBench as benchOf } from './testing/a-bench.ts';

const flow = aFlow({
  steps: [findCustomers('a'), addSubscriber(undefined, 'b'), addSubscriber(undefined, 'c')],
  edges: [anEdge('a', 'b')],
});
function aBench(layout: Partial<typeof flow.layout> = {}) {
  const { bench } = benchOf({ ...flow, layout: { ...flow.layout, ...layout } });
  return {
    bench,
    now: () => bench.document.getState().flow?.layout,
    labels: () => bench.document.getState().past.map(({ label }) => label.code),
    said: () => bench.toasts.getState().toasts.at(-1)?.text,
  };
}

test('a new note and what is written in it at once is one change', () => {
  const { bench, now, labels } = aBench();
  addNote(bench, { x: 500, y: 300 });
  writeNote(bench, 'new', 'Ask');
  writeNote(bench, 'new', 'Ask Ada');
  expect(now()?.notes).toMatchObject([{ text: 'Ask Ada', position: { x: 380, y: 240 } }]);
  expect(bench.view.getState()).toMatchObject({ selectedNotes: ['new'], editedNote: 'new' });
  expect(labels()).toEqual(['history.add-note']);
  bench.document.undo();
  expect(now()?.notes).toEqual([]);
  bench.document.redo();
  expect(now()?.notes).toMatchObject([{ text: 'Ask Ada' }]);
});

test('without a place it stands above the flow, beside another one that stands there', () => {
  const { bench, now } = aBench();
  addNote(bench);
  const [first] = now()?.notes ?? [];
  addNote(Object.assign(bench, { newId: () => 'second' }));
  const second = now()?.notes[1];
  expect(first?.position.y).toBeLessThan(-100);
  expect(second?.position).toEqual({ x: (first?.position.x ?? 0) + 260, y: first?.position.y });
});

test('what is written again later is a change of its own', () => {
  const { bench, labels } = aBench({ notes: [aNote('n', 'Ask')] });
  writeNote(bench, 'n', 'Ask Ada');
  writeNote(bench, 'n', 'Ask Ada');
  nudgeNote(bench, 'n', { x: 20, y: 0 }, false);
  nudgeNote(bench, 'n', { x: -900, y: 20 }, true);
  writeNote(bench, 'n', 'Ask Bob');
  expect(labels()).toEqual([
    'history.change-note',
    'history.move-note',
    'history.resize-note',
    'history.change-note',
  ]);
  expect(bench.document.getState().flow?.layout.notes[0]?.size.width).toBe(120);
});

test('notes and steps go together and come back together; steps that others use are asked about first', () => {
  const { bench, now, said } = aBench({ notes: [aNote('n'), aNote('m')] });
  removeThings(bench, ['c'], ['n']);
  expect(now()?.notes.map(({ id }) => id)).toEqual(['m']);
  expect(said()).toBe('2 steps and notes are deleted.');
  bench.document.undo();
  expect(now()?.notes).toHaveLength(2);
  removeThings(bench, [], ['m']);
  expect(said()).toBe('The note is deleted.');
});

test('a group is made under a free name, named, folded for all, and taken apart: its steps stay', () => {
  const { bench, now, said, labels } = aBench({ groups: [aGroup('g', ['a'])] });
  makeGroup(bench, ['a', 'b']);
  expect(now()?.groups).toEqual([
    { id: 'new', title: 'Group 2', steps: ['a', 'b'], colour: 'plain' },
  ]);
  expect(bench.view.getState()).toMatchObject({ selectedGroup: 'new', namedGroup: 'new' });
  nameGroup(bench, 'new', '  Prepare ');
  foldGroup(bench, 'new');
  expect(now()?.groups[0]).toMatchObject({ title: 'Prepare', collapsed: true });
  foldGroup(bench, 'new');
  expect(now()?.groups[0]).not.toHaveProperty('collapsed');
  ungroup(bench, 'new');
  expect(now()?.groups).toEqual([]);
  expect(bench.document.getState().flow?.steps).toHaveLength(3);
  expect(said()).toBe('The group “Prepare” is taken apart. Its 2 steps stay.');
  expect(labels()).toEqual([
    'history.add-group',
    'history.rename-group',
    'history.fold-group',
    'history.unfold-group',
    'history.remove-group',
  ]);
});

test('a group that was opened only here is folded without a change', () => {
  const { bench, labels } = aBench({ groups: [aGroup('g', ['a'], true)] });
  bench.view.setState({ openGroups: ['g'] });
  foldGroup(bench, 'g');
  expect(bench.view.getState().openGroups).toEqual([]);
  expect(labels()).toEqual([]);
});

test('while another tab writes, a group is unfolded for who looks', () => {
  const { bench, labels } = aBench({ groups: [aGroup('g', ['a'], true)] });
  bench.document.setReadOnly(true);
  foldGroup(bench, 'g');
  expect(bench.view.getState().openGroups).toEqual(['g']);
  expect(labels()).toEqual([]);
});
