import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openFileStore } from './store.ts';
import { loadKeyFile } from './vault/keys.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'footbridge-store-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('the store file', () => {
  it('keeps revoked tokens and webhook addresses over a restart, for its owner only', async () => {
    const before = await openFileStore(folder);
    const webhook = { id: 'h', workspace: 'w', expires: 5 };
    await Promise.all([before.revoke('a'), before.saveWebhooks([webhook]), before.revoke('b')]);

    const after = await openFileStore(folder);
    expect([
      after.isRevoked('a'),
      after.isRevoked('b'),
      after.isRevoked('c'),
      after.webhooks(),
    ]).toEqual([true, true, false, [webhook]]);
    expect((await stat(join(folder, 'store.json'))).mode & 0o777).toBe(0o600);
    expect(await readdir(folder)).toEqual(['store.json']);
  });

  it('keeps which sessions were signed out, until they would have ended by themselves', async () => {
    const before = await openFileStore(folder);
    await before.endSession({ id: 'short', ends: 1_000 }, 500);
    await before.endSession({ id: 'long', ends: 9_000 }, 900);
    expect((await openFileStore(folder)).endedSessions()).toEqual(['short', 'long']);
    await before.endSession({ id: 'later', ends: 9_000 }, 1_001);
    expect((await openFileStore(folder)).endedSessions()).toEqual(['long', 'later']);
  });

  it('keeps the newest tokens of a credential and apps, and reads a file that knew of neither', async () => {
    const old = {
      format: 'footbridge.proxy-store',
      formatVersion: 1,
      revoked: ['a'],
      webhooks: [],
    };
    await writeFile(join(folder, 'store.json'), JSON.stringify(old));
    const before = await openFileStore(folder);
    expect([before.isRevoked('a'), before.tokens('c'), before.app('x')]).toEqual([
      true,
      undefined,
      undefined,
    ]);
    await before.keepTokens({ id: 'c', generation: 1, seal: 'first' });
    await before.keepTokens({ id: 'c', generation: 2, seal: 'second' });
    await before.keepTokens({ id: 'd', generation: 1, seal: 'other' });
    await before.forgetTokens('d');
    await before.keepApp('__proto__', 'sealed');

    const after = await openFileStore(folder);
    expect(after.tokens('c')).toEqual({ id: 'c', generation: 2, seal: 'second' });
    expect([after.tokens('d'), after.app('x'), after.app('constructor')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('holds no tokens of a revoked credential; they are at hand until they were given back', async () => {
    const store = await openFileStore(folder);
    await store.keepTokens({ id: 'c', generation: 1, seal: 'first' });
    await store.keepTokens({ id: 'd', generation: 1, seal: 'other' });
    await store.revoke('c');
    expect(store.tokens('c')?.seal).toBe('first');
    expect((await openFileStore(folder)).tokens('c')).toBeUndefined();

    await store.keepTokens({ id: 'c', generation: 2, seal: 'late' });
    expect(store.tokens('c')?.seal).toBe('late');
    const after = await openFileStore(folder);
    expect([after.tokens('c'), after.tokens('d')?.seal]).toEqual([undefined, 'other']);
  });

  it('that is broken stops the start: going on would make revoked credentials valid again', async () => {
    await writeFile(join(folder, 'store.json'), '{"format":');
    await expect(openFileStore(folder)).rejects.toThrow('cannot be read');
  });
});

describe('the key file', () => {
  it('is made once, for its owner only', async () => {
    const made = await loadKeyFile(join(folder, 'data'));
    const again = await loadKeyFile(join(folder, 'data'));
    expect(again.current.id).toBe(made.current.id);
    expect((await stat(join(folder, 'data', 'keys.json'))).mode & 0o777).toBe(0o600);
    expect((await stat(join(folder, 'data'))).mode & 0o777).toBe(0o700);
  });

  it('that others may read is refused with the command that mends it', async () => {
    await loadKeyFile(folder);
    const path = join(folder, 'keys.json');
    await rm(path);
    await writeFile(path, '{}', { mode: 0o644 });
    await expect(loadKeyFile(folder)).rejects.toThrow(`chmod 600 ${path}`);
  });

  it('that holds no key is told without quoting it', async () => {
    await writeFile(join(folder, 'keys.json'), '{"key": "half-a-key"}', { mode: 0o600 });
    const told = String(await loadKeyFile(folder).catch((cause: unknown) => cause));
    expect([
      told.includes('every credential has to be connected again'),
      told.includes('half-a-key'),
    ]).toEqual([true, false]);
  });
});
