import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { failure, success } from '../../shared/index.ts';
import { newFlow, type Flow } from '../../flow/index.ts';
import { createDocumentStore } from '../state/document-store.ts';
import { createSaveStore } from '../state/save-store.ts';
import { startAutosave, type AutosavePorts } from './autosave.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const aFlow = (name: string): Flow => newFlow(name, () => 'f1');

function begin(save: AutosavePorts['save']) {
  const document = createDocumentStore();
  document.open(aFlow('One'));
  const saving = createSaveStore();
  const autosave = startAutosave({
    document,
    saving,
    save,
    explain: () => ({ code: 'flows.storage-full', params: {} }),
    now: () => 1000,
  });
  return { document, saving, autosave };
}

test('saves once, 300 ms after the last of several changes', async () => {
  const names: string[] = [];
  const { document, saving } = begin(async ({ flow }) => {
    names.push(flow.name);
    return success(1);
  });
  document.apply({ type: 'flow.rename', name: 'Two' });
  await vi.advanceTimersByTimeAsync(200);
  document.apply({ type: 'flow.rename', name: 'Three' });
  expect(saving.getState()).toEqual({ kind: 'saving' });
  await vi.advanceTimersByTimeAsync(299);
  expect(names).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(names).toEqual(['Three']);
  expect(saving.getState()).toEqual({ kind: 'saved', at: 1000 });
});

test('saves the last change when it is stopped, although the document is closed right after', async () => {
  const names: string[] = [];
  const { document, autosave } = begin(async ({ flow }) => {
    names.push(flow.name);
    return success(1);
  });
  document.apply({ type: 'flow.rename', name: 'Two' });
  const stopped = autosave.stop();
  document.close();
  await stopped;
  expect(names).toEqual(['Two']);
});

test('says why a save failed and saves again with the next change', async () => {
  let full = true;
  const { document, saving } = begin(async () => {
    if (full) throw new Error('QuotaExceededError');
    return success(1);
  });
  document.apply({ type: 'flow.rename', name: 'Two' });
  await vi.advanceTimersByTimeAsync(300);
  expect(saving.getState()).toEqual({
    kind: 'failed',
    why: { code: 'flows.storage-full', params: {} },
  });
  full = false;
  document.apply({ type: 'flow.rename', name: 'Three' });
  await vi.advanceTimersByTimeAsync(300);
  expect(saving.getState()).toEqual({ kind: 'saved', at: 1000 });
});

test('stops at a conflict: what another writer saved is not overwritten', async () => {
  let saves = 0;
  const { document, saving } = begin(async () => {
    saves += 1;
    return failure('conflict' as const);
  });
  document.apply({ type: 'flow.rename', name: 'Two' });
  await vi.advanceTimersByTimeAsync(300);
  document.apply({ type: 'flow.rename', name: 'Three' });
  await vi.advanceTimersByTimeAsync(300);
  expect(saves).toBe(1);
  expect(saving.getState().kind).toBe('failed');
});
