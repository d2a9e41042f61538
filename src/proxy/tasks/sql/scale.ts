import { TaskRefused } from '../transport.ts';

/** So much may come before the next page is asked for: what is more would fill this process's memory. */
const mostBytes = 64 * 1024 * 1024;

/** Weighs what a server sends. */
export interface Scale {
  /** A next page was asked for. */
  reset(): void;
  /** The reason to end the connection, where it is too much. */
  add(bytes: number): TaskRefused | undefined;
}

export function createScale(): Scale {
  let weighed = 0;
  return {
    reset: () => void (weighed = 0),
    add(bytes) {
      weighed += bytes;
      return weighed > mostBytes ? tooHeavy() : undefined;
    },
  };
}

function tooHeavy(): TaskRefused {
  return new TaskRefused(413, {
    message: `The database sent more than ${String(mostBytes / 1024 / 1024)} MB at once, and was stopped. Read fewer or smaller columns.`,
  });
}
