/**
 * Renames a file, also to where one is.
 *
 * 1. What is at the target is gone only when the other file is in its place: servers that replace do both at once, on
 *    others, what is there is put aside first, and put back where the rename is refused.
 * 2. The other way is taken only where the server cannot replace; a server that may not, or will not, has said no.
 */
import { randomUUID } from 'node:crypto';
import ssh2, { type SFTPWrapper } from 'ssh2';
import { done, isNotThere, undone } from './asked.ts';
import { toTaskRefused } from './refusals.ts';
import { folderOf, inFolder, nameOf } from './remote-path.ts';

interface Move {
  readonly from: string;
  readonly to: string;
  readonly replaces: boolean;
}

export async function moveToPlace(sftp: SFTPWrapper, move: Move): Promise<void> {
  const { from, to, replaces } = move;
  if (from === to || (replaces && (await isReplacedAtOnce(sftp, from, to)))) return;
  if (!replaces) return renamed(sftp, from, to);
  const aside = hiddenBeside(to, 'before');
  const isAside = await isRenamedIfThere(sftp, to, aside);
  try {
    await renamed(sftp, from, to);
  } catch (cause) {
    // Refused too, it says where the file is.
    if (isAside) await undone(cause, aside, (answer) => sftp.rename(aside, to, answer));
    throw cause;
  }
  // What was asked for is done, whatever the server says to this.
  if (isAside) await done(aside, (answer) => sftp.unlink(aside, answer)).catch(() => undefined);
}

/** A name in the same folder that nobody else writes at: `a.csv` -> `.a.csv.1b9d6bcd.part`. */
export function hiddenBeside(path: string, ending: string): string {
  const own = randomUUID().slice(0, 8);
  return inFolder(folderOf(path), `.${nameOf(path)}.${own}.${ending}`);
}

const renamed = (sftp: SFTPWrapper, from: string, to: string): Promise<void> =>
  done(to, (answer) => sftp.rename(from, to, answer));

async function isRenamedIfThere(sftp: SFTPWrapper, from: string, to: string): Promise<boolean> {
  try {
    await renamed(sftp, from, to);
    return true;
  } catch (cause) {
    if (isNotThere(cause)) return false;
    throw cause;
  }
}

/** False where the server does not know how (OpenSSH's `posix-rename`): the library throws, or the server says so. */
async function isReplacedAtOnce(sftp: SFTPWrapper, from: string, to: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    try {
      sftp.ext_openssh_rename(from, to, (cause) => {
        if (cause === undefined || cause === null) resolve(true);
        else if (isUnsupported(cause)) resolve(false);
        else reject(toTaskRefused(cause, to) as Error);
      });
    } catch {
      resolve(false);
    }
  });
}

const isUnsupported = (cause: Error): boolean =>
  'code' in cause && cause.code === ssh2.utils.sftp.STATUS_CODE.OP_UNSUPPORTED;
