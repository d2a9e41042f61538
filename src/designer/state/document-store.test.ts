import { expect, test } from 'vitest';
import { newFlow } from '../../flow/index.ts';
import { createDocumentStore } from './document-store.ts';

function opened() {
  const document = createDocumentStore();
  document.open(newFlow('One', () => 'f'));
  return document;
}
const name = (document: ReturnType<typeof createDocumentStore>) => document.getState().flow?.name;

test('undoes and redoes one change after another', () => {
  const document = opened();
  document.apply({ type: 'flow.rename', name: 'Two' });
  document.apply({ type: 'flow.rename', name: 'Three' });
  document.undo();
  expect(name(document)).toBe('Two');
  document.undo();
  expect(name(document)).toBe('One');
  document.redo();
  expect(name(document)).toBe('Two');
});

test('forgets what could be redone once something else is changed', () => {
  const document = opened();
  document.apply({ type: 'flow.rename', name: 'Two' });
  document.undo();
  document.apply({ type: 'flow.rename', name: 'Other' });
  expect(document.redo()).toBeUndefined();
  expect(name(document)).toBe('Other');
});

test('undoes together what belongs together, and nothing else with it', () => {
  const document = opened();
  document.apply({ type: 'flow.rename', name: 'Two' });
  document.apply({ type: 'flow.rename', name: 'Thr' }, { joins: 'typing' });
  document.apply({ type: 'flow.rename', name: 'Three' }, { joins: 'typing' });
  expect(document.getState().past).toHaveLength(2);
  document.undo();
  expect(name(document)).toBe('Two');
  document.redo();
  expect(name(document)).toBe('Three');
});

test('does not join what another change came between', () => {
  const document = opened();
  document.apply({ type: 'flow.rename', name: 'Two' }, { joins: 'typing' });
  document.apply({ type: 'flow.rename', name: 'Other' });
  document.apply({ type: 'flow.rename', name: 'Three' }, { joins: 'typing' });
  expect(document.getState().past).toHaveLength(3);
  document.undo();
  document.apply({ type: 'flow.rename', name: 'Four' }, { joins: 'typing' });
  document.undo();
  expect(name(document)).toBe('Other');
});

test('refuses every change while another tab writes', () => {
  const document = opened();
  document.setReadOnly(true);
  expect(document.apply({ type: 'flow.rename', name: 'Two' })).toEqual({
    ok: false,
    reason: { code: 'flow.read-only', params: {} },
  });
  expect(document.undo()).toBeUndefined();
});

test('keeps a quiet change out of the history', () => {
  const document = opened();
  document.apply({ type: 'flow.rename', name: 'Two' }, { quiet: true });
  expect(name(document)).toBe('Two');
  expect(document.getState().past).toEqual([]);
});

test('undoes and redoes what follows from a change together with it', () => {
  const document = opened();
  document.apply({ type: 'flow.rename', name: 'Two' });
  const cause = document.getState().past.at(-1);
  if (cause === undefined) throw new Error('no history');
  document.apply({ type: 'flow.set-region', locale: 'de', timeZone: 'UTC' }, { follows: cause });
  expect(document.getState().past.map(({ label }) => label)).toEqual([cause.label]);
  document.undo();
  expect(document.getState().flow).toMatchObject({ name: 'One', locale: 'en' });
  document.redo();
  expect(document.getState().flow).toMatchObject({ name: 'Two', locale: 'de' });
});

test('keeps what follows from an earlier change out of the history, and what can be redone', () => {
  const document = opened();
  document.apply({ type: 'flow.rename', name: 'Two' });
  const cause = document.getState().past.at(-1);
  if (cause === undefined) throw new Error('no history');
  document.apply({ type: 'flow.rename', name: 'Three' });
  document.apply({ type: 'flow.rename', name: 'Four' });
  document.undo();
  document.apply({ type: 'flow.set-region', locale: 'de', timeZone: 'UTC' }, { follows: cause });
  expect(document.getState().flow?.locale).toBe('de');
  expect(document.getState().past).toHaveLength(2);
  document.redo();
  expect(name(document)).toBe('Four');
});
