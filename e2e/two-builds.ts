/** A Footbridge that is renewed while its page is open: the same address, first one build, then another. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The project's own scripts are plain modules; what is used of them. */
interface Scripts {
  readonly pageDir: string;
  loadBuiltServer(): Promise<typeof import('../src/headless/serve.ts')>;
  freePort(): Promise<number>;
}

export interface RenewedFootbridge {
  /** Ends with a slash. */
  readonly url: string;
  readonly builds: readonly [string, string];
  /** Stops; what answers from now on is nobody. */
  stop(): Promise<void>;
  /** Starts the newer build at the same address. */
  renew(): Promise<void>;
  close(): Promise<void>;
}

const named = /<meta name="footbridge-build" content="([\w-]+)"/;

export async function startOlder(): Promise<RenewedFootbridge> {
  const { pageDir, loadBuiltServer, freePort } = {
    ...((await import('../scripts/build.mjs' as string)) as object),
    ...((await import('../scripts/free-port.mjs' as string)) as object),
  } as Scripts;
  const port = await freePort();
  const folder = await mkdtemp(join(tmpdir(), 'footbridge-renewed-'));
  const newer = join(folder, 'newer');
  const [, first = ''] = named.exec(await readFile(join(pageDir, 'index.html'), 'utf8')) ?? [];
  const second = `${first.slice(0, -1)}${first.endsWith('0') ? '1' : '0'}`;
  await cp(pageDir, newer, { recursive: true });
  for (const name of ['index.html', 'service-worker.js']) {
    const text = await readFile(join(newer, name), 'utf8');
    await writeFile(join(newer, name), text.replaceAll(first, second));
    await rm(join(newer, `${name}.br`), { force: true });
  }

  const { startServer } = await loadBuiltServer();
  const start = (pages: string) =>
    startServer({
      port,
      pageDir: pages,
      dataDir: join(folder, 'data'),
      quiet: true,
      // Any free ports: another Footbridge of the same run has the usual ones.
      environment: Object.fromEntries(
        ['CRM', 'NEWSLETTER', 'SHOP', 'FILES', 'DESK'].map((name) => [
          `FOOTBRIDGE_SANDBOX_${name}_PORT`,
          '0',
        ]),
      ),
    });
  let server: Awaited<ReturnType<typeof start>> | undefined = await start(pageDir);
  const stop = async () => {
    const stopped = server;
    server = undefined;
    await stopped?.close();
  };
  return {
    url: server.url,
    builds: [first, second],
    stop,
    async renew() {
      await stop();
      server = await start(newer);
    },
    async close() {
      await stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
