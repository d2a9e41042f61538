import { afterEach, beforeEach, expect, test } from 'vitest';
import { newFlow } from '../../flow/index.ts';
import type { FlowTest } from '../../runtime/contract.ts';
import { keepTest, loadShelves, loadTests, keepShelf } from '../../storage/contract.ts';
import { Database } from '../../storage/index.ts';
import { copyFlow } from './copy-flow.ts';
import { bindSlot, listBindings } from './credential-storage.ts';
import { fileFlow } from './filing-storage.ts';
import { saveFlow } from './flow-storage.ts';
import { listedFlows } from './listed-flows.ts';

let db: Database;
let count = 0;
beforeEach(async () => {
  db = new Database(`listed-${String(++count)}`);
  for (const id of ['a', 'b']) await saveFlow(db, { flow: newFlow(id, () => id), rev: 0, at: 1 });
});
afterEach(() => db.close());

const aTest = { id: 't', name: 'T', at: 1 } as FlowTest;
const aRun = (id: string, flow: string, at: number) => ({
  id,
  flow,
  at,
  status: 'done' as const,
  asked: { scope: { kind: 'flow' as const }, by: 'test' as const },
  parts: [{ what: 'done' as const, count: at }],
  ms: 5,
  size: 1,
});
const listed = async (id: string) => (await listedFlows(db)).find((flow) => flow.id === id);

test('a flow is listed with its last run, whatever was kept last', async () => {
  await db.runs.bulkPut([aRun('1', 'a', 30), aRun('2', 'a', 20), aRun('3', 'gone', 40)]);
  expect((await listed('a'))?.lastRun?.id).toBe('1');
  expect(await listed('b')).not.toHaveProperty('lastRun');
});

test('folder, tags and archive stay when the flow is saved again', async () => {
  await fileFlow(db, 'a', { folder: ' Sales ', tags: ['weekly'] });
  await fileFlow(db, 'a', { archivedAt: 7 });
  await saveFlow(db, { flow: newFlow('renamed', () => 'a'), rev: 1, at: 2 });
  expect(await listed('a')).toMatchObject({
    name: 'renamed',
    folder: 'Sales',
    tags: ['weekly'],
    archivedAt: 7,
  });
});

test('what is taken out of folder, tags and archive leaves no row', async () => {
  await fileFlow(db, 'a', { folder: 'Sales', tags: ['weekly'], archivedAt: 7 });
  await fileFlow(db, 'a', { archivedAt: null });
  expect(await db.filings.toArray()).toEqual([{ flow: 'a', folder: 'Sales', tags: ['weekly'] }]);
  await fileFlow(db, 'a', { folder: '', tags: [] });
  expect(await db.filings.toArray()).toEqual([]);
});

test('a flow that is not here is not filed', async () => {
  await fileFlow(db, 'gone', { folder: 'Sales' });
  expect(await db.filings.toArray()).toEqual([]);
});

test('a duplicate has samples, tests, folder and tags, and no account', async () => {
  const flow = newFlow('a', () => 'a');
  await bindSlot(db, 'a', 'crm', 'account');
  await keepShelf(db, 'a', 'step', { samples: [] });
  await keepTest(db, 'a', aTest);
  await fileFlow(db, 'a', { folder: 'Sales', tags: ['weekly'], archivedAt: 7 });
  await copyFlow(db, flow, { id: 'c', name: 'a (copy)', accounts: 'left' }, 5);
  expect(await listed('c')).toMatchObject({ name: 'a (copy)', folder: 'Sales', tags: ['weekly'] });
  expect(await listed('c')).not.toHaveProperty('archivedAt');
  expect(Object.keys(await loadShelves(db, 'c'))).toEqual(['step']);
  expect((await loadTests(db, 'c')).map(({ id }) => id)).toEqual(['t-c']);
  expect(await listBindings(db, 'c')).toEqual([]);
});

test('a version that is kept beside another keeps its accounts', async () => {
  await bindSlot(db, 'a', 'crm', 'account');
  const flow = newFlow('a', () => 'a');
  await copyFlow(db, flow, { id: 'c', name: 'mine', accounts: 'kept' }, 5);
  expect(await listBindings(db, 'c')).toEqual([{ flow: 'c', slot: 'crm', credential: 'account' }]);
});

test('a flow is listed with the component of every step, the first ones in their order', async () => {
  const step = (id: string, component: string) => ({
    id,
    name: id,
    component,
    componentVersion: '1.0.0',
    operation: 'o',
    settings: {},
    slots: {},
  });
  const components = ['x', 'x', 'y', 'x', 'x', 'x', 'x', 'x', 'late', 'x', 'late'];
  const steps = components.map((component, at) => step(`s${String(at)}`, component));
  await saveFlow(db, { flow: { ...newFlow('l', () => 'l'), steps }, rev: 0, at: 3 });
  expect((await listed('l'))?.components).toEqual([...components.slice(0, 8), 'late']);
});
