/**
 * Page and server on one port, both from the sources: the page with hot reload, the server started again when one of
 * its modules changes.
 */
import { createServer as createHttpServer } from 'node:http';
import { createServer as createVite } from 'vite';
import { closeAtTheEnd, runStory, startOnFreePort } from './serve-until-ended.mjs';

const serverEntry = '/src/headless/serve.ts';

await runStory(async () => {
  // Vite wants the server of its hot-reload socket before ours exists. It gets a stand-in that never listens;
  // ours hands the upgrades over.
  const standIn = createHttpServer();
  const vite = await createVite({
    appType: 'spa',
    server: { middlewareMode: true, hmr: { server: standIn } },
  });

  /** @type {Set<import('node:stream').Duplex>} */
  const hotReloads = new Set();

  /** @param {number} port @param {boolean} quiet */
  const start = async (port, quiet) => {
    const loaded = await vite.ssrLoadModule(serverEntry);
    const { startServer } = /** @type {typeof import('../src/headless/serve.ts')} */ (loaded);
    return startServer({
      port,
      quiet,
      pageDir: '.',
      dataDir: process.env.FOOTBRIDGE_DATA ?? '.footbridge',
      pageHandler: vite.middlewares,
      onHttpServer: (server) => {
        server.on('upgrade', (request, socket, head) => {
          const protocol = request.headers['sec-websocket-protocol'];
          if (protocol === 'vite-hmr' || protocol === 'vite-ping') {
            // A server does not end while such a socket is open. The page connects again by itself.
            hotReloads.add(socket);
            socket.once('close', () => hotReloads.delete(socket));
            standIn.emit('upgrade', request, socket, head);
          }
        });
      },
    });
  };

  const first = await startOnFreePort((port) => start(port, false));
  const { port } = first;
  /** @type {typeof first | undefined} */
  let server = first;

  /** @param {typeof server} old */
  const close = (old) => {
    const closed = old?.close();
    for (const socket of hotReloads) socket.destroy();
    return closed;
  };

  let restarting = Promise.resolve();
  let isWanted = false;
  vite.watcher.on('change', (file) => {
    const modules = vite.environments.ssr.moduleGraph.getModulesByFile(file);
    if (modules === undefined || modules.size === 0 || isWanted) return;
    isWanted = true;
    restarting = restarting.then(async () => {
      isWanted = false;
      try {
        const old = server;
        server = undefined;
        await close(old);
        server = await start(port, true);
        console.log('The server runs again, with the change.');
      } catch (error) {
        console.error('The server did not start with the change; save again when it is mended.');
        console.error(error);
      }
    });
  });

  closeAtTheEnd(async () => {
    await restarting;
    await close(server);
    await vite.close();
  });
});
