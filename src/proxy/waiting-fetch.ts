import { refusalHeader } from './contract.ts';
import type { Fetch } from './page-answers.ts';

export type Sleep = (ms: number, signal: AbortSignal | undefined) => Promise<void>;

const longestWaitMs = 60_000;

/**
 * Asks again what Footbridge itself put off (too many at once, or too fast) when it says so, for a minute in all: nothing was
 * sent then, so nothing is sent twice, and a long run becomes slower instead of losing messages. Rejects when the call is
 * aborted meanwhile.
 */
export function waitingForRoom(fetch: Fetch, sleep: Sleep = pause): Fetch {
  return async (address, init) => {
    for (let waited = 0; ;) {
      const response = await fetch(address, init);
      const ms = putOffMs(response);
      if (ms === undefined || waited + ms > longestWaitMs) return response;
      waited += ms;
      await response.body?.cancel();
      await sleep(ms, init.signal ?? undefined);
    }
  };
}

function putOffMs({ status, headers }: Response): number | undefined {
  const seconds = Number(headers.get('retry-after'));
  return status === 429 && headers.has(refusalHeader) && seconds > 0 ? seconds * 1000 : undefined;
}

const pause: Sleep = (ms, signal) =>
  new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal?.reason as Error);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, ms);
    signal?.addEventListener('abort', stop, { once: true });
    if (signal?.aborted === true) stop();
  });
