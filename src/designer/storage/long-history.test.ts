import { expect, test } from 'vitest';
import { newFlow, type Flow } from '../../flow/index.ts';
import { createDocumentStore } from '../state/document-store.ts';
import { Database } from '../../storage/index.ts';
import { loadFlow, saveFlow } from './flow-storage.ts';
import { journalOf } from './journal.ts';

const fields = 1000;
const name = (at: number) => `field ${at}`;
const literal = (value: number) => ({ kind: 'literal', value }) as const;

/** A mapping of 1,000 filled fields. */
function filled(): Flow {
  const props = Object.fromEntries(
    Array.from({ length: fields }, (_, at) => [name(at), literal(at)]),
  );
  return {
    ...newFlow('Long', () => 'long'),
    steps: [
      {
        id: 's',
        name: 'S',
        component: 'catalog:mapper',
        componentVersion: '1.0.0',
        operation: 'map',
        settings: {},
        slots: { input: { kind: 'object', props } },
      },
    ],
  };
}

test('a thousand edits of a form of a thousand fields are undone and redone, before and after a reload', async () => {
  const db = new Database('long-history');
  const before = filled();
  const document = createDocumentStore();
  document.open(before);
  for (let at = 0; at < fields; at++)
    document.apply({
      type: 'step.set-field',
      step: 's',
      slot: 'input',
      path: [name((at * 7) % fields)],
      binding: at % 5 === 0 ? undefined : literal(-at),
      field: name(at),
    });
  const after = document.getState();
  expect(after.past).toHaveLength(1000);

  while (document.undo() !== undefined);
  expect(JSON.stringify(document.getState().flow)).toBe(JSON.stringify(before));
  while (document.redo() !== undefined);
  expect(document.getState().flow).toEqual(after.flow);

  const rows = journalOf('long', document.getState(), 0);
  await saveFlow(db, { flow: after.flow ?? before, rev: 0, at: 1, rows, number: rows.length });
  const stored = await loadFlow(db, 'long');
  const reopened = createDocumentStore();
  reopened.open(stored?.flow ?? before, stored?.history);
  while (reopened.undo() !== undefined);
  expect(reopened.getState().flow).toEqual(before);
  expect(reopened.getState().future).toHaveLength(1000);
  db.close();
}, 30_000);

test('the history of a thousand edits stays small: no entry holds the form', () => {
  const document = createDocumentStore();
  document.open(filled());
  for (let at = 0; at < fields; at++)
    document.apply({
      type: 'step.set-field',
      step: 's',
      slot: 'input',
      path: [name(at)],
      binding: literal(-at),
    });
  expect(JSON.stringify(document.getState().past).length).toBeLessThan(500_000);
});
