import { RefusedError } from '../../refusal.ts';

/** So much may come before the next page is asked for: what is more would fill this process's memory. */
const mostMegabytes = 64;

/** Weighs what a server sends. */
export interface Scale {
  /** A next page was asked for. */
  reset(): void;
  /** The reason to end the connection, where it is too much. */
  add(bytes: number): RefusedError | undefined;
}

export function createScale(host: string): Scale {
  let weighed = 0;
  return {
    reset: () => void (weighed = 0),
    add(bytes) {
      weighed += bytes;
      return weighed > mostMegabytes * 1024 * 1024
        ? new RefusedError('proxy.rows-too-heavy', { host, megabytes: mostMegabytes })
        : undefined;
    },
  };
}
