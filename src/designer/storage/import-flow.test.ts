import { afterEach, beforeEach, expect, test } from 'vitest';
import { newFlow } from '../../flow/index.ts';
import type { FlowTest } from '../../runtime/contract.ts';
import { storageFailure } from '../../storage/contract.ts';
import { Database } from '../../storage/index.ts';
import { tokensOf } from './credential-storage.ts';
import { removeFlow, saveFlow } from './flow-storage.ts';
import { keepImported, type FlowToImport } from './import-flow.ts';

let db: Database;
let count = 0;
beforeEach(() => {
  db = new Database(`import-${String(++count)}`);
});
afterEach(() => db.close());

const account = {
  id: 'account',
  name: 'CRM',
  component: 'catalog:crm',
  type: 'api-key',
  token: 'sealed',
  hosts: [],
  hints: {},
  at: 1,
};
const file: FlowToImport = {
  flow: newFlow('Imported', () => 'f'),
  tests: [{ id: 't', name: 'T', at: 1 } as FlowTest],
  sampleContents: { hash: [1, 2] },
  called: [newFlow('Called', () => 'c')],
  bindings: [{ flow: 'f', slot: 'crm', credential: 'account' }],
};

test('an accepted file is kept with its samples, tests, called flows and chosen accounts', async () => {
  await db.credentials.put(account);
  await keepImported(db, file, 5);
  expect((await db.summaries.toArray()).map(({ name }) => name).toSorted()).toEqual([
    'Called',
    'Imported',
  ]);
  expect((await db.samples.get('hash'))?.messages).toEqual([1, 2]);
  expect((await db.tests.where({ flow: 'f' }).toArray()).map(({ id }) => id)).toEqual(['t']);
  expect(await tokensOf(db, 'f')).toEqual({ crm: 'sealed' });
});

test('where a part cannot be kept, nothing of the file is', async () => {
  const unkept = { flow: 'f', slot: () => 'no row', credential: 'account' } as never;
  await expect(keepImported(db, { ...file, bindings: [unkept] }, 5)).rejects.toThrow();
  for (const table of [db.flows, db.summaries, db.samples, db.tests, db.bindings])
    expect(await table.count()).toBe(0);
});

test('where a flow of the file has come here since it was looked at, nothing of the file is kept, and it is told', async () => {
  for (const id of ['f', 'c']) {
    await saveFlow(db, { flow: newFlow('Here already', () => id), rev: 0, at: 1 });
    const kept = keepImported(db, file, 5);
    await expect(kept.catch((cause: unknown) => storageFailure(cause).code)).resolves.toBe(
      'flows.storage-taken',
    );
    expect((await db.summaries.toArray()).map(({ name }) => name)).toEqual(['Here already']);
    for (const table of [db.samples, db.tests, db.bindings]) expect(await table.count()).toBe(0);
    await removeFlow(db, id);
  }
});
