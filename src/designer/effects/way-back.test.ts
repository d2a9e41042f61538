import { expect, test } from 'vitest';
import { newFlow, type Operation } from '../../flow/index.ts';
import { createDocumentStore } from '../state/document-store.ts';
import { createToastStore } from '../state/toast-store.ts';
import { redoInWords, showWithUndo, undoInWords } from './way-back.ts';

function aBench() {
  const document = createDocumentStore();
  document.open(newFlow('One', () => 'f'));
  const bench = { document, toasts: createToastStore() };
  return {
    ...bench,
    rename: (name: string) => document.apply({ type: 'flow.rename', name }),
    name: () => document.getState().flow?.name,
    texts: () => bench.toasts.getState().toasts.map(({ text }) => text),
    press: () => bench.toasts.getState().toasts.at(-1)?.action?.run(),
  };
}

test('offers to undo the change that the toast names', () => {
  const bench = aBench();
  bench.rename('Two');
  showWithUndo(bench, 'Named Two');
  bench.press();
  expect(bench.name()).toBe('One');
});

test('withdraws the offer when something else is changed after it', () => {
  const bench = aBench();
  bench.rename('Two');
  showWithUndo(bench, 'Named Two');
  bench.rename('Three');
  expect(bench.texts()).toEqual([]);
});

test('keeps the offer when a run only records a sample', () => {
  const bench = aBench();
  bench.rename('Two');
  showWithUndo(bench, 'Named Two');
  bench.document.apply({ type: 'flow.rename', name: 'Quiet' }, { quiet: true });
  expect(bench.texts()).toEqual(['Named Two']);
});

test('says what was undone and offers it again, and the other way round', () => {
  const bench = aBench();
  bench.rename('Two');
  undoInWords(bench);
  expect(bench.texts()).toEqual(['Undone: Name the flow “Two”']);
  bench.press();
  expect(bench.name()).toBe('Two');
  expect(bench.texts()).toEqual(['Done again: Name the flow “Two”']);
  bench.press();
  expect(bench.name()).toBe('One');
});

test('says nothing when there is nothing to undo or redo', () => {
  const bench = aBench();
  undoInWords(bench);
  redoInWords(bench);
  expect(bench.texts()).toEqual([]);
});

test('says why a change cannot be undone', () => {
  const bench = aBench();
  const impossible: Operation = { type: 'step.remove', step: 'gone' };
  const { flow } = bench.document.getState();
  if (flow === undefined) throw new Error('open');
  bench.document.open(flow, {
    past: [
      { label: { code: 'history.tidy', params: {} }, operation: impossible, inverse: impossible },
    ],
    future: [],
  });
  undoInWords(bench);
  expect(bench.texts()).toEqual([
    'The last change cannot be undone. This step is no longer in the flow.',
  ]);
});
