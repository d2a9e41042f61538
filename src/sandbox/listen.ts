import { createAdaptorServer } from '@hono/node-server';
import type { AddressInfo } from 'node:net';
import type { Hono } from 'hono';

export interface Listening {
  readonly port: number;
  close(): Promise<void>;
}

/** Binds an application to a port of this computer only (0: any free one). Rejects with `EADDRINUSE` when it is taken. */
export async function listen(app: Hono, port: number): Promise<Listening> {
  // The adaptor would otherwise replace the process's own Request and Response.
  const server = createAdaptorServer({ fetch: app.fetch, overrideGlobalObjects: false });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
  // A TCP server's address is never a pipe's name.
  const { port: bound } = server.address() as AddressInfo;
  return {
    port: bound,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((problem) => {
          if (problem === undefined) resolve();
          else reject(problem);
        });
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
}

/** Like `listen`, but on any free port when the wanted one is taken. */
export async function listenNear(app: Hono, wanted: number): Promise<Listening> {
  try {
    return await listen(app, wanted);
  } catch (problem) {
    if (problem instanceof Error && 'code' in problem && problem.code === 'EADDRINUSE')
      return listen(app, 0);
    throw problem;
  }
}
