import { expect, test } from 'vitest';
import { newFlow } from '../../flow/index.ts';
import { Database } from '../../storage/index.ts';
import { saveFlow } from './flow-storage.ts';
import { clearRuns, hasRoomFor, roomTaken } from './room.ts';

test('what takes room is told by its kind, and runs are let go alone', async () => {
  const db = new Database('room-1');
  await saveFlow(db, { flow: newFlow('A', () => 'a'), rev: 0, at: 1 });
  await db.samples.put({ hash: 'h', messages: ['x'.repeat(5_000)], at: 1 });
  await db.runs.put({
    id: 'r',
    flow: 'a',
    at: 1,
    status: 'done',
    asked: { scope: { kind: 'whole-flow' }, by: 'test' } as never,
    parts: [],
    ms: 1,
    size: 70_000,
  });
  const taken = await roomTaken(db);
  expect(taken).toMatchObject({ runs: 70_000, runCount: 1 });
  expect(taken.samples).toBeGreaterThan(5_000);
  expect(taken.samples).toBeLessThan(6_000);
  await clearRuns(db);
  expect(await roomTaken(db)).toEqual({ ...taken, runs: 0, runCount: 0 });
  db.close();
});

test('a browser that says how much room there is is believed; one that does not is let try', async () => {
  const saying = (usage: number, quota: number) => ({
    estimate: () => Promise.resolve({ usage, quota }),
  });
  expect(await hasRoomFor(50, saying(40, 100))).toBe(true);
  expect(await hasRoomFor(60, saying(40, 100))).toBe(false);
  expect(await hasRoomFor(60, { estimate: () => Promise.resolve({}) })).toBe(true);
  expect(await hasRoomFor(60, { estimate: () => Promise.reject(new Error('no')) })).toBe(true);
});
