import { afterEach, beforeEach, describe, expect, it, test, vi } from 'vitest';
import { newFlow } from '../../flow/index.ts';
import { aFlow, aStep, catalog } from '../../flow/testing/a-flow.ts';
import { Database } from '../../storage/index.ts';
import { createDocumentStore } from '../state/document-store.ts';
import { createSaveStore } from '../state/save-store.ts';
import { markShown } from '../state/first-view.ts';
import { listCheckpoints } from '../storage/checkpoint-storage.ts';
import { loadFlow, saveFlow } from '../storage/flow-storage.ts';
import { keepAsCopy } from './keep-as-copy.ts';
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
    { document, saving: createSaveStore(), newId: () => 'kept', catalog },
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

describe('of two tabs that both take themselves for the writer', () => {
  const flow = newFlow('Mine', () => 'f');
  let db: Database;
  let count = 0;
  beforeEach(async () => {
    vi.stubGlobal('requestAnimationFrame', (act: () => void) => act());
    markShown();
    db = new Database(`two-writers-${String((count += 1))}`);
    await saveFlow(db, { flow, rev: 0, at: 1 });
  });
  afterEach(async () => {
    vi.unstubAllGlobals();
    await db.delete();
  });

  async function aTab() {
    const document = createDocumentStore();
    const saving = createSaveStore();
    const onStale = vi.fn();
    const opened = await loadFlow(db, 'f');
    if (opened === undefined) throw new Error('not kept');
    document.open(opened.flow, opened.history);
    const { rev, number, from } = opened;
    const writer = writeFlow(
      { document, saving, newId: () => 'kept', catalog },
      () => Promise.resolve([db, store]),
      opened,
      { rev, number, from },
      onStale,
    );
    const rename = (name: string) => document.apply({ type: 'flow.rename', name });
    return { document, saving, writer, rename, onStale };
  }
  const storedName = async () => (await loadFlow(db, 'f'))?.flow.name;
  const conflict = { kind: 'failed', why: { code: 'flows.storage-conflict' } };

  const claimer = async () => (await loadFlow(db, 'f'))?.writer;
  async function hasClaimed(before?: string) {
    await vi.waitFor(async () => expect(await claimer()).not.toBe(before));
    return claimer();
  }

  it('the one that lost the lock in its sleep writes no more; what it had can be kept as a copy', async () => {
    const late = await aTab();
    const before = await hasClaimed();
    const writing = await aTab();
    await hasClaimed(before);
    late.rename('Typed before the sleep');
    late.document.setReadOnly(true);
    await Promise.all([late.writer.stop(), writing.writer.flush()]);
    writing.rename('Typed by the writer');
    await writing.writer.flush();
    expect(writing.saving.getState()).toMatchObject({ kind: 'saved' });
    expect(await storedName()).toBe('Typed by the writer');
    expect(late.saving.getState()).toMatchObject(conflict);
    const copy = await keepAsCopy(late.document, db);
    expect((await loadFlow(db, copy ?? ''))?.flow.name).toContain('Typed before the sleep');
  });

  it('rows of a change that come late are not written either', async () => {
    const late = await aTab();
    const before = await hasClaimed();
    const writing = await aTab();
    await hasClaimed(before);
    late.rename('Late');
    await late.writer.flush();
    expect(await db.journal.count()).toBe(0);
    expect(late.saving.getState()).toMatchObject(conflict);
    await Promise.all([late.writer.stop(), writing.writer.stop()]);
  });

  it('what was written after the reading is read again, where nothing was done here', async () => {
    const late = await aTab();
    await saveFlow(db, { flow: { ...flow, name: 'Saved meanwhile' }, rev: 1, at: 2 });
    await vi.waitFor(() => expect(late.onStale).toHaveBeenCalledTimes(1));
    await late.writer.stop();
    expect(await storedName()).toBe('Saved meanwhile');
  });

  it('what was not saved yet when the page ends is handed on, and no longer once it is saved', async () => {
    const texts = new Map<string, string>();
    vi.stubGlobal('localStorage', {
      setItem: (key: string, text: string) => texts.set(key, text),
      removeItem: (key: string) => texts.delete(key),
    });
    const tab = await aTab();
    await hasClaimed();
    tab.writer.handOn();
    expect(texts.size).toBe(0);
    tab.rename('Typed');
    tab.writer.handOn();
    expect(Array.from(texts.values(), (text) => text.includes('Typed'))).toEqual([true]);
    const saved = tab.writer.flush();
    tab.rename('Typed on');
    tab.writer.handOn();
    await saved;
    expect(texts.size).toBe(1);
    await tab.writer.flush();
    expect(texts.size).toBe(0);
    await tab.writer.stop();
  });
});
