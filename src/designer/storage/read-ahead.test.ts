import { Dexie } from 'dexie';
import { expect, test } from 'vitest';
import { newFlow } from '../../flow/index.ts';
import { Database, databaseVersion } from '../../storage/index.ts';
import { loadFlow, saveFlow } from './flow-storage.ts';
import { openAhead, readAhead } from './read-ahead.ts';

const flow = newFlow('Kept', () => 'kept');

test('reads a flow as the library does', async () => {
  const db = new Database('as-dexie');
  await saveFlow(db, { flow, rev: 0, at: 1 });
  expect(await readAhead('kept', 'as-dexie')).toEqual(await loadFlow(db, 'kept'));
});

test('knows nothing of a flow that is not there, and makes no store', async () => {
  expect(await readAhead('kept', 'nowhere')).toBeUndefined();
  expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain('nowhere');
});

test('leaves a store of another version to the library', async () => {
  const newer = new Dexie('newer');
  newer.version(databaseVersion + 1).stores({ flows: 'id', histories: 'flow' });
  await newer.table('flows').put({ id: 'kept', rev: 1, flow });
  newer.close();
  expect(await readAhead('kept', 'newer')).toBeUndefined();
});

test('leaves an older store to the library, which renews it and keeps what is in it', async () => {
  const older = new Dexie('older');
  older.version(databaseVersion - 1).stores({ flows: 'id', summaries: 'id', histories: 'flow' });
  await older.table('flows').put({ id: 'kept', rev: 1, flow });
  older.close();
  expect(await readAhead('kept', 'older')).toBeUndefined();
  const db = new Database('older');
  expect((await loadFlow(db, 'kept'))?.flow).toEqual(flow);
  db.close();
  expect((await readAhead('kept', 'older'))?.flow).toEqual(flow);
});

test('reads from a store that was opened before, and stands in the way of no upgrade', async () => {
  const db = new Database('ahead');
  await saveFlow(db, { flow, rev: 0, at: 1 });
  openAhead('ahead');
  expect((await readAhead('kept', 'ahead'))?.flow).toEqual(flow);
  openAhead('ahead');
  db.close();
  const newer = new Dexie('ahead');
  newer.version(databaseVersion + 1).stores({ flows: 'id' });
  expect(await newer.table('flows').count()).toBe(1);
  newer.close();
  expect(await readAhead('kept', 'ahead')).toBeUndefined();
});
