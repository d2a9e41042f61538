import { createWriteStream, openAsBlob } from 'node:fs';
import { rm } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { KeptFiles } from '../shared/index.ts';
import {
  makeTemporaryFolder,
  takeAwayLeftFolders,
  type TemporaryFolder,
} from './temporary-folder.ts';

export interface TemporaryFiles extends KeptFiles {
  /** Takes all of them away. */
  close(): Promise<void>;
}

/**
 * Files that a run passes on, in a folder of their own that only this user may read: made with the first one, gone with `close`,
 * and when the process ends before that; if it was killed, with the next that begins. Together at most `mostBytes`; beyond that the oldest go.
 */
export function createTemporaryFiles(mostBytes: number, within = tmpdir()): TemporaryFiles {
  const kept = new Map<string, { readonly path: string; readonly size: number }>();
  let folder: Promise<TemporaryFolder> | undefined;
  let bytes = 0;
  const swept = takeAwayLeftFolders(within);

  async function forget(id: string): Promise<void> {
    const known = kept.get(id);
    if (known === undefined) return;
    kept.delete(id);
    bytes -= known.size;
    await rm(known.path, { force: true });
  }

  async function letGoOldest(): Promise<void> {
    for (const id of kept.keys()) {
      if (bytes <= mostBytes || kept.size === 1) return;
      await forget(id);
    }
  }

  return {
    async keep(pieces) {
      // One that could not be made may be later; there is nothing of it to take away.
      folder ??= makeTemporaryFolder(within).catch((cause: unknown) => {
        folder = undefined;
        throw cause;
      });
      const id = randomUUID();
      const path = join((await folder).path, id);
      const file = createWriteStream(path, { flags: 'wx', mode: 0o600 });
      try {
        await pipeline(pieces, file);
      } catch (cause) {
        await rm(path, { force: true });
        throw cause;
      }
      const size = file.bytesWritten;
      kept.set(id, { path, size });
      bytes += size;
      await letGoOldest();
      return { id, size };
    },
    async find(id) {
      const known = kept.get(id);
      // Read where it lies, piece by piece, when somebody asks for them.
      return known === undefined ? undefined : openAsBlob(known.path);
    },
    forget,
    async close() {
      await swept;
      kept.clear();
      const made = await folder;
      folder = undefined;
      await made?.close();
    },
  };
}
