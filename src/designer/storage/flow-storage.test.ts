import { afterEach, beforeEach, expect, test } from 'vitest';
import { newFlow, type Flow } from '../../flow/index.ts';
import {
  bindSlot,
  changeCredential,
  forgetCredential,
  keepCredential,
  tokensOf,
} from './credential-storage.ts';
import {
  keepSample,
  keepShelf,
  keepTest,
  loadSamples,
  loadShelves,
  loadTests,
  renewSeal,
  storageFailure,
  testsIn,
} from '../../storage/contract.ts';
import { Database } from '../../storage/index.ts';
import {
  appendToJournal,
  claimFlow,
  changeStored,
  listFlows,
  loadFlow,
  putBack,
  removeFlow,
  saveFlow,
} from './flow-storage.ts';
import { journalOf } from './journal.ts';

let db: Database;
let count = 0;
beforeEach(() => {
  count += 1;
  db = new Database(`test-${count}`);
});
afterEach(() => db.close());

const aFlow = (id: string, name = id): Flow => newFlow(name, () => id);

test('lists the flow that was changed last first', async () => {
  await saveFlow(db, { flow: aFlow('old'), rev: 0, at: 1 });
  await saveFlow(db, { flow: aFlow('new'), rev: 0, at: 2 });
  expect((await listFlows(db)).map((summary) => summary.id)).toEqual(['new', 'old']);
});

test('refuses the second of two savers that saw the same revision', async () => {
  await saveFlow(db, { flow: aFlow('f', 'first'), rev: 0, at: 1 });
  expect(await saveFlow(db, { flow: aFlow('f', 'mine'), rev: 1, at: 2 })).toEqual({
    ok: true,
    value: 2,
  });
  expect(await saveFlow(db, { flow: aFlow('f', 'theirs'), rev: 1, at: 3 })).toEqual({
    ok: false,
    reason: 'conflict',
  });
  expect((await loadFlow(db, 'f'))?.flow.name).toBe('mine');
});

const renamed = (name: string, before: string) => ({
  label: { code: 'history.rename-flow', params: { name } },
  operation: { type: 'flow.rename', name } as const,
  inverse: { type: 'flow.rename', name: before, restores: true } as const,
});

test('keeps the flow as it was when the browser runs out of room in the middle of a save', async () => {
  const row = { flow: 'f', number: 1, how: 'done', entry: renamed('b', 'a') } as const;
  await saveFlow(db, { flow: aFlow('f', 'as it was'), rev: 0, at: 1, number: 1, rows: [row] });
  const isFull = (): never => {
    throw new DOMException('full', 'QuotaExceededError');
  };
  // The document and the summary are written by then.
  db.histories.hook('updating', isFull);
  const cause = await saveFlow(db, { flow: aFlow('f', 'new'), rev: 1, at: 2 }).catch(
    (error: unknown) => error,
  );
  db.histories.hook('updating').unsubscribe(isFull);

  expect(storageFailure(cause)).toEqual({ code: 'flows.storage-full', params: {} });
  expect(await loadFlow(db, 'f')).toMatchObject({
    flow: { name: 'as it was' },
    rev: 1,
    history: { past: [row.entry], future: [] },
  });
  expect((await listFlows(db)).map(({ name }) => name)).toEqual(['as it was']);
  expect((await saveFlow(db, { flow: aFlow('f', 'new'), rev: 1, at: 2 })).ok).toBe(true);
});

test('brings the history back with the flow', async () => {
  const entry = renamed('b', 'a');
  const row = { flow: 'f', number: 1, how: 'done', entry } as const;
  await saveFlow(db, { flow: aFlow('f'), rev: 0, at: 1, number: 1, rows: [row] });
  expect((await loadFlow(db, 'f'))?.history).toEqual({ past: [entry], future: [] });
});

test('brings back what was appended and not saved any more, and says what it was', async () => {
  await saveFlow(db, { flow: aFlow('f', 'a'), rev: 0, at: 1 });
  const row = { flow: 'f', number: 1, how: 'done', entry: renamed('b', 'a') } as const;
  expect(await appendToJournal(db, 'f', { rev: 1, rows: [row] })).toEqual({
    ok: true,
    value: undefined,
  });
  const stored = await loadFlow(db, 'f');
  expect(stored?.flow.name).toBe('b');
  expect(stored?.recovered).toEqual([row.entry]);
  await saveFlow(db, { flow: stored?.flow ?? aFlow('f'), rev: 1, at: 2, number: 1 });
  expect((await loadFlow(db, 'f'))?.recovered).toEqual([]);
});

test('appends nothing for a writer that does not know the last save', async () => {
  await saveFlow(db, { flow: aFlow('f'), rev: 0, at: 1 });
  await saveFlow(db, { flow: aFlow('f', 'theirs'), rev: 1, at: 2 });
  const row = { flow: 'f', number: 1, how: 'done', entry: renamed('mine', 'f') } as const;
  expect(await appendToJournal(db, 'f', { rev: 1, rows: [row] })).toEqual({
    ok: false,
    reason: 'conflict',
  });
  expect(await db.journal.count()).toBe(0);
});

test('of two writers that append at the same revision, the second one changes nothing', async () => {
  await saveFlow(db, { flow: aFlow('f', 'a'), rev: 0, at: 1 });
  const row = (name: string) =>
    ({ flow: 'f', number: 1, how: 'done', entry: renamed(name, 'a') }) as const;
  expect((await appendToJournal(db, 'f', { rev: 1, rows: [row('first')] })).ok).toBe(true);
  const second = await appendToJournal(db, 'f', { rev: 1, rows: [row('second')] });
  expect(second).toEqual({ ok: false, reason: 'conflict' });
  expect((await loadFlow(db, 'f'))?.flow.name).toBe('first');
});

test('a flow is its last claimer’s: who claimed it before neither appends nor saves', async () => {
  await saveFlow(db, { flow: aFlow('f', 'a'), rev: 0, at: 1 });
  const seen = { rev: 1, number: 0 };
  const conflict = { ok: false, reason: 'conflict' };
  const row = { flow: 'f', number: 1, how: 'done', entry: renamed('b', 'a') } as const;
  const append = (writer: string) => appendToJournal(db, 'f', { rev: 1, rows: [row], writer });
  const save = (writer: string, rev: number) =>
    saveFlow(db, { flow: aFlow('f', writer), rev, at: 2, number: 1, writer });
  expect((await claimFlow(db, 'f', 'one', seen)).ok).toBe(true);
  expect((await claimFlow(db, 'f', 'two', { ...seen, writer: 'one' })).ok).toBe(true);
  expect(await append('one')).toEqual(conflict);
  expect(await save('one', 1)).toEqual(conflict);
  expect((await append('two')).ok).toBe(true);
  expect((await save('two', 1)).ok).toBe(true);
  expect(await save('one', 2)).toEqual(conflict);
  expect((await save('two', 2)).ok).toBe(true);
});

test('claims no flow that was changed or claimed since it was read, nor one that is gone', async () => {
  await saveFlow(db, { flow: aFlow('f', 'a'), rev: 0, at: 1 });
  const row = { flow: 'f', number: 1, how: 'done', entry: renamed('b', 'a') } as const;
  await appendToJournal(db, 'f', { rev: 1, rows: [row] });
  const claim = (id: string, rev: number, number: number) =>
    claimFlow(db, id, 'me', { rev, number }).then(({ ok }) => ok);
  expect(await claim('f', 1, 0)).toBe(false);
  expect(await claim('f', 0, 1)).toBe(false);
  expect(await claim('gone', 1, 0)).toBe(false);
  expect(await claim('f', 1, 1)).toBe(true);
  const late = await claimFlow(db, 'f', 'late', { rev: 1, number: 1 });
  expect(late).toEqual({ ok: false, reason: 'conflict' });
});

test('claims a flow of before there were journals, and its history is still there', async () => {
  const past = [renamed('b', 'a')];
  await db.flows.put({ id: 'f', rev: 1, flow: aFlow('f', 'b') });
  await db.histories.put({ flow: 'f', past, future: [] });
  await claimFlow(db, 'f', 'one', { rev: 1, number: 0 });
  expect((await claimFlow(db, 'f', 'two', { rev: 1, number: 0, writer: 'one' })).ok).toBe(true);
  expect((await loadFlow(db, 'f'))?.history).toEqual({ past, future: [] });
  const save = { flow: aFlow('f', 'c'), rev: 1, at: 2, renews: true };
  expect((await saveFlow(db, { ...save, writer: 'one' })).ok).toBe(false);
  expect((await saveFlow(db, { ...save, writer: 'two' })).ok).toBe(true);
});

test('reads a history of before there were journals; the next save writes it as one', async () => {
  const [done, undone] = [renamed('b', 'a'), renamed('c', 'b')];
  await db.flows.put({ id: 'f', rev: 1, flow: aFlow('f', 'b') });
  await db.histories.put({ flow: 'f', past: [done], future: [undone] });
  const older = await loadFlow(db, 'f');
  expect(older).toMatchObject({ history: { past: [done], future: [undone] }, isDue: true });
  const rows = journalOf('f', { past: [done], future: [undone] }, 0);
  const number = rows.length;
  await saveFlow(db, { flow: aFlow('f', 'b'), rev: 1, at: 2, number, rows, renews: true });
  expect(await loadFlow(db, 'f')).toMatchObject({
    history: { past: [done], future: [undone] },
    isDue: false,
  });
});

test('a new name given in the list is one more change of the flow', async () => {
  await saveFlow(db, { flow: aFlow('f', 'a'), rev: 0, at: 1 });
  await changeStored(db, 'f', { type: 'flow.rename', name: 'b' }, 5);
  const stored = await loadFlow(db, 'f');
  expect(stored?.flow.name).toBe('b');
  expect(stored?.history.past).toEqual([{ ...renamed('b', 'a'), at: 5 }]);
});

test('puts a removed flow back with all that belongs to it: bindings, samples, tests, journal, checkpoints, its place', async () => {
  await saveFlow(db, { flow: aFlow('f'), rev: 0, at: 1, number: 1 });
  await bindSlot(db, 'f', 'slot', 'cred');
  await keepShelf(db, 'f', 's1', { samples: [], leftOut: true });
  const test = { id: 't', name: 'Good', at: 1, startedAt: 1, steps: [] };
  await keepTest(db, 'f', test);
  const entry = renamed('b', 'a');
  const journal = [{ flow: 'f', number: 1, how: 'done', entry } as const];
  await db.journal.bulkPut(journal);
  const checkpoint = { id: 'p', flow: 'f', at: 1, name: 'Good', content: aFlow('f') };
  await db.checkpoints.put(checkpoint);
  const filing = { flow: 'f', folder: 'Shop', tags: ['daily'] };
  await db.filings.put(filing);
  const ofOther = { key: 'passed/f2/s', value: ['b'] };
  await db.memories.bulkPut([{ key: 'passed/f/s', value: ['a'] }, ofOther]);
  const removed = await removeFlow(db, 'f');
  expect(await db.memories.toArray()).toEqual([ofOther]);
  expect(await loadShelves(db, 'f')).toEqual({});
  expect(await loadTests(db, 'f')).toEqual([]);
  expect(await listFlows(db)).toEqual([]);
  for (const table of [db.bindings, db.journal, db.checkpoints, db.filings])
    expect(await table.count()).toBe(0);
  if (removed === undefined) throw new Error('nothing was removed');
  await putBack(db, removed);
  expect((await loadFlow(db, 'f'))?.flow).toEqual(aFlow('f'));
  expect(await db.bindings.toArray()).toEqual([{ flow: 'f', slot: 'slot', credential: 'cred' }]);
  expect(await db.memories.count()).toBe(2);
  expect(await loadShelves(db, 'f')).toEqual({ s1: { samples: [], leftOut: true } });
  expect(await loadTests(db, 'f')).toEqual([test]);
  expect(await db.journal.toArray()).toEqual(journal);
  expect(await db.checkpoints.toArray()).toEqual([checkpoint]);
  expect(await db.filings.toArray()).toEqual([filing]);
});

test('reads the tests of a file under new ids, and leaves out what is none', () => {
  const test = { id: 't', name: 'Good', at: 1, startedAt: 1, steps: [] };
  expect(testsIn([test, { id: 'x' }, 5], () => 'new')).toEqual([{ ...test, id: 'new' }]);
});

test('keeps a sample by the hash of its content, digits included', async () => {
  const messages = [{ id: 9007199254740993n }];
  const entry = await keepSample(db, 's1', { origin: 'by-hand', messages, at: 5 });
  expect(entry.hash).toBe(
    'sha256-a14389d66b4d32345ec32f7b1a931cf121dfcb90222231461a52c1114ffd809c',
  );
  expect(entry.size).toBe('[{"id":9007199254740993}]'.length);
  expect(await loadSamples(db, [entry])).toEqual({ s1: { origin: 'by-hand', messages, at: 5 } });
});

test('empties the slots that a forgotten credential filled', async () => {
  const credential = {
    id: 'c',
    name: 'My CRM',
    component: 'catalog:crm',
    type: 'key',
    token: 'sealed',
    hosts: [],
    hints: {},
    at: 1,
  };
  await keepCredential(db, credential);
  await bindSlot(db, 'f', 'slot', 'c');
  expect(await tokensOf(db, 'f')).toEqual({ slot: 'sealed' });
  await forgetCredential(db, 'c');
  expect(await tokensOf(db, 'f')).toEqual({});
});

test('says that a newer Footbridge has made the store', async () => {
  db.close();
  await new Promise<void>((resolve, reject) => {
    const request = indexedDB.open(db.name, 9999);
    request.onsuccess = () => {
      request.result.close();
      resolve();
    };
    request.onerror = () => reject(new Error('not opened'));
  });
  const older = new Database(db.name);
  const cause = await listFlows(older).catch((error: unknown) => error);
  expect(storageFailure(cause)).toEqual({ code: 'flows.storage-newer', params: {} });
});

test('keeps a fresh seal in place of the old one, and leaves an account that was connected again', async () => {
  const account = {
    id: 'c',
    name: 'CRM',
    component: 'catalog:crm',
    type: 'key',
    hosts: [],
    hints: {},
    at: 0,
  };
  await keepCredential(db, { ...account, token: 'old', expires: 5 });
  await keepCredential(db, { ...account, id: 'other', token: 'another' });
  await renewSeal(db, { old: 'old', token: 'fresh', expires: 9 });
  await renewSeal(db, { old: 'old', token: 'too late' });
  expect(await db.credentials.bulkGet(['c', 'other'])).toEqual([
    { ...account, token: 'fresh', expires: 9 },
    { ...account, id: 'other', token: 'another' },
  ]);
  await renewSeal(db, { old: 'fresh', token: 'fresher' });
  expect(await db.credentials.get('c')).toEqual({ ...account, token: 'fresher' });
});

test('changes a credential as it is now, and brings none back that was forgotten meanwhile', async () => {
  const account = {
    id: 'c',
    name: 'CRM',
    component: 'catalog:crm',
    type: 'key',
    token: 'old',
    hosts: [],
    hints: {},
    at: 0,
  };
  await keepCredential(db, account);
  await renewSeal(db, { old: 'old', token: 'fresh' });
  await changeCredential(db, 'c', (now) => ({ ...now, name: 'CRM of the team' }));
  expect(await db.credentials.get('c')).toEqual({
    ...account,
    token: 'fresh',
    name: 'CRM of the team',
  });
  await forgetCredential(db, 'c');
  await changeCredential(db, 'c', (now) => ({ ...now, says: 'Connected as Ada' }));
  expect(await db.credentials.toArray()).toEqual([]);
});
