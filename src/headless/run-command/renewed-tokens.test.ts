import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { CannotRun } from './cannot-run.ts';
import { openRenewedTokens } from './renewed-tokens.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'footbridge-renewed-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it('a refresh token that was replaced is found again by the one in the credentials file', async () => {
  const first = await openRenewedTokens('keys.json', folder);
  expect(first.latest('one')).toBe('one');
  first.keep('one', 'two');
  first.keep('one', 'three');
  await first.close();

  const next = await openRenewedTokens('keys.json', folder);
  expect([next.latest('one'), next.latest('another')]).toEqual(['three', 'another']);
  expect(await readdir(folder)).toEqual(['keys.json.renewed']);
  const path = join(folder, 'keys.json.renewed');
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  expect(await readFile(path, 'utf8')).not.toContain('"one"');
});

it('a file that is not one is told by its name, and nothing of it', async () => {
  await writeFile(join(folder, 'keys.json.renewed'), '{"tokens": {"a": "a-secret-token"');
  const told = String(
    await openRenewedTokens('keys.json', folder).catch((cause: unknown) => cause),
  );
  expect([told.includes('keys.json.renewed'), told.includes('a-secret')]).toEqual([true, false]);
});

it('two runs at the same time lose none of what the services gave to either', async () => {
  const [one, other] = await Promise.all([
    openRenewedTokens('keys.json', folder),
    openRenewedTokens('keys.json', folder),
  ]);
  one.keep('a', 'a2');
  other.keep('b', 'b2');
  await Promise.all([one.close(), other.close()]);

  const next = await openRenewedTokens('keys.json', folder);
  expect([next.latest('a'), next.latest('b')]).toEqual(['a2', 'b2']);
  expect(await readdir(folder)).toEqual(['keys.json.renewed']);
});

it('what could not be written once is written with what comes later', async () => {
  const kept = await openRenewedTokens('keys.json', folder);
  const inTheWay = join(folder, 'keys.json.renewed.lock');
  await mkdir(inTheWay);
  kept.keep('a', 'a2');
  const told = await kept.close().catch((cause: unknown) => cause);
  expect(told).toBeInstanceOf(CannotRun);
  expect((told as CannotRun).lines.join()).toContain('keys.json.renewed (EISDIR)');
  await rm(inTheWay, { recursive: true });
  kept.keep('b', 'b2');
  await kept.close();

  const next = await openRenewedTokens('keys.json', folder);
  expect([next.latest('a'), next.latest('b')]).toEqual(['a2', 'b2']);
});
