import { afterEach, beforeEach, expect, test } from 'vitest';
import { newFlow } from '../flow/index.ts';
import type { MessageRecord } from '../runtime/contract.ts';
import { Database } from './database.ts';
import { historyRoom, keepHistoryRoom } from './history-room.ts';
import { historyLimits } from './limits.ts';
import {
  keepRun,
  listRuns,
  loadRecords,
  loadRun,
  removeRun,
  removeRunsOf,
  type RunToKeep,
} from './run-storage.ts';

let db: Database;
let count = 0;
beforeEach(async () => {
  db = new Database(`runs-${String(++count)}`);
  await db.flows.put({ id: 'f', rev: 1, flow: newFlow('F', () => 'f') });
});
afterEach(() => db.close());

const limits = { run: 100_000, total: 1_000_000 };

function aRun(id: string, at: number, messages = 3, input = 'x'): RunToKeep {
  const records = Array.from({ length: messages }, (_, index): MessageRecord => ({
    id: String(index),
    index,
    input,
    state: 'done',
  }));
  return {
    row: {
      id,
      flow: 'f',
      at,
      status: 'done',
      asked: { scope: { kind: 'flow' }, by: 'test' },
      parts: [{ what: 'in', count: messages }],
      ms: 5,
    },
    content: {
      state: { runId: id, status: 'done', startedAt: at, finishedAt: at + 5, steps: {} },
      flow: newFlow('F', () => 'f'),
      given: {},
      refused: {},
    },
    steps: [{ step: 's', total: messages, records }],
  };
}
const ids = async () => (await listRuns(db, 'f')).map(({ id }) => id);

test('keeps as much as the person wants of this browser, the usual where nothing is said', async () => {
  const big = (id: string, at: number) => aRun(id, at, 20, 'x'.repeat(1_000));
  await keepRun(db, big('one', 1));
  await keepRun(db, big('two', 2));
  expect(await ids()).toEqual(['two', 'one']);
  await keepHistoryRoom(db, 100_000);
  expect([await historyRoom(db), await ids()]).toEqual([100_000, ['two', 'one']]);
  for (const at of [3, 4, 5, 6]) await keepRun(db, big(String(at), at));
  const rows = await listRuns(db, 'f');
  expect(rows.reduce((sum, { size }) => sum + size, 0)).toBeLessThanOrEqual(100_000);
  expect(rows[0]).toMatchObject({ id: '6' });
  expect(rows.length).toBeLessThan(6);
  await keepRun(db, aRun('long', 7, 100, 'x'.repeat(1_000)));
  expect((await listRuns(db, 'f'))[0]).toMatchObject({ id: 'long', isCut: true });
  await keepHistoryRoom(db, historyLimits.total);
  expect([await historyRoom(db), await db.memories.count()]).toEqual([200_000_000, 0]);
});

test('lists what is kept, the newest first', async () => {
  await keepRun(db, aRun('old', 1), limits);
  await keepRun(db, aRun('new', 2), limits);
  expect(await ids()).toEqual(['new', 'old']);
});

test('gives records of a step by page, across the pages in which they lie', async () => {
  await keepRun(db, aRun('r', 1, 120), limits);
  const run = await loadRun(db, 'r');
  if (run === undefined) throw new Error('the run is kept');
  const page = await loadRecords(db, run.content, 's', 48, 4);
  expect(page.records.map(({ index }) => index)).toEqual([48, 49, 50, 51]);
  expect(page).toMatchObject({ total: 120, letGo: 0 });
  expect(page.indexes).toHaveLength(120);
  expect((await loadRecords(db, run.content, 'other', 0, 50)).records).toEqual([]);
});

test('keeps the first and the last messages of a run that is larger than its share, and says so', async () => {
  await keepRun(db, aRun('r', 1, 50, 'x'.repeat(1_000)), { ...limits, run: 10_000 });
  const [row] = await listRuns(db, 'f');
  expect(row?.isCut).toBe(true);
  const { content } = (await loadRun(db, 'r')) ?? {};
  if (content === undefined) throw new Error('the run is kept');
  const { records, total, letGo, indexes } = await loadRecords(db, content, 's', 0, 100);
  expect([records.at(0)?.index, records.at(-1)?.index, total]).toEqual([0, 49, 50]);
  expect(letGo).toBe(50 - records.length);
  expect(indexes).toEqual(records.map(({ index }) => index));
});

test('takes a run whose places were not written down as one with a single gap, which it was', async () => {
  await keepRun(db, aRun('r', 1, 50, 'x'.repeat(1_000)), { ...limits, run: 10_000 });
  const { content } = (await loadRun(db, 'r')) ?? {};
  const { indexes, ...before } = content?.kept['s'] ?? { total: 0, count: 0, first: 0 };
  expect(indexes?.length).toBeGreaterThan(2);
  const page = await loadRecords(db, { id: 'r', kept: { s: before } }, 's', 0, 100);
  expect(page.indexes).toEqual(indexes);
});

test('lets the oldest runs go when there is no room for all', async () => {
  const size = 3_000;
  for (const at of [1, 2, 3])
    await keepRun(db, aRun(`r${String(at)}`, at, 3, 'x'.repeat(size)), {
      run: 100_000,
      total: 2.5 * 3 * size,
    });
  expect(await ids()).toEqual(['r3', 'r2']);
  expect(await db.runRecords.where({ run: 'r1' }).count()).toBe(0);
});

test('takes no more of the last room than half of it: older runs go before flows have none', async () => {
  await keepRun(db, aRun('old', 1, 20, 'x'.repeat(1_000)), limits);
  const [old] = await listRuns(db, 'f');
  const size = old?.size ?? 0;
  await keepRun(db, aRun('next', 2, 20, 'x'.repeat(1_000)), limits, () =>
    Promise.resolve(size * 2 + 100),
  );
  expect(await ids()).toEqual(['next', 'old']);
  await keepRun(db, aRun('new', 3, 20, 'x'.repeat(1_000)), limits, () => Promise.resolve(size));
  expect(await ids()).toEqual(['new', 'next']);
});

test('forgets one run, or all of a flow, with their records', async () => {
  await keepRun(db, aRun('a', 1), limits);
  await keepRun(db, aRun('b', 2), limits);
  await removeRun(db, 'a');
  expect(await ids()).toEqual(['b']);
  await removeRunsOf(db, 'f');
  expect([
    await db.runs.count(),
    await db.runContents.count(),
    await db.runRecords.count(),
  ]).toEqual([0, 0, 0]);
});

test('clears away what was not written to its end, and runs of flows that are no more', async () => {
  await keepRun(db, aRun('kept', 1), limits);
  await db.runRecords.put({ run: 'half', step: 's', page: 0, records: [] });
  await keepRun(
    db,
    { ...aRun('gone', 2), row: { ...aRun('gone', 2).row, flow: 'no-more' } },
    limits,
  );
  await keepRun(db, aRun('next', 3), limits);
  expect(await db.runs.toCollection().primaryKeys()).toEqual(['kept', 'next']);
  expect(await db.runRecords.orderBy('run').uniqueKeys()).toEqual(['kept', 'next']);
});

test('keeps what is there when the browser has no room, and nothing of the new run', async () => {
  await keepRun(db, aRun('kept', 1), limits);
  db.runContents.hook('creating', () => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  await expect(keepRun(db, aRun('new', 2), limits)).rejects.toThrow();
  expect(await ids()).toEqual(['kept']);
  expect(await db.runRecords.where({ run: 'new' }).count()).toBe(0);
});
