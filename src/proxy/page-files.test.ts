import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readPageFiles } from './page-files.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'footbridge-page-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it('a file is sent in a form that the browser says it takes, and in none that it says it does not', async () => {
  await writeFile(join(folder, 'index.html'), `<!doctype html>${' '.repeat(2_000)}`);
  const { index } = await readPageFiles(folder);
  const sentTo = async (accepted: string) => (await index.encoded(accepted)).encoding;
  expect(await sentTo('gzip, deflate, br')).toBe('br');
  expect(await sentTo('br;q=0.5, gzip')).toBe('br');
  expect(await sentTo('gzip;q=1.0')).toBe('gzip');
  expect(await sentTo('br;q=0, gzip')).toBe('gzip');
  expect(await sentTo('br; q=0.0, gzip;q=0')).toBeUndefined();
  expect(await sentTo('x-br')).toBeUndefined();
});
