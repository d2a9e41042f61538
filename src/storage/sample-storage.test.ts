import { afterEach, beforeEach, expect, test } from 'vitest';
import { Database } from './database.ts';
import { keepContents, keepSample, loadSample } from './sample-storage.ts';

let db: Database;
let count = 0;
beforeEach(() => {
  db = new Database(`samples-${String(++count)}`);
});
afterEach(() => db.close());

const recorded = (ids?: readonly string[]) => ({
  origin: 'recorded' as const,
  messages: [{ ok: true }, { ok: true }],
  at: 1,
  ...(ids !== undefined && { ids }),
});

test('two steps that give the same under other names have two samples', async () => {
  const one = await keepSample(db, 'one', recorded(['0.0', '0.1']));
  const other = await keepSample(db, 'other', recorded(['0.1', '0.2']));
  expect((await loadSample(db, one.hash))?.ids).toEqual(['0.0', '0.1']);
  expect((await loadSample(db, other.hash))?.ids).toEqual(['0.1', '0.2']);
});

test('the same again is the same sample', async () => {
  const { hash } = await keepSample(db, 'one', recorded(['0.0', '0.1']));
  expect((await keepSample(db, 'one', { ...recorded(['0.0', '0.1']), at: 2 })).hash).toBe(hash);
});

test('a file that names what is there already changes nothing of it', async () => {
  const { hash } = await keepSample(db, 'one', recorded(['0.0', '0.1']));
  await keepContents(db, { [hash]: [{ ok: true }, { ok: true }], other: [7] }, 5);
  expect((await loadSample(db, hash))?.ids).toEqual(['0.0', '0.1']);
  expect((await loadSample(db, 'other'))?.messages).toEqual([7]);
});
