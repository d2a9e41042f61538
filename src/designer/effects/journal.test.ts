import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { failure, success } from '../../shared/index.ts';
import { newFlow } from '../../flow/index.ts';
import type { JournalRow } from '../../storage/contract.ts';
import { createDocumentStore } from '../state/document-store.ts';
import { followRows } from '../storage/journal.ts';
import { startJournal, type JournalPart, type JournalPorts } from './journal.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const flow = newFlow('One', () => 'f');

function begin(ports: Partial<JournalPorts> = {}) {
  const document = createDocumentStore(() => 7);
  document.open(flow);
  const appended: JournalRow[] = [];
  const journal = startJournal({
    document,
    opened: { flow, number: 0, rowCount: 0, isDue: false },
    append: async (rows) => {
      appended.push(...rows);
      return success(undefined);
    },
    ...ports,
  });
  const rename = (name: string, joins?: string) =>
    document.apply({ type: 'flow.rename', name }, joins === undefined ? {} : { joins });
  const parts: JournalPart[] = [];
  const save = () =>
    journal.save(document.getState(), async (part) => {
      parts.push(part);
      return success(1);
    });
  return { document, journal, appended, rename, parts, save };
}
const inWords = (rows: readonly JournalRow[]) =>
  rows.map(({ number, how, entry }) => `${number} ${how} ${String(entry.label.params['name'])}`);

test('appends each change at once, in order: what is typed in one go is one row', async () => {
  const { document, appended, rename } = begin();
  rename('Two');
  rename('Thr', 'typing');
  rename('Three', 'typing');
  document.undo();
  await vi.runAllTimersAsync();
  expect(inWords(appended)).toEqual(['1 done Two', '2 done Thr', '3 undone Thr']);
  rename('Four', 'more');
  await vi.runAllTimersAsync();
  rename('Fours', 'more');
  await vi.runAllTimersAsync();
  expect(inWords(appended).slice(3)).toEqual(['4 done Four', '5 joined Four']);
  const followed = followRows({ flow, past: [], future: [] }, appended);
  const { past, future } = document.getState();
  expect(followed).toMatchObject({ flow: { name: 'Fours' }, past, future });
});

test('saves with a flow what was not appended yet, and appends it no second time', async () => {
  const { appended, rename, parts, save } = begin();
  rename('Two');
  await save();
  await vi.runAllTimersAsync();
  expect(parts.map(({ number, rows }) => [number, inWords(rows)])).toEqual([[1, ['1 done Two']]]);
  expect(appended).toEqual([]);
});

test('what could not be written is written with the next change', async () => {
  let full = true;
  const appended: JournalRow[] = [];
  const { rename } = begin({
    append: async (rows) => {
      if (full) throw new Error('QuotaExceededError');
      appended.push(...rows);
      return success(undefined);
    },
  });
  rename('Two');
  await vi.runAllTimersAsync();
  full = false;
  rename('Three');
  await vi.runAllTimersAsync();
  expect(inWords(appended)).toEqual(['1 done Two', '2 done Three']);
});

test('a failed save gives its rows back', async () => {
  const { document, journal, rename, parts, save } = begin();
  rename('Two');
  const failed = journal.save(document.getState(), async () => {
    throw new Error('QuotaExceededError');
  });
  await expect(failed).rejects.toThrow('QuotaExceededError');
  await save();
  expect(parts.map(({ rows }) => inWords(rows))).toEqual([['1 done Two']]);
});

test('writes nothing more once another writer was met', async () => {
  let asked = 0;
  const { rename } = begin({
    append: async () => {
      asked += 1;
      return failure('conflict' as const);
    },
  });
  rename('Two');
  await vi.runAllTimersAsync();
  rename('Three');
  await vi.runAllTimersAsync();
  expect(asked).toBe(1);
});

test('a journal that has grown long is written anew with the next save, as short as the history is', async () => {
  const { document, appended, rename, parts, save } = begin({ mostRows: 3 });
  for (const name of ['Two', 'Three', 'Four']) rename(name);
  document.undo();
  await vi.runAllTimersAsync();
  rename('Five');
  await vi.runAllTimersAsync();
  expect(appended).toHaveLength(4);
  await save();
  expect(parts).toMatchObject([{ number: 8, renews: true }]);
  expect(inWords(parts[0]?.rows ?? [])).toEqual(['6 done Two', '7 done Three', '8 done Five']);
});

test('names what the store has not taken yet, until it has', async () => {
  const answers: (() => void)[] = [];
  const { journal, document, rename } = begin({
    append: () => new Promise((resolve) => answers.push(() => resolve(success(undefined)))),
    mostRows: 2,
  });
  rename('Two');
  await vi.runAllTimersAsync();
  rename('Thr', 'typing');
  rename('Three', 'typing');
  expect(inWords(journal.unsaved())).toEqual(['1 done Two', '2 done Thr']);
  answers.shift()?.();
  await vi.runAllTimersAsync();
  answers.shift()?.();
  await vi.runAllTimersAsync();
  expect(journal.unsaved()).toEqual([]);

  rename('Four');
  await vi.runAllTimersAsync();
  answers.shift()?.();
  await vi.runAllTimersAsync();
  rename('Five');
  const failed = journal.save(document.getState(), () => Promise.reject(new Error('full')));
  await expect(failed).rejects.toThrow('full');
  expect(inWords(journal.unsaved())).toEqual(['4 done Five']);
  await journal.save(document.getState(), async () => success(1));
  expect(journal.unsaved()).toEqual([]);
});

test('has nothing to hand on once another writer was met', async () => {
  const { journal, document, rename } = begin();
  rename('Two');
  await journal.save(document.getState(), async () => failure('conflict' as const));
  expect(journal.unsaved()).toEqual([]);
});
