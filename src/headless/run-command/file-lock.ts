/**
 * One process at a time at a file: a lock beside it, which names its owner.
 *
 * 1. A lock of a process that is gone is nobody's. Those that find it take turns at taking it away, and each only what it has seen.
 * 2. A number is given again, in a container the same one at every start: our own number on a lock that we do not hold is of one that is gone.
 */
import { randomUUID } from 'node:crypto';
import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive } from '../is-alive.ts';

const held = new Set<string>();
/** Between making a file and naming the owner in it, or taking it away, lies no longer than this. */
const longestMomentMs = 5_000;

/** The function that comes back gives it up; undefined where another one has it. Rejects where there can be no lock. */
export async function takeLock(path: string): Promise<(() => Promise<void>) | undefined> {
  const owner = `${String(process.pid)} ${randomUUID()}`;
  for (;;) {
    held.add(owner);
    try {
      await writeFile(path, owner, { flag: 'wx', mode: 0o600 });
    } catch (cause) {
      held.delete(owner);
      if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw cause;
      if (await takeAway(path)) continue;
      return undefined;
    }
    return async () => {
      held.delete(owner);
      if ((await contentOf(path)) === owner) await rm(path, { force: true });
    };
  }
}

/** False where its owner lives, or another one is about to become it. */
async function takeAway(path: string): Promise<boolean> {
  const seen = await contentOf(path);
  if (seen === undefined) return true; // given up meanwhile
  if (await isOwned(seen, path)) return false;
  const turn = `${path}.taking`;
  try {
    await writeFile(turn, '', { flag: 'wx', mode: 0o600 });
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw cause;
    if (await isFresh(turn)) return false;
    await rm(turn, { force: true });
    return true;
  }
  try {
    // Whoever had the turn before may have left a lock of its own.
    if ((await contentOf(path)) === seen) await rm(path, { force: true });
  } finally {
    await rm(turn, { force: true });
  }
  return true;
}

async function isFresh(path: string): Promise<boolean> {
  const made = await stat(path).catch(() => undefined);
  return made !== undefined && Date.now() - made.mtimeMs < longestMomentMs;
}

async function isOwned(content: string, path: string): Promise<boolean> {
  if (content === '') return isFresh(path);
  const pid = Number(content.split(' ')[0]);
  if (!Number.isInteger(pid) || pid < 1) return false;
  return pid === process.pid ? held.has(content) : isAlive(pid);
}

/** Undefined where there is no such file. */
async function contentOf(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw cause;
  }
}

/** Waits for its turn, for not longer than it takes to write a small file many times. */
export async function waitForLock(path: string): Promise<() => Promise<void>> {
  for (let left = 200; left > 0; left--) {
    const release = await takeLock(path);
    if (release !== undefined) return release;
    await sleep(25);
  }
  throw new Error(`${path} does not become free`);
}
