/** A Footbridge of a spec's own: with other components, told whom it may reach. */
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The project's own scripts are plain modules; what is used of them. */
interface Scripts {
  readonly pageDir: string;
  loadBuiltServer(): Promise<typeof import('../src/headless/serve.ts')>;
  freePort(): Promise<number>;
  keepWhatIsPrinted(file: string): () => void;
}

export interface OwnFootbridge {
  /** Ends with a slash. */
  readonly url: string;
  /** What it keeps and writes. */
  readonly folder: string;
  close(): Promise<void>;
}

interface Options {
  readonly port: number;
  /** Makes its copy of the catalog another one. */
  changeCatalog(folder: string): Promise<void>;
  readonly environment: Readonly<Record<string, string>>;
}

export async function startOwnFootbridge({
  port,
  changeCatalog,
  environment,
}: Options): Promise<OwnFootbridge> {
  const { pageDir, loadBuiltServer, keepWhatIsPrinted } = await scripts();
  const folder = await mkdtemp(join(tmpdir(), 'footbridge-own-'));
  const stopKeeping = keepWhatIsPrinted(join(folder, 'server.log'));
  const catalogDir = join(folder, 'components');
  await cp('components-catalog', catalogDir, { recursive: true });
  await changeCatalog(catalogDir);
  const { startServer } = await loadBuiltServer();
  const server = await startServer({
    port,
    pageDir,
    dataDir: join(folder, 'data'),
    catalogDir,
    environment: { ...sandboxPorts, ...environment },
  });
  return {
    url: server.url,
    folder,
    async close() {
      await server.close();
      stopKeeping();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Its port has to be known before it starts, to whoever sends people back to it. */
export const ownPort = async (): Promise<number> => (await scripts()).freePort();

const scripts = async (): Promise<Scripts> =>
  ({
    ...((await import('../scripts/build.mjs' as string)) as object),
    ...((await import('../scripts/free-port.mjs' as string)) as object),
    ...((await import('../scripts/keep-what-is-printed.mjs' as string)) as object),
  }) as Scripts;

/** Any free ports: another Footbridge of the same run has the usual ones. */
const sandboxPorts = Object.fromEntries(
  ['CRM', 'NEWSLETTER', 'SHOP', 'FILES', 'DESK'].map((name) => [
    `FOOTBRIDGE_SANDBOX_${name}_PORT`,
    '0',
  ]),
);
