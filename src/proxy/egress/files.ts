/**
 * Which files of this computer may be opened: those in a folder that the operator named, and no others (P4).
 *
 * 1. Without a folder, no file. The working directory, the data directory and what a path says of itself open nothing.
 * 2. The path is checked as it is written, then as it really is: a link out of the folder leads to a refusal, and the real
 *    path is what is opened.
 * 3. Nothing outside is looked at: whether a file is there is told only of an open folder.
 */
import { realpath, stat } from 'node:fs/promises';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { RefusedError } from '../refusal.ts';

/** The real path of a file that may be opened. Throws `RefusedError`. */
export type FindFile = (path: string) => Promise<string>;

export function createFileFinder(options: {
  /** Full paths. */
  readonly folders: readonly string[];
  /** Told the line that would open a refused folder, for the operator. */
  readonly onRefused?: (allowLine: string) => void;
}): FindFile {
  function refuse(path: string, typed: string): never {
    const allow = `FOOTBRIDGE_SQLITE_FOLDERS=${dirname(path)}`;
    options.onRefused?.(allow);
    throw new RefusedError('proxy.folder-not-allowed', { file: typed, allow });
  }

  return async (typed) => {
    const candidates = isAbsolute(typed)
      ? [resolve(typed)]
      : options.folders.map((folder) => resolve(folder, typed));
    const inside = candidates.filter((path) =>
      options.folders.some((folder) => isWithin(resolve(folder), path)),
    );
    if (inside.length === 0) refuse(candidates[0] ?? resolve('/', typed), typed);
    for (const path of inside) {
      const real = await realpath(path).catch(() => undefined);
      if (real === undefined || !(await isFile(real))) continue;
      const open = await Promise.all(
        options.folders.map((folder) => realpath(folder).catch(() => undefined)),
      );
      if (open.some((folder) => folder !== undefined && isWithin(folder, real))) return real;
      refuse(real, typed);
    }
    throw new RefusedError('proxy.file-not-found', { file: typed });
  };
}

async function isFile(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isFile() === true;
}

function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
