import { expect, test } from 'vitest';
import { Database } from '../../storage/index.ts';
import { bindSlot, forgetCredential, keepCredential } from '../storage/credential-storage.ts';
import { followTokens } from './follow-tokens.ts';

const credential = (id: string) => ({
  id,
  name: id,
  component: 'catalog:crm',
  type: 'api-key',
  at: 0,
  token: `token of ${id}`,
  hosts: [],
  hints: {},
});

async function aStore(name: string): Promise<Database> {
  const db = new Database(`follow-tokens-${name}`);
  for (const id of ['one', 'two']) await keepCredential(db, credential(id));
  await bindSlot(db, 'flow-1', 'crm', 'one');
  await bindSlot(db, 'flow-2', 'crm', 'two');
  return db;
}

test('tokens are those that the store has now, also after an account was changed or removed', async () => {
  const db = await aStore('now');
  const tokens = followTokens(() => Promise.resolve(db));
  expect(await tokens('flow-1')).toEqual({ crm: 'token of one' });
  await bindSlot(db, 'flow-1', 'crm', 'two');
  await expect.poll(() => tokens('flow-1')).toEqual({ crm: 'token of two' });
  await forgetCredential(db, 'two');
  await expect.poll(() => tokens('flow-1')).toEqual({});
});

test('a flow never gets the tokens of the one before it', async () => {
  const db = await aStore('other');
  const tokens = followTokens(() => Promise.resolve(db));
  const [first, second] = await Promise.all([tokens('flow-1'), tokens('flow-2')]);
  expect(first).toEqual({ crm: 'token of one' });
  expect(second).toEqual({ crm: 'token of two' });
  expect(await tokens('flow-1')).toEqual({ crm: 'token of one' });
});

test('a store that could not be opened is asked again', async () => {
  const db = await aStore('again');
  let isBroken = true;
  const tokens = followTokens(() =>
    isBroken ? Promise.reject(new Error('off')) : Promise.resolve(db),
  );
  await expect(tokens('flow-1')).rejects.toThrow('off');
  isBroken = false;
  expect(await tokens('flow-1')).toEqual({ crm: 'token of one' });
});
