/**
 * What a flow remembers from run to run, in one file of its own.
 *
 * 1. Written anew and swapped in: a crash leaves the old or the new one, never half of one.
 * 2. One run at a time: two that overlap would both take the same entries for new.
 * 3. One writing at a time: flows that are called inside a run end together.
 */
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { HostPorts } from '../../runtime/index.ts';
import {
  isJsonObject,
  parseJson,
  writeJson,
  type Json,
  type JsonObject,
} from '../../shared/index.ts';
import { say } from '../../words/index.ts';
import { CannotRun } from './cannot-run.ts';

const format = 'footbridge.memory';
const formatVersion = 1;

export interface MemoryFile {
  readonly state: HostPorts['state'];
  /** Nothing has been remembered in it yet. */
  readonly isNew: boolean;
  close(): Promise<void>;
}

/** Opens the file, or begins a new one with the first thing remembered. Throws `CannotRun` in words. */
export async function openMemoryFile(
  file: string,
  folder: string,
  {
    keeps,
  }: {
    /** False: what is remembered is forgotten, for a run that only shows. */ readonly keeps: boolean;
  },
): Promise<MemoryFile> {
  const path = resolve(folder, file);
  await lock(`${path}.lock`, file);
  try {
    const known = await readMemory(path, file);
    const state = new Map<string, Json>(Object.entries(known ?? {}));
    let last: Promise<void> = Promise.resolve();
    const write = async (): Promise<void> => {
      const text = writeJson({ format, formatVersion, state: Object.fromEntries(state) });
      await writeFile(`${path}.new`, `${text}\n`, { mode: 0o600 });
      await rename(`${path}.new`, path);
    };
    return {
      isNew: known === undefined,
      state: {
        get: (key) => Promise.resolve(state.get(key)),
        async set(key, value) {
          if (!keeps) return;
          state.set(key, value);
          const written = last.then(write);
          last = written.catch(() => undefined); // told to whoever wanted it
          await written;
        },
      },
      close: () => rm(`${path}.lock`, { force: true }),
    };
  } catch (cause) {
    await rm(`${path}.lock`, { force: true });
    throw cause;
  }
}

async function readMemory(path: string, file: string): Promise<JsonObject | undefined> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (cause) {
    const reason = (cause as NodeJS.ErrnoException).code ?? '';
    if (reason === 'ENOENT') return undefined;
    throw new CannotRun(say('command-line.file-unreadable', { file, reason }));
  }
  const parsed = parseJson(text);
  const memory = parsed.ok && isJsonObject(parsed.value) ? parsed.value : {};
  const { state } = memory;
  if (
    memory['format'] === format &&
    memory['formatVersion'] === formatVersion &&
    isJsonObject(state)
  )
    return state;
  // Beginning afresh would take nothing of what came since for new.
  throw new CannotRun(say('command-line.memory-unreadable', { file }));
}

/** A lock of a process that is gone is nobody's. */
async function lock(path: string, file: string): Promise<void> {
  const claim = (flag: 'w' | 'wx') => writeFile(path, String(process.pid), { flag, mode: 0o600 });
  try {
    await claim('wx');
  } catch (cause) {
    const reason = (cause as NodeJS.ErrnoException).code ?? '';
    if (reason !== 'EEXIST')
      throw new CannotRun(say('command-line.file-unreadable', { file, reason }));
    if (isAlive(Number(await readFile(path, 'utf8').catch(() => ''))))
      throw new CannotRun(say('command-line.memory-in-use', { file }));
    await claim('w');
  }
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid < 1) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === 'EPERM';
  }
}
