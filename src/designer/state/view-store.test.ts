import { expect, test } from 'vitest';
import { createViewStore } from './view-store.ts';

test('remembers which parts of a step were looked at and left', () => {
  const view = createViewStore();
  view.selectStep('a', 'settings');
  expect(view.getState().seen).toEqual({});
  view.selectStep('a', 'mapping');
  view.selectStep('b');
  view.reveal('a', 'test');
  expect(view.getState().seen).toEqual({ a: ['settings', 'mapping'], b: ['operation'] });
});

test('a part that stays open is not left', () => {
  const view = createViewStore();
  view.selectStep('a', 'settings');
  view.selectStep('a');
  expect(view.getState().seen).toEqual({});
});

test('the panel has the step that is selected alone', () => {
  const view = createViewStore();
  const panel = () => view.getState().selectedStep;
  view.selectStep('a', 'settings');
  expect([view.getState().selectedSteps, panel()]).toEqual([['a'], 'a']);
  view.toggleStep('b');
  expect([view.getState().selectedSteps, panel()]).toEqual([['a', 'b'], undefined]);
  view.toggleStep('a');
  expect([view.getState().selectedSteps, panel()]).toEqual([['b'], 'b']);
  view.selectSteps([]);
  expect(panel()).toBeUndefined();
});

test('steps or a connection are selected, never both', () => {
  const view = createViewStore();
  view.selectSteps(['a', 'b']);
  view.selectEdge('e');
  expect(view.getState()).toMatchObject({ selectedSteps: [], selectedEdge: 'e' });
  view.selectSteps([]);
  expect(view.getState().selectedEdge).toBeUndefined();
});

test('selecting the same steps again is no change', () => {
  const view = createViewStore();
  view.selectSteps(['a', 'b']);
  const before = view.getState();
  view.selectSteps(['a', 'b']);
  expect(view.getState()).toBe(before);
});

test('notes are selected with steps, and then no step has the panel', () => {
  const view = createViewStore();
  view.selectStep('a');
  view.toggleNote('n');
  expect(view.getState()).toMatchObject({
    selectedSteps: ['a'],
    selectedNotes: ['n'],
    selectedStep: undefined,
  });
  view.toggleStep('b');
  view.toggleNote('n');
  expect(view.getState()).toMatchObject({ selectedSteps: ['a', 'b'], selectedNotes: [] });
  view.selectSteps([], ['n']);
  view.selectGroup('g');
  expect(view.getState()).toMatchObject({ selectedNotes: [], selectedGroup: 'g' });
  view.selectSteps([]);
  expect(view.getState().selectedGroup).toBeUndefined();
});
