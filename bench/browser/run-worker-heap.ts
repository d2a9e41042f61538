/** The memory of the page's thread that runs flows, over the browser's debugging protocol. */
import type { Browser, CDPSession } from '@playwright/test';

export interface RunWorker {
  send(method: string): Promise<unknown>;
}

/** The thread that runs flows, over the browser's debugging protocol. */
export async function runWorker(browser: Browser): Promise<RunWorker> {
  const session: CDPSession = await browser.newBrowserCDPSession();
  const { targetInfos } = await session.send('Target.getTargets', { filter: [{}] });
  const target = targetInfos.find(
    ({ type, url }) => type === 'worker' && url.includes('run-worker'),
  );
  if (target === undefined) throw new Error('no run worker');
  const { sessionId } = await session.send('Target.attachToTarget', {
    targetId: target.targetId,
    flatten: false,
  });
  let ids = 0;
  return {
    send: (method) =>
      new Promise((resolve, reject) => {
        const id = ++ids;
        const onMessage = ({ message }: { message: string }): void => {
          const answer = JSON.parse(message) as {
            id?: number;
            result?: unknown;
            error?: { message: string };
          };
          if (answer.id !== id) return;
          session.off('Target.receivedMessageFromTarget', onMessage);
          if (answer.error === undefined) resolve(answer.result);
          else reject(new Error(answer.error.message));
        };
        session.on('Target.receivedMessageFromTarget', onMessage);
        session
          .send('Target.sendMessageToTarget', {
            sessionId,
            message: JSON.stringify({ id, method }),
          })
          .catch(reject);
      }),
  };
}

/** Bytes that are still used after two forced collections. */
export async function liveHeap(worker: RunWorker): Promise<number> {
  await worker.send('HeapProfiler.collectGarbage');
  await worker.send('HeapProfiler.collectGarbage');
  return usedHeap(worker);
}

/** Bytes that are used as it is, with what nobody holds any more and no collection has taken yet. */
export async function usedHeap(worker: RunWorker): Promise<number> {
  const { usedSize } = (await worker.send('Runtime.getHeapUsage')) as { usedSize: number };
  return usedSize;
}

/** Reads a heap again and again until it is stopped; gives the most that was seen, and how often was looked. */
export function watchHeap(
  read: () => Promise<number>,
  everyMs: number,
): () => Promise<{ readonly most: number; readonly looks: number }> {
  let going = true;
  let most = 0;
  let looks = 0;
  const watching = (async () => {
    while (going) {
      most = Math.max(most, await read());
      looks++;
      await new Promise((resolve) => {
        setTimeout(resolve, everyMs);
      });
    }
  })();
  return async () => {
    going = false;
    await watching;
    return { most, looks };
  };
}
