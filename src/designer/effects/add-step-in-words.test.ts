import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { aFlow, findCustomers } from '../../flow/testing/a-flow.ts';
import { addStepInWords } from './add-step-in-words.ts';
import { aBench } from './testing/a-bench.ts';

beforeEach(() => vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => undefined }));
afterEach(() => vi.unstubAllGlobals());

/** Two steps without a connection; components come when they are brought. */
function openSlowly() {
  const { bench } = aBench(aFlow({ steps: [findCustomers('a'), findCustomers('b')], edges: [] }));
  let number = 0;
  let bring: () => void = () => undefined;
  let waiting: Promise<void> | undefined = new Promise((resolve) => {
    bring = resolve;
  });
  Object.assign(bench, { needComponents: () => waiting, newId: () => `new-${String(number++)}` });
  const edges = () =>
    bench.document.getState().flow?.edges.map(({ from, to }) => [from, nameOf(to)]);
  const nameOf = (id: string) =>
    bench.document.getState().flow?.steps.find((step) => step.id === id)?.component;
  return {
    bench,
    edges,
    async come() {
      waiting = undefined;
      bring();
      await Promise.resolve();
    },
    selected: () => bench.view.getState().selectedSteps.map(nameOf),
    toasts: () => bench.toasts.getState().toasts.map(({ text }) => text),
  };
}

test('a component that has to be fetched is added after the step that was chosen, and chosen', async () => {
  const { bench, edges, come, selected } = openSlowly();
  bench.view.selectStep('a');
  addStepInWords(bench, 'catalog:log');
  await come();
  expect([edges(), selected()]).toEqual([[['a', 'catalog:log']], ['catalog:log']]);
});

test('who chooses another step meanwhile keeps it, and the component comes where it was asked for', async () => {
  const { bench, edges, come, toasts } = openSlowly();
  bench.view.selectStep('a');
  addStepInWords(bench, 'catalog:log');
  bench.view.selectStep('b');
  await come();
  expect([edges(), bench.view.getState().selectedStep]).toEqual([[['a', 'catalog:log']], 'b']);
  expect(toasts()).toEqual([expect.stringContaining('was added')]);
});

test('of two that are asked for at once the second one follows the first', async () => {
  const { bench, edges, come, selected } = openSlowly();
  bench.view.selectStep('a');
  addStepInWords(bench, 'catalog:log');
  addStepInWords(bench, 'catalog:router');
  await come();
  expect([edges()?.length, selected()]).toEqual([2, ['catalog:router']]);
  expect(edges()?.[0]).toEqual(['a', 'catalog:log']);
});
