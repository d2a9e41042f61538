import { afterEach, expect, test } from 'vitest';
import { aFlow } from '../../flow/testing/a-flow.ts';
import { Database } from '../../storage/index.ts';
import type { CheckpointRow } from '../../storage/contract.ts';
import {
  keepAutomatic,
  keepCheckpoint,
  lastCheckpointAt,
  listCheckpoints,
  renameCheckpoint,
} from './checkpoint-storage.ts';

const opened: Database[] = [];
const aDatabase = () => {
  const db = new Database(`checkpoints-${String(opened.length)}`);
  opened.push(db);
  return db;
};
afterEach(async () => {
  for (const db of opened.splice(0)) await db.delete();
});

const checkpoint = (at: number, more: Partial<CheckpointRow> = {}): CheckpointRow => ({
  ...{
    id: `c${String(at)}`,
    flow: 'f',
    at,
    name: `At ${String(at)}`,
    content: aFlow({ steps: [] }),
  },
  ...more,
});

test('lets go of the oldest that were kept by themselves, never of those of a person or of another flow', async () => {
  const db = aDatabase();
  await keepCheckpoint(db, checkpoint(1));
  await keepCheckpoint(db, checkpoint(2, { flow: 'other', automatic: true }));
  await keepAutomatic(db, checkpoint(3, { automatic: true }));
  await renameCheckpoint(db, 'c3', 'Mine now');
  for (let at = 4; at < 16; at++) await keepAutomatic(db, checkpoint(at, { automatic: true }));
  const kept = await listCheckpoints(db, 'f');
  expect(kept.map(({ name }) => name)).toEqual([
    ...['At 15', 'At 14', 'At 13', 'At 12', 'At 11', 'At 10', 'At 9', 'At 8', 'At 7', 'At 6'],
    ...['Mine now', 'At 1'],
  ]);
  expect(await listCheckpoints(db, 'other')).toHaveLength(1);
  expect(await lastCheckpointAt(db, 'f')).toBe(15);
  expect(await lastCheckpointAt(db, 'none')).toBeUndefined();
});

test('keeps the newest where ten others have later times: a clock was set back, or they are of another computer', async () => {
  const db = aDatabase();
  for (let at = 11; at < 21; at++) await keepAutomatic(db, checkpoint(at, { automatic: true }));
  await keepAutomatic(db, checkpoint(5, { automatic: true }));
  const kept = await listCheckpoints(db, 'f');
  expect(kept.map(({ at }) => at)).toEqual([20, 19, 18, 17, 16, 15, 14, 13, 12, 5]);
});
