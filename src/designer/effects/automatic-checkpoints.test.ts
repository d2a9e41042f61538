import { expect, test } from 'vitest';
import { aFlow, aStep } from '../../flow/testing/a-flow.ts';
import type { Flow } from '../../flow/index.ts';
import type { CheckpointRow } from '../../storage/contract.ts';
import { createDocumentStore } from '../state/document-store.ts';
import { keepCheckpoints } from './automatic-checkpoints.ts';
import { restoreVersion } from './restore-version.ts';
import { toCheckpoint } from './to-checkpoint.ts';
import { aBench } from './testing/a-bench.ts';

const flow = aFlow({ steps: ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => aStep(id, 'log/line')) });

async function watched(lastKept: () => Promise<number | undefined> = () => Promise.resolve(0)) {
  const document = createDocumentStore(() => 5);
  document.open(flow);
  const kept: CheckpointRow[] = [];
  const stop = keepCheckpoints({
    document,
    newId: () => `c${String(kept.length)}`,
    now: () => 7,
    lastKept,
    keep: (due) => {
      kept.push(toCheckpoint(due));
      return Promise.resolve();
    },
  });
  await Promise.resolve();
  return { document, kept, stop };
}
function aQuestion(): [Promise<number>, (at: number) => void] {
  let answer: (at: number) => void = () => undefined;
  const asked = new Promise<number>((resolve) => {
    answer = resolve;
  });
  return [asked, answer];
}
const rename = (name: string) => ({ type: 'flow.rename', name }) as const;
const removeAll = (steps: readonly string[]) =>
  ({
    type: 'batch',
    label: 'remove-steps',
    operations: steps.map((step) => ({ type: 'step.remove' as const, step })),
  }) as const;

test('keeps what was there before many steps go at once, by itself', async () => {
  const { document, kept } = await watched();
  document.apply(removeAll(['a', 'b', 'c', 'd']));
  expect(kept).toEqual([]);
  document.undo();
  document.apply(removeAll(['a', 'b', 'c', 'd', 'e']));
  expect(kept).toEqual([
    {
      ...{ id: 'c0', flow: flow.id, at: 7, automatic: true },
      ...{ name: 'Before 5 steps were deleted', content: flow },
    },
  ]);
});

test('keeps what was there before a version is gone back to', async () => {
  const { bench } = aBench(flow);
  const kept: CheckpointRow[] = [];
  keepCheckpoints({
    document: bench.document,
    newId: () => 'c',
    now: () => 7,
    lastKept: () => Promise.resolve(undefined),
    keep: (due) => Promise.resolve(void kept.push(toCheckpoint(due))),
  });
  const content: Flow = { ...flow, name: 'As it was' };
  restoreVersion(bench, { name: 'Good', content });
  expect(kept.map(({ name }) => name)).toEqual(['Before going back to “Good”']);
  expect(kept[0]?.content).toBe(flow);
});

test('knows a return to a version by what the change is, not by what it is called', async () => {
  const { document, kept } = await watched();
  const operations = [rename('Otherwise')];
  document.apply({ type: 'batch', label: 'restore-version', operations });
  document.apply({ type: 'batch', label: 'called anything', goesBackTo: 'Good', operations });
  expect(kept.map(({ name }) => name)).toEqual(['Before going back to “Good”']);
});

test('keeps the flow after a hundred changes since the last one, those before it was opened among them', async () => {
  const { document, kept } = await watched();
  for (let at = 1; at < 100; at++) document.apply(rename(`Name ${String(at)}`));
  expect(kept).toEqual([]);
  document.apply(rename('The hundredth'));
  document.apply(rename('One more'));
  expect(kept.map(({ name, content }) => [name, content.name])).toEqual([
    ['After 100 changes', 'The hundredth'],
  ]);
});

test('counts a change once that is made before the store says when the last one was kept', async () => {
  const [lastKept, answer] = aQuestion();
  const { document, kept } = await watched(() => lastKept);
  for (let at = 1; at <= 60; at++) document.apply(rename(`Name ${String(at)}`));
  answer(0);
  await lastKept;
  for (let at = 61; at < 100; at++) document.apply(rename(`Name ${String(at)}`));
  expect(kept).toEqual([]);
  document.apply(rename('The hundredth'));
  expect(kept.map(({ content }) => content.name)).toEqual(['The hundredth']);
});

test('begins to count anew with what is kept before the store says when the last one was', async () => {
  const [lastKept, answer] = aQuestion();
  const { document, kept } = await watched(() => lastKept);
  for (let at = 1; at <= 60; at++) document.apply(rename(`Name ${String(at)}`));
  document.apply(removeAll(['a', 'b', 'c', 'd', 'e']));
  answer(0);
  await lastKept;
  for (let at = 1; at < 100; at++) document.apply(rename(`Again ${String(at)}`));
  expect(kept.map(({ name }) => name)).toEqual(['Before 5 steps were deleted']);
  document.apply(rename('The hundredth'));
  expect(kept).toHaveLength(2);
});

test('keeps nothing of an undo, of what another tab did, or after it was stopped', async () => {
  const { document, kept, stop } = await watched();
  document.apply(removeAll(['a', 'b', 'c', 'd', 'e']));
  document.undo();
  document.redo();
  document.undo();
  expect(kept).toHaveLength(1);
  document.open({ ...flow, steps: [] }, { past: document.getState().future, future: [] }, true);
  expect(kept).toHaveLength(1);
  document.open(flow);
  stop();
  document.apply(removeAll(['a', 'b', 'c', 'd', 'e']));
  expect(kept).toHaveLength(1);
});
