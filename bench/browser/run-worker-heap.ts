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
  const { usedSize } = (await worker.send('Runtime.getHeapUsage')) as { usedSize: number };
  return usedSize;
}
