import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { say } from '../../words/index.ts';
import { CannotRun } from './cannot-run.ts';

/** The text of a file that a person named. Throws `CannotRun` in words. */
export async function readText(file: string, folder: string): Promise<string> {
  try {
    return await readFile(resolve(folder, file), 'utf8');
  } catch (cause) {
    const reason = (cause as NodeJS.ErrnoException).code ?? '';
    throw new CannotRun(
      reason === 'ENOENT'
        ? say('command-line.file-missing', { file })
        : say('command-line.file-unreadable', { file, reason }),
    );
  }
}
