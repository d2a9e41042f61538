import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keptHostKey } from './kept-host-key.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'footbridge-host-key-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('is the same from start to start, for its owner only', async () => {
  const made = await keptHostKey(folder);
  expect(await keptHostKey(folder)).toBe(made);
  expect((await stat(join(folder, 'sample-file-server.key'))).mode & 0o777).toBe(0o600);
});

test('is made anew where the file was cut off', async () => {
  const made = await keptHostKey(folder);
  const path = join(folder, 'sample-file-server.key');
  for (const cut of ['', made.slice(0, 80)]) {
    await writeFile(path, cut);
    const again = await keptHostKey(folder);
    expect(again).toContain('-----END');
    expect(await readFile(path, 'utf8')).toBe(again);
  }
});
