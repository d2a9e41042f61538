/** A Footbridge that people sign in to, and the provider where they do. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  providerSecret,
  startOpenIdProvider,
  type TestProvider,
} from '../src/proxy/testing/open-id-provider.ts';

/** The project's own scripts are plain modules; what is used of them. */
interface Scripts {
  readonly pageDir: string;
  loadBuiltServer(): Promise<typeof import('../src/headless/serve.ts')>;
  freePort(): Promise<number>;
}

export interface Guarded {
  /** Of the Footbridge; ends with a slash. */
  readonly url: string;
  readonly provider: TestProvider;
  close(): Promise<void>;
}

export async function startGuarded(): Promise<Guarded> {
  const port = await ownScripts().then(({ freePort }) => freePort());
  const provider = await startOpenIdProvider({
    hostname: 'localhost',
    footbridges: [`http://127.0.0.1:${port}`],
  });
  const server = await startWith(port, {
    FOOTBRIDGE_OIDC_ISSUER: provider.origin,
    FOOTBRIDGE_OIDC_CLIENT_ID: 'footbridge',
    FOOTBRIDGE_OIDC_CLIENT_SECRET: providerSecret,
    FOOTBRIDGE_OIDC_ALLOW: 'groups=editors',
    FOOTBRIDGE_ALLOW: provider.host,
  });
  return {
    url: server.url,
    provider,
    async close() {
      await server.close();
      await provider.close();
    },
  };
}

/** One that lets in whoever has the key. */
export async function startWithKey(key: string): Promise<Pick<Guarded, 'url' | 'close'>> {
  const { freePort } = await ownScripts();
  return startWith(await freePort(), { FOOTBRIDGE_ACCESS_KEY: key });
}

async function startWith(
  port: number,
  access: Readonly<Record<string, string>>,
): Promise<Pick<Guarded, 'url' | 'close'>> {
  const { pageDir, loadBuiltServer } = await ownScripts();
  const dataDir = await mkdtemp(join(tmpdir(), 'footbridge-guarded-'));
  const { startServer } = await loadBuiltServer();
  const server = await startServer({
    port,
    pageDir,
    dataDir,
    quiet: true,
    environment: {
      // Any free ports: another Footbridge of the same run has the usual ones.
      ...Object.fromEntries(
        ['CRM', 'NEWSLETTER', 'SHOP', 'FILES', 'DESK'].map((name) => [
          `FOOTBRIDGE_SANDBOX_${name}_PORT`,
          '0',
        ]),
      ),
      ...access,
    },
  });
  return {
    url: server.url,
    async close() {
      await server.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function ownScripts(): Promise<Scripts> {
  return {
    ...((await import('../scripts/build.mjs' as string)) as object),
    ...((await import('../scripts/free-port.mjs' as string)) as object),
  } as Scripts;
}
