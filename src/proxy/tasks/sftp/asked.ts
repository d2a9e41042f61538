/** The library's callbacks as promises; what the server refuses is `TaskRefused`, with the path that it was about. */
import type { SFTPWrapper, Stats } from 'ssh2';
import { TaskRefused } from '../transport.ts';
import { toTaskRefused } from './refusals.ts';

export async function asked<Value>(
  path: string,
  act: (done: (cause: Error | null | undefined, value: Value) => void) => void,
): Promise<Value> {
  return new Promise((resolve, reject) => {
    act((cause, value) => {
      if (cause === undefined || cause === null) resolve(value);
      else reject(toTaskRefused(cause, path) as Error);
    });
  });
}

export async function done(
  path: string,
  act: (done: (cause?: Error | null) => void) => void,
): Promise<void> {
  await asked<undefined>(path, (answer) => act((cause) => answer(cause, undefined)));
}

/** Asks a server that refused something to take back what led there; one that is gone would never answer. */
export async function undone(
  cause: unknown,
  path: string,
  act: (done: (cause?: Error | null) => void) => void,
): Promise<void> {
  if (cause instanceof TaskRefused) await done(path, act);
}

export const statOf = (sftp: SFTPWrapper, path: string): Promise<Stats> =>
  asked<Stats>(path, (answer) => sftp.stat(path, answer));

/** undefined where nothing is there. */
export async function find(sftp: SFTPWrapper, path: string): Promise<Stats | undefined> {
  try {
    return await statOf(sftp, path);
  } catch (cause) {
    if (isNotThere(cause)) return undefined;
    throw cause;
  }
}

export const isNotThere = (cause: unknown): boolean =>
  cause instanceof TaskRefused && cause.status === 404;
