import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { takeLock } from './file-lock.ts';

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'footbridge-lock-'));
  path = join(folder, 'flow.memory.lock');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('one has it, and the next one after it is given up', async () => {
  const release = await takeLock(path);
  expect(await takeLock(path)).toBeUndefined();
  await release?.();
  expect(await readdir(folder)).toEqual([]);
  expect(await takeLock(path)).toBeDefined();
});

test('of many that find the lock of a process that is gone, one gets it', async () => {
  for (let round = 0; round < 60; round++) {
    await writeFile(path, '2147483646');
    const taken = await Promise.all(Array.from({ length: 8 }, () => takeLock(path)));
    const got = taken.filter((release) => release !== undefined);
    expect(got).toHaveLength(1);
    await got[0]?.();
    expect(await readdir(folder)).toEqual([]);
  }
});

test('a lock with the number of this very process, left by an earlier one in a container, is nobody’s', async () => {
  await writeFile(path, String(process.pid));
  expect(await takeLock(path)).toBeDefined();
});

test('a lock whose owner is not written yet is somebody’s, unless that was long ago', async () => {
  await writeFile(path, '');
  expect(await takeLock(path)).toBeUndefined();
  await utimes(path, new Date(0), new Date(0));
  expect(await takeLock(path)).toBeDefined();
});

test('who gives it up late leaves the lock of the next one alone', async () => {
  const release = await takeLock(path);
  await writeFile(path, String(process.ppid));
  await release?.();
  expect(await readdir(folder)).toEqual(['flow.memory.lock']);
});
