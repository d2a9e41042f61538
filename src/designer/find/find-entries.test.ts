import { expect, test } from 'vitest';
import { aFlow, addSubscriber, anEdge, findCustomers } from '../../flow/testing/a-flow.ts';
import { aGroup, aNote } from '../../flow/testing/drawn-operations.ts';
import { searchWords } from '../../shared/index.ts';
import { aBench } from '../effects/testing/a-bench.ts';
import { findEntries, type FindEntry } from './find-entries.ts';

const flow = aFlow({
  steps: [findCustomers('a'), addSubscriber(undefined, 'b')],
  edges: [anEdge('a', 'b')],
});

function searching() {
  const { bench } = aBench(flow);
  const added: string[] = [];
  const search = searchWords(findEntries(bench, (component) => added.push(component)));
  const found = (question: string, kind: FindEntry['kind']): readonly FindEntry[] =>
    search(question)
      .map(({ item }) => item)
      .filter((item) => item.kind === kind);
  return { bench, added, found };
}

test('a step is found by its name, its number and what it does, and opened', () => {
  const { bench, found } = searching();
  const [, second] = flow.steps;
  expect(found('2', 'step').map(({ title }) => title)).toEqual([second?.name]);
  found('subscriber', 'step')[0]?.act();
  expect(bench.view.getState().selectedStep).toBe('b');
});

test('a field leads to its place in the mapping', () => {
  const { bench, found } = searching();
  const [field] = found('e-mail', 'field').filter(({ key }) => key.startsWith('in b'));
  field?.act();
  expect(bench.view.getState()).toMatchObject({
    selectedStep: 'b',
    tab: 'mapping',
    focusedField: ['email'],
  });
});

test('a component is added, a command is done; nothing that cannot be done now is offered', () => {
  const { bench, added, found } = searching();
  found('add', 'component')[0]?.act();
  expect(added).toHaveLength(1);
  expect(found('undo', 'command')).toEqual([]);
  bench.view.selectStep('b');
  bench.document.apply({ type: 'flow.rename', name: 'Other' });
  const again = searchWords(findEntries(bench, () => undefined));
  expect(again('undo').map(({ item }) => item.key)).toContain('command flow.undo ');
  expect(again('delete').some(({ item }) => item.kind === 'command')).toBe(true);
});

test('what opens in a dialog is found in this one, which makes room for it', () => {
  const { bench } = aBench(flow);
  bench.view.setState({ dialog: 'find' });
  const titles = findEntries(bench, () => undefined).map(({ item }) => item.title);
  expect(titles).toEqual(expect.arrayContaining(['Export flow…', 'Back up everything…']));
  expect(titles).not.toContain('Find anything');
});

test('every entry has a key of its own', () => {
  const { bench } = searching();
  const keys = findEntries(bench, () => undefined).map(({ item }) => item.key);
  expect(new Set(keys).size).toBe(keys.length);
});

test('groups and notes are found by their words, and chosen', () => {
  const layout = {
    notes: [aNote('n', '# Ask **Ada**\nbefore noon')],
    groups: [aGroup('g', ['a'])],
  };
  const { bench } = aBench({ ...flow, layout: { ...flow.layout, ...layout } });
  const search = searchWords(findEntries(bench, () => undefined));
  const first = (question: string) => search(question)[0]?.item;
  expect(first('noon')).toMatchObject({ kind: 'note', title: 'Ask Ada' });
  first('noon')?.act();
  expect(bench.view.getState().selectedNotes).toEqual(['n']);
  expect(first('g')).toMatchObject({ kind: 'group', beside: '1 step' });
  first('g')?.act();
  expect(bench.view.getState().selectedGroup).toBe('g');
});
