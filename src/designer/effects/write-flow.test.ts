import { expect, test } from 'vitest';
import { aFlow, aStep } from '../../flow/testing/a-flow.ts';
import { Database } from '../../storage/index.ts';
import { createDocumentStore } from '../state/document-store.ts';
import { createSaveStore } from '../state/save-store.ts';
import { listCheckpoints } from '../storage/checkpoint-storage.ts';
import { loadFlow, saveFlow } from '../storage/flow-storage.ts';
import * as store from './opened-store.ts';
import './to-checkpoint.ts'; // fetched later in the page: no test waits for it
import { writeFlow } from './write-flow.ts';

test('keeps a checkpoint before many steps that go in the first moment', async () => {
  const steps = ['a', 'b', 'c', 'd', 'e'];
  const flow = aFlow({ steps: steps.map((id) => aStep(id, 'log/line')) });
  const db = new Database('write-flow');
  await saveFlow(db, { flow, rev: 0, at: 1 });
  const opened = await loadFlow(db, flow.id);
  if (opened === undefined) throw new Error('not kept');
  const document = createDocumentStore();
  document.open(opened.flow, opened.history);
  const { rev, number, from } = opened;
  const writer = writeFlow(
    { document, saving: createSaveStore(), newId: () => 'kept' },
    () => Promise.resolve([db, store]),
    opened,
    { rev, number, from },
  );
  document.apply({
    type: 'batch',
    label: 'remove-steps',
    operations: steps.map((step) => ({ type: 'step.remove', step })),
  });
  await writer.stop();
  await expect
    .poll(async () => (await listCheckpoints(db, flow.id)).map(({ name }) => name), {
      timeout: 10_000,
    })
    .toEqual(['Before 5 steps were deleted']);
  expect((await loadFlow(db, flow.id))?.flow.steps).toEqual([]);
  await db.delete();
});
