import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeTemporaryFolder, takeAwayLeftFolders } from './temporary-folder.ts';

let within: string;
const children: ChildProcess[] = [];

beforeEach(async () => {
  within = await mkdtemp(join(tmpdir(), 'footbridge-test-'));
});
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await rm(within, { recursive: true, force: true });
});

async function aProcess(): Promise<ChildProcess & { readonly pid: number }> {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  children.push(child);
  await once(child, 'spawn');
  return child as ChildProcess & { readonly pid: number }; // it was started
}

async function killed(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL');
  await once(child, 'exit');
}

/** A folder as that process would have made it, with a file in it. */
async function folderOf(pid: number, ending: string): Promise<string> {
  const own = await makeTemporaryFolder(within);
  const name = basename(own.path).replace(`-${String(process.pid)}-`, `-${String(pid)}-`);
  await own.close();
  const path = join(within, name.replace(/[^-]+$/, ending));
  await mkdir(path);
  await writeFile(join(path, 'a'), 'bytes');
  return basename(path);
}

it('takes away what a process that was killed has left, and nothing of one that lives', async () => {
  const [dead, living] = [await aProcess(), await aProcess()];
  await folderOf(dead.pid, 'dead');
  const left = await folderOf(living.pid, 'living');
  const own = await makeTemporaryFolder(within);
  await takeAwayLeftFolders(within);
  expect(await readdir(within)).toHaveLength(3);
  await killed(dead);
  await takeAwayLeftFolders(within);
  expect((await readdir(within)).sort()).toEqual([left, basename(own.path)].sort());
  await own.close();
});

it('leaves what is not surely of a dead process here', async () => {
  const dead = await aProcess();
  const name = await folderOf(dead.pid, 'x');
  await killed(dead);
  await rm(join(within, name), { recursive: true });
  const elsewhere = name.replace(/-[\da-f]{12}-/, '-0123456789ab-');
  const others = [elsewhere, 'footbridge-abc', name.replace(String(dead.pid), 'x')];
  for (const other of others) await mkdir(join(within, other));
  const linked = await mkdtemp(join(tmpdir(), 'footbridge-test-'));
  await symlink(linked, join(within, name));
  await takeAwayLeftFolders(within);
  expect((await readdir(within)).sort()).toEqual([...others, name].sort());
  await rm(linked, { recursive: true });
});

it('is gone when it is closed', async () => {
  const { path, close } = await makeTemporaryFolder(within);
  expect(await readdir(within)).toEqual([basename(path)]);
  await close();
  expect(await readdir(within)).toEqual([]);
});
