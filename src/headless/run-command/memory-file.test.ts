import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openMemoryFile } from './memory-file.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'footbridge-memory-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('what several parts of a run remember at the same time is all kept', async () => {
  const memory = await openMemoryFile('flow.memory', folder, { keeps: true });
  const names = Array.from({ length: 20 }, (_, at) => `key-${String(at)}`);
  await Promise.all(names.map((name) => memory.state.set(name, 'x'.repeat(10_000))));
  await memory.close();
  const kept = JSON.parse(await readFile(join(folder, 'flow.memory'), 'utf8')) as {
    readonly state: Readonly<Record<string, string>>;
  };
  expect(Object.keys(kept.state)).toEqual(names);
});
