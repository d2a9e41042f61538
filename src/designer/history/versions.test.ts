import { expect, test } from 'vitest';
import { newFlow, type Flow } from '../../flow/index.ts';
import { createDocumentStore } from '../state/document-store.ts';
import { changesWith, flowOf, nameOf, versionsOf } from './versions.ts';

function worked() {
  let time = 0;
  const document = createDocumentStore(() => (time += 10));
  document.open(newFlow('One', () => 'f'));
  for (const name of ['Two', 'Three', 'Four']) document.apply({ type: 'flow.rename', name });
  document.undo();
  const { flow, past, future } = document.getState();
  if (flow === undefined) throw new Error('nothing is open');
  return { flow, past, future };
}
const kept = (name: string, at: number, content: Flow) => ({
  id: name,
  flow: 'f',
  at,
  name,
  content,
});

test('lists what was done, undone and kept, the newest first', () => {
  const state = worked();
  const versions = versionsOf(state, [kept('Good', 25, state.flow), kept('First', 5, state.flow)]);
  expect(versions.map((version) => [nameOf(version), version.at])).toEqual([
    ['Name the flow “Four”', 30],
    ['Good', 25],
    ['Name the flow “Three”', 20],
    ['Name the flow “Two”', 10],
    ['First', 5],
    ['As it was at first', undefined],
  ]);
  const places = versions.filter((version) => version.kind === 'place');
  expect(places.map(({ isNow, isUndone }) => [isNow, isUndone])).toEqual([
    [false, true],
    [true, false],
    [false, false],
    [false, false],
  ]);
});

test('knows the flow at every place, before and after where it is now', () => {
  const state = worked();
  const names = versionsOf(state, []).map((version) => flowOf(version, state)?.name);
  expect(names).toEqual(['Four', 'Three', 'Two', 'One']);
});

test('a checkpoint that was kept by itself changes with any name, one of the person with another', () => {
  const { flow } = worked();
  const own = kept('Good', 1, flow);
  const itself = { ...own, automatic: true };
  const given = ['Good', 'Better', ''];
  expect(given.map((name) => changesWith(own, name))).toEqual([false, true, false]);
  expect(given.map((name) => changesWith(itself, name))).toEqual([true, true, false]);
});
