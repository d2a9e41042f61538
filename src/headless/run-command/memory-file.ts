/**
 * What a flow remembers from run to run, in one file of its own.
 *
 * 1. Written anew and swapped in: a crash leaves the old or the new one, never half of one.
 * 2. One run at a time: two that overlap would both take the same entries for new.
 * 3. One writing at a time: flows that are called inside a run end together.
 */
import { readFile } from 'node:fs/promises';
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
import { takeLock } from './file-lock.ts';
import { swapIn } from '../swap-in.ts';

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
  const release = await lock(`${path}.lock`, file);
  try {
    const known = await readMemory(path, file);
    const state = new Map<string, Json>(Object.entries(known ?? {}));
    let last: Promise<void> = Promise.resolve();
    const write = (): Promise<void> =>
      swapIn(path, `${writeJson({ format, formatVersion, state: Object.fromEntries(state) })}\n`);
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
      close: release,
    };
  } catch (cause) {
    await release();
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

async function lock(path: string, file: string): Promise<() => Promise<void>> {
  const release = await takeLock(path).catch((cause: unknown) => {
    const reason = (cause as NodeJS.ErrnoException).code ?? '';
    throw new CannotRun(say('command-line.file-unreadable', { file, reason }));
  });
  if (release === undefined) throw new CannotRun(say('command-line.memory-in-use', { file }));
  return release;
}
