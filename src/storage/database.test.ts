import { Dexie } from 'dexie';
import { afterEach, expect, test } from 'vitest';
import { newFlow } from '../flow/index.ts';
import type { RunRow } from './rows.ts';
import { storageFailure } from './storage-failure.ts';
import { Database } from './index.ts';

const opened: Dexie[] = [];
afterEach(() => {
  for (const db of opened.splice(0)) db.close();
});

/** The store as version 4 made it. */
async function versionFour(name: string): Promise<Dexie> {
  const db = new Dexie(name);
  db.version(4).stores({
    flows: 'id',
    summaries: 'id, updatedAt',
    samples: 'hash',
    credentials: 'id, component',
    bindings: '[flow+slot], flow, credential',
    histories: 'flow',
    runs: 'id, flow, at',
    runContents: 'id',
    runRecords: '[run+step+page], run',
    memories: 'key',
    shelves: '[flow+step], flow',
    tests: 'id, flow',
  });
  opened.push(db);
  await db.open();
  return db;
}

function current(name: string): Database {
  const db = new Database(name);
  opened.push(db);
  return db;
}

const aRun = (id: string, flow: string, at: number): RunRow => ({
  id,
  flow,
  at,
  status: 'done',
  asked: { scope: { kind: 'flow' }, by: 'test' },
  parts: [],
  ms: 1,
  size: 1,
});

test('a store of version 4 keeps its flows, its history and its runs', async () => {
  const older = await versionFour('from-4');
  const flow = newFlow('Kept', () => 'f');
  const history = { flow: 'f', past: [], future: [] };
  await older.table('flows').put({ id: 'f', rev: 3, flow });
  await older.table('histories').put(history);
  await older.table('runs').bulkPut([aRun('a', 'f', 1), aRun('b', 'f', 2), aRun('c', 'g', 9)]);
  older.close();

  const db = current('from-4');
  expect(await db.flows.get('f')).toEqual({ id: 'f', rev: 3, flow });
  expect(await db.histories.get('f')).toEqual(history);
  const runsOfFlow = db.runs.where('[flow+at]').between(['f', 0], ['f', Infinity]);
  expect((await runsOfFlow.last())?.id).toBe('b');
});

test('keeps the changes of each flow in their order', async () => {
  const db = current('journal');
  const change = (number: number, name: string) =>
    ({
      flow: 'f',
      number,
      how: 'done',
      entry: {
        label: { code: 'history.rename-flow', params: { name } },
        operation: { type: 'flow.rename', name },
        inverse: { type: 'flow.rename', name: '' },
      },
    }) as const;
  for (const row of [change(2, 'B'), change(10, 'C'), change(1, 'A')]) await db.journal.put(row);
  await db.journal.put({ ...change(1, 'other'), flow: 'g' });
  const named = (await db.journal.where({ flow: 'f' }).toArray()).map(
    ({ entry }) => entry.label.params['name'],
  );
  expect(named).toEqual(['A', 'B', 'C']);
});

/** The tables that each version before added, as it was published. */
const added = [
  {
    flows: 'id',
    summaries: 'id, updatedAt',
    samples: 'hash',
    credentials: 'id, component',
    bindings: '[flow+slot], flow, credential',
    histories: 'flow',
  },
  { runs: 'id, flow, at', runContents: 'id', runRecords: '[run+step+page], run' },
  { memories: 'key' },
];

test.each([1, 2, 3])('a store of version %i is opened with all that is in it', async (version) => {
  const name = `from-${String(version)}`;
  const older = new Dexie(name);
  for (let at = 1; at <= version; at++) older.version(at).stores(added[at - 1] ?? {});
  const flow = newFlow('F', () => 'f');
  await older.table('flows').put({ id: 'f', rev: 3, flow });
  await older.table('samples').put({ hash: 'h', messages: [1], at: 1 });
  if (version >= 3) await older.table('memories').put({ key: 'passed/f/s', value: ['k'] });
  older.close();
  const db = current(name);
  expect(await db.flows.get('f')).toEqual({ id: 'f', rev: 3, flow });
  expect((await db.samples.get('h'))?.messages).toEqual([1]);
  expect(await db.memories.count()).toBe(version >= 3 ? 1 : 0);
  await db.shelves.put({ flow: 'f', step: 's', shelf: { samples: [] } });
  expect(await db.tests.toArray()).toEqual([]);
});

test('who follows a store that a newer Footbridge has made is told so', async () => {
  const name = 'database-newer';
  const newer = new Dexie(name);
  newer.version(9_999).stores({ flows: 'id' });
  await newer.open();
  newer.close();
  const db = new Database(name);
  const cause = await new Promise((resolve, reject) => {
    db.follow(() => db.flows.toArray(), { next: reject, error: resolve });
  });
  expect(storageFailure(cause).code).toBe('flows.storage-newer');
});

test('who follows in a browser that has no store is told so', async () => {
  const { indexedDB } = globalThis;
  Object.assign(globalThis, { indexedDB: undefined });
  try {
    const cause = await new Promise((resolve, reject) => {
      current('database-none').follow(() => Promise.resolve(), { next: reject, error: resolve });
    });
    expect(storageFailure(cause).code).toBe('flows.storage-off');
  } finally {
    Object.assign(globalThis, { indexedDB });
  }
});

test('a store that cannot be opened says so each time, a closed one that it is closed', async () => {
  const { indexedDB } = Dexie.dependencies;
  Object.assign(Dexie.dependencies, { indexedDB: undefined });
  try {
    const without = current('database-without');
    for (let time = 1; time <= 2; time += 1) {
      const cause: unknown = await (async () => without.flows.toArray())().catch(
        (why: unknown) => why,
      );
      expect(storageFailure(cause).code).toBe('flows.storage-off');
    }
  } finally {
    Object.assign(Dexie.dependencies, { indexedDB });
  }
  const closed = current('database-closed');
  await closed.open();
  closed.close();
  const cause: unknown = await closed.flows.toArray().catch((why: unknown) => why);
  expect(storageFailure(cause).code).toBe('flows.storage-closed');
});
