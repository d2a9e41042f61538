import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createCatalog } from '../../catalog/index.ts';
import { applyOperation, type Flow, type Operation } from '../../flow/index.ts';
import { aFlow, aStep, catalog, twoWaysIn } from '../../flow/testing/a-flow.ts';
import type { JournalRow } from '../../storage/contract.ts';
import { Database } from '../../storage/index.ts';
import { claimFlow, loadFlow, saveFlow } from './flow-storage.ts';
import { keepUnsaved, takeUnsaved } from './unsaved.ts';
import { unsavedText } from './unsaved-text.ts';

const secret = 'a-signing-key-of-mine';
const sign = aStep('sign', 'hash/hmac', { settings: { algorithm: 'sha-256', key: secret } });
const flow = { ...aFlow({ steps: [sign] }), name: 'As saved' };
const { id } = flow;

let db: Database;
let count = 0;
beforeEach(async () => {
  const texts = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => texts.get(key) ?? null,
    setItem: (key: string, text: string) => texts.set(key, text),
    removeItem: (key: string) => texts.delete(key),
  });
  db = new Database(`unsaved-${String((count += 1))}`);
  await saveFlow(db, { flow, rev: 0, at: 1 });
  await claimFlow(db, id, 'me', { rev: 1, number: 0, writer: undefined });
});
afterEach(async () => {
  vi.unstubAllGlobals();
  await db.delete();
});

/** The flow after these, and the rows that a journal has of them. */
function did(...operations: readonly Operation[]): { flow: Flow; rows: JournalRow[] } {
  return didIn(flow, ...operations);
}
function didIn(before: Flow, ...operations: readonly Operation[]): ReturnType<typeof did> {
  let now = before;
  const rows = operations.map((operation, at): JournalRow => {
    const applied = applyOperation(now, operation);
    if (!applied.ok) throw new Error(applied.reason.code);
    now = applied.value.flow;
    const label = { code: 'history.rename-flow', params: {} };
    const { inverse } = applied.value;
    return { flow: id, number: at + 1, how: 'done', entry: { label, operation, inverse, at: 2 } };
  });
  return { flow: now, rows };
}
const rename = (name: string): Operation => ({ type: 'flow.rename', name });

test('what the last page could not save is there when the flow is opened, can be undone, and is kept once', async () => {
  const done = did(rename('Typed'), rename('Typed to its end'));
  keepUnsaved(done.flow, done.rows, ['me', undefined], catalog);
  await takeUnsaved(db, id, 3);
  const stored = await loadFlow(db, id);
  expect(stored).toMatchObject({ flow: { name: 'Typed to its end' }, number: 2, recovered: [] });
  expect(stored?.history.past).toEqual(done.rows.map(({ entry }) => entry));
  expect(unsavedText(id)).toBeUndefined();
});

test('rows that the store took after all are not applied again', async () => {
  const done = did(rename('Typed'), rename('Typed to its end'));
  keepUnsaved(done.flow, done.rows, ['me', undefined], catalog);
  await saveFlow(db, {
    ...{ flow: { ...flow, name: 'Typed' }, rev: 1, at: 2, number: 1, writer: 'me' },
    rows: done.rows.slice(0, 1),
  });
  await takeUnsaved(db, id, 3);
  const stored = await loadFlow(db, id);
  expect(stored).toMatchObject({ flow: { name: 'Typed to its end' }, number: 2 });
  expect(stored?.history.past).toHaveLength(2);
});

test('nothing is overwritten where somebody wrote since', async () => {
  const done = did(rename('Typed'));
  keepUnsaved(done.flow, done.rows, ['me', undefined], catalog);
  await claimFlow(db, id, 'another tab', { rev: 1, number: 0, writer: 'me' });
  await takeUnsaved(db, id, 3);
  expect(await loadFlow(db, id)).toMatchObject({ flow: { name: 'As saved' }, number: 0 });
  expect(unsavedText(id)).toBeUndefined();
});

test('no secret is in it: one that was there stays as the store has it, and the settings beside it are taken up', async () => {
  const settings = { algorithm: 'sha-512', key: 'a-new-key' };
  const done = did(
    { type: 'step.set-settings', step: 'sign', settings },
    {
      type: 'batch',
      label: 'remove-steps',
      operations: [{ type: 'step.add', step: { ...sign, id: 'again' } }],
    },
  );
  keepUnsaved(done.flow, done.rows, ['me', undefined], catalog);
  expect(unsavedText(id)).toContain('sha-512');
  expect(unsavedText(id)).not.toContain(secret);
  expect(unsavedText(id)).not.toContain('a-new-key');
  await takeUnsaved(db, id, 3);
  const steps = (await loadFlow(db, id))?.flow.steps;
  expect(steps?.[0]?.settings).toEqual({ algorithm: 'sha-512', key: secret });
  expect(steps?.[1]?.settings).toEqual({ algorithm: 'sha-256' });
});

test('no secret is in it where the step came to do something else since', async () => {
  const done = did(
    { type: 'step.set-settings', step: 'sign', settings: { algorithm: 'SHA-512', key: 'typed' } },
    {
      type: 'batch',
      label: 'change-operation',
      operations: [
        { type: 'step.set-operation', step: 'sign', operation: 'hash', componentVersion: '1.0.0' },
        { type: 'step.set-settings', step: 'sign', settings: { algorithm: 'SHA-1', key: 'typed' } },
      ],
    },
  );
  keepUnsaved(done.flow, done.rows, ['me', undefined], catalog);
  expect(unsavedText(id)).toContain('SHA-1');
  expect(unsavedText(id)).not.toMatch(/typed|a-signing-key/);
  await takeUnsaved(db, id, 3);
  const [step] = (await loadFlow(db, id))?.flow.steps ?? [];
  expect(step).toMatchObject({ operation: 'hash', settings: { algorithm: 'SHA-1', key: secret } });
});

test('a plain setting that is called like a secret of something else is taken up as it was typed, in lists too', async () => {
  const component = twoWaysIn();
  const login = { user: 'ada', key: 'SECRET' };
  const used = { ...sign, component: component.id, operation: 'open', settings: { login } };
  const stored = { ...flow, steps: [used] };
  await saveFlow(db, { flow: stored, rev: 1, at: 2, writer: 'me' });
  const settings = {
    ...{ key: 'typed', login: { user: 'bob', key: 'TYPED' } },
    rows: [{ name: 'a', pin: 'of an entry' }],
  };
  const done = didIn(stored, { type: 'step.set-settings', step: 'sign', settings });
  keepUnsaved(done.flow, done.rows, ['me'], createCatalog([component]));
  expect(unsavedText(id)).not.toMatch(/SECRET|TYPED/);
  await takeUnsaved(db, id, 3);
  const opened = await loadFlow(db, id);
  expect(opened?.flow.steps[0]?.settings).toEqual({
    ...settings,
    login: { user: 'bob', key: 'SECRET' },
  });
  expect(opened?.history.past[0]?.operation).toEqual({
    ...{ type: 'step.set-settings', step: 'sign' },
    settings: opened?.flow.steps[0]?.settings,
  });
});

test.each([
  ['is as the store has it where only its secrets were left out', 'a', { key: 'SECRET' }],
  ['is without them where something else in it was typed', 'b', {}],
])('a list with secrets of what the step did before %s', async (_how, name, left) => {
  const component = twoWaysIn();
  const settings = { rows: [{ name: 'a', key: 'SECRET' }] };
  const used = { ...sign, component: component.id, operation: 'open', settings };
  const stored = { ...flow, steps: [used] };
  await saveFlow(db, { flow: stored, rev: 1, at: 2, writer: 'me' });
  const typed = { key: 'typed', rows: [{ name, key: 'SECRET' }] };
  const done = didIn(stored, { type: 'step.set-settings', step: 'sign', settings: typed });
  keepUnsaved(done.flow, done.rows, ['me'], createCatalog([component]));
  expect(unsavedText(id)).not.toContain('SECRET');
  await takeUnsaved(db, id, 3);
  expect((await loadFlow(db, id))?.flow.steps[0]?.settings).toEqual({
    key: 'typed',
    rows: [{ name, ...left }],
  });
});

test('it ends before a change of which nobody knows what is secret in it', async () => {
  const strange = { ...sign, id: 'strange', component: 'imported:gone' };
  const done = did(rename('Typed'), { type: 'step.add', step: strange }, rename('Later'));
  keepUnsaved(done.flow, done.rows, ['me', undefined], catalog);
  await takeUnsaved(db, id, 3);
  expect(await loadFlow(db, id)).toMatchObject({ flow: { name: 'Typed', steps: [{}] }, number: 1 });
});

test('numbers keep their digits', async () => {
  const use = { kind: 'literal', value: 12345678901234567890n } as const;
  const done = did({ type: 'step.set-slot', step: 'sign', slot: 'input', content: use });
  keepUnsaved(done.flow, done.rows, ['me', undefined], catalog);
  await takeUnsaved(db, id, 3);
  expect((await loadFlow(db, id))?.flow.steps[0]?.slots['input']).toEqual(use);
});

test('a text that is no longer understood is left, and stands in nobody’s way', async () => {
  localStorage.setItem(`footbridge.unsaved.${id}`, '{"rows":');
  await takeUnsaved(db, id, 3);
  localStorage.setItem(`footbridge.unsaved.${id}`, '[1]');
  await takeUnsaved(db, id, 3);
  expect(unsavedText(id)).toBeUndefined();
  expect(await loadFlow(db, id)).toMatchObject({ number: 0 });
});
