/**
 * A folder for as long as this process lives.
 *
 * 1. It goes when the process ends, however it does: what could not be taken away (the process was killed) goes when the next
 *    one begins.
 * 2. Never that of a process that lives: its name says whose it is, and where that number means something (another container
 *    may share the folder, and count its processes for itself). A number that another process has got by now keeps it.
 */
import { createHash } from 'node:crypto';
import { readlinkSync, rmSync } from 'node:fs';
import { lstat, mkdtemp, readdir, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { isAlive } from './is-alive.ts';

export interface TemporaryFolder {
  readonly path: string;
  /** Takes it away, with what is in it. */
  close(): Promise<void>;
}

export async function makeTemporaryFolder(within: string): Promise<TemporaryFolder> {
  const path = await mkdtemp(join(within, `${ownPrefix()}${String(process.pid)}-`));
  const atExit = (): void => rmSync(path, { recursive: true, force: true });
  process.once('exit', atExit);
  return {
    path,
    async close() {
      process.off('exit', atExit);
      await rm(path, { recursive: true, force: true });
    },
  };
}

/** Takes away what processes that are dead by now have left there. What cannot be taken away stays. */
export async function takeAwayLeftFolders(within: string): Promise<void> {
  const prefix = ownPrefix();
  const names = await readdir(within).catch(() => []);
  for (const name of names.filter((one) => one.startsWith(prefix))) {
    const owner = /^(\d+)-[^-]+$/.exec(name.slice(prefix.length))?.[1];
    if (owner === undefined || isAlive(Number(owner))) continue;
    const path = join(within, name);
    if (await isOwn(path)) await rm(path, { recursive: true, force: true }).catch(() => undefined);
  }
}

/** The same for all processes that know each other by their numbers. */
function ownPrefix(): string {
  const place = createHash('sha256').update(`${hostname()} ${numbering()}`).digest('hex');
  return `footbridge-files-${place.slice(0, 12)}-`;
}

/** Which count of processes this one is in, where the system has several. */
function numbering(): string {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return '';
  }
}

/** A folder of this user's: in a place that all may write to, anybody may make one of that name. */
async function isOwn(path: string): Promise<boolean> {
  const found = await lstat(path).catch(() => undefined);
  return found?.isDirectory() === true && (process.getuid?.() ?? found.uid) === found.uid;
}
