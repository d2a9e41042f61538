import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { allowAt } from '../proxy/testing/authorization-server.ts';
import {
  providerSecret,
  startOpenIdProvider,
  type TestProvider,
} from '../proxy/testing/open-id-provider.ts';
import { freePort } from '../shared/testing/free-port.ts';
import { startServer, type RunningServer } from './serve.ts';

let folder: string;
let server: RunningServer | undefined;
let provider: TestProvider | undefined;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'footbridge-open-id-'));
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>Footbridge</title>');
});
afterEach(async () => {
  await server?.close();
  await provider?.close();
  server = provider = undefined;
  await rm(folder, { recursive: true, force: true });
});

function start(port: number, environment: Record<string, string>, quiet = true) {
  return startServer({
    port,
    pageDir: folder,
    dataDir: join(folder, 'data'),
    quiet,
    environment: {
      FOOTBRIDGE_SANDBOX_CRM_PORT: '0',
      FOOTBRIDGE_SANDBOX_NEWSLETTER_PORT: '0',
      FOOTBRIDGE_SANDBOX_SHOP_PORT: '0',
      FOOTBRIDGE_OIDC_CLIENT_ID: 'footbridge',
      FOOTBRIDGE_OIDC_CLIENT_SECRET: providerSecret,
      ...environment,
    },
  });
}

it('a server with a provider says what to register there, and lets in who signs in', async () => {
  // The provider has to know the address before the server listens there.
  const port = await freePort();
  const own = `http://127.0.0.1:${port}`;
  provider = await startOpenIdProvider({ footbridges: [own] });
  const lines: string[] = [];
  const log = vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line));
  try {
    const environment = {
      FOOTBRIDGE_OIDC_ISSUER: provider.origin,
      FOOTBRIDGE_ALLOW: provider.host,
    };
    server = await start(port, environment, false);
  } finally {
    log.mockRestore();
  }
  expect(lines.slice(-3)).toEqual([
    `People sign in at ${provider.origin}. Register there ${own}/sign-in/callback, and for signing out ${own}/sign-in/ended`,
    'Everybody with an account there may come in. To let in only some, set FOOTBRIDGE_OIDC_ALLOW, such as @example.com or groups=editors.',
    `Footbridge is ready: ${own}/`,
  ]);
  expect(lines.join('\n')).not.toContain(providerSecret);

  const manual = { redirect: 'manual', headers: { Accept: 'text/html' } } as const;
  const door = await fetch(`${own}/flows/7`, manual);
  const begun = await fetch(new URL(door.headers.get('location') ?? '', own), manual);
  const cookie = begun.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  const back = await allowAt(begun.headers.get('location') ?? '', `${own}/sign-in/callback`);
  const page = await fetch(back, { headers: { Cookie: cookie } });
  const session = page.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  const inside = await fetch(`${own}/flows/7`, { headers: { ...manual.headers, Cookie: session } });
  expect([inside.status, await inside.text()]).toEqual([
    200,
    expect.stringContaining('<title>Footbridge</title>'),
  ]);
});

it('a server whose provider is not there does not start, says so, and leaves nothing running', async () => {
  const port = await freePort();
  const gone = await freePort();
  const environment = {
    FOOTBRIDGE_OIDC_ISSUER: `http://127.0.0.1:${gone}`,
    FOOTBRIDGE_ALLOW: `127.0.0.1:${gone}`,
  };
  await expect(start(port, environment)).rejects.toThrow(
    `FOOTBRIDGE_OIDC_ISSUER: http://127.0.0.1:${gone} does not answer`,
  );
  await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow();
});

it('a server does not ask a provider without encryption, unless the operator allowed just that', async () => {
  provider = await startOpenIdProvider({ footbridges: [] });
  await expect(start(0, { FOOTBRIDGE_OIDC_ISSUER: provider.origin })).rejects.toThrow(
    `FOOTBRIDGE_OIDC_ISSUER: ${provider.origin} is not https`,
  );
  expect(provider.askedByProgram).toEqual([]);
});
