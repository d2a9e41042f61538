import { expect, test } from 'vitest';
import { addSubscriber, findCustomers, referenceFlow } from '../../flow/testing/a-flow.ts';
import { createDocumentStore } from '../state/document-store.ts';
import { createToastStore } from '../state/toast-store.ts';
import { restoreVersion } from './restore-version.ts';

function opened() {
  const bench = {
    document: createDocumentStore(),
    toasts: createToastStore(),
    needComponents: () => undefined,
  };
  bench.document.open(referenceFlow());
  return bench;
}
const sample = (step: string, hash: string) => ({ step, name: 'now', hash, size: 1 });

test('goes back to a version as one change, which is undone as one', () => {
  const bench = opened();
  const { document } = bench;
  document.apply({ type: 'step.remove', step: 'find' });
  document.apply({ type: 'step.add', step: addSubscriber(undefined, 'more') });
  const before = document.getState().flow;
  restoreVersion(bench, { name: 'Good', content: referenceFlow() });
  expect(document.getState().flow).toEqual(referenceFlow());
  expect(document.getState().past).toHaveLength(3);
  expect(document.getState().past.at(-1)?.label).toEqual({
    code: 'history.restore-version',
    params: { version: 'Good' },
  });
  document.undo();
  expect(document.getState().flow).toEqual(before);
});

test('leaves the samples of steps that stay, and brings those of steps that come back', () => {
  const bench = opened();
  const { document } = bench;
  const content = { ...referenceFlow(), samples: [sample('find', 'old'), sample('add', 'old')] };
  document.apply({ type: 'step.remove', step: 'find' });
  document.apply({ type: 'sample.set', step: 'add', name: 'now', sample: sample('add', 'new') });
  restoreVersion(bench, { name: 'Good', content });
  expect(document.getState().flow?.samples).toEqual([sample('add', 'new'), sample('find', 'old')]);
});

test('changes nothing where nothing is different, and says so', () => {
  const bench = opened();
  restoreVersion(bench, { name: 'Good', content: referenceFlow() });
  expect(bench.document.getState().past).toEqual([]);
  expect(bench.toasts.getState().toasts.map(({ text }) => text)).toEqual([
    'The flow is as it was in “Good” already.',
  ]);
});

test('says why it cannot go back', () => {
  const bench = opened();
  bench.document.setReadOnly(true);
  const content = { ...referenceFlow(), steps: [findCustomers()], edges: [] };
  restoreVersion(bench, { name: 'Good', content });
  expect(bench.toasts.getState().toasts[0]).toMatchObject({ tone: 'trouble' });
  expect(bench.document.getState().flow).toEqual(referenceFlow());
});
