import { createServer, type Server } from 'node:net';
import { networkInterfaces } from 'node:os';
import { afterEach, describe, expect, it } from 'vitest';
import { crmSampleKey } from './crm.ts';
import { listenNear } from './listen.ts';
import { createCrm } from './crm.ts';
import { newsletterSampleKey } from './newsletter.ts';
import { startSandbox, type Sandbox } from './start-sandbox.ts';

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

async function aSandbox(): Promise<Sandbox> {
  const sandbox = await startSandbox({ crmPort: 0, newsletterPort: 0, shopPort: 0, deskPort: 0 });
  open.push(sandbox);
  return sandbox;
}

function urlOf(sandbox: Sandbox, id: string): string {
  return sandbox.services.find((service) => service.id === id)?.url ?? '';
}

async function takenPort(): Promise<number> {
  const server: Server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  open.push({
    close: () =>
      new Promise((resolve) =>
        server.close(() => {
          resolve();
        }),
      ),
  });
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

describe('the sandbox over the socket', () => {
  it('serves all services on ports of their own, of this computer alone', async () => {
    const sandbox = await aSandbox();
    expect(sandbox.services.map(({ id, sampleKey }) => [id, sampleKey])).toEqual([
      ['crm', 'crm-demo-key-0000-1111-2222'],
      ['newsletter', 'newsletter-demo-token-0000-1111-2222'],
      ['shop', 'shop-demo-key-3333-4444-5555'],
      ['desk', 'desk-demo-token-6666-7777-8888'],
    ]);
    const me = await fetch(`${urlOf(sandbox, 'crm')}/me`, {
      headers: { 'X-Api-Key': crmSampleKey },
    });
    expect(await me.json()).toEqual({ name: 'Ada Lovelace', workspace: 'Demo' });
    const account = await fetch(`${urlOf(sandbox, 'newsletter')}/account`, {
      headers: { Authorization: `Bearer ${newsletterSampleKey}` },
    });
    expect(await account.json()).toEqual({ account: 'Demo newsletter', plan: 'Sample' });
  });

  it('names its own address in next pages and in the description', async () => {
    const sandbox = await aSandbox();
    const url = urlOf(sandbox, 'crm');
    const page = (await (
      await fetch(`${url}/customers`, { headers: { 'X-Api-Key': crmSampleKey } })
    ).json()) as { next: string };
    expect(page.next).toBe(`${url}/customers?page=2&pageSize=50`);
    const description = (await (await fetch(`${url}/openapi.json`)).json()) as { servers: unknown };
    expect(description.servers).toEqual([{ url }]);
  });

  it('takes umlauts over the wire and forgets them on reset', async () => {
    const sandbox = await aSandbox();
    const url = `${urlOf(sandbox, 'crm')}/customers`;
    const headers = { 'X-Api-Key': crmSampleKey, 'Content-Type': 'application/json' };
    const added = await fetch(url, {
      method: 'POST',
      headers,
      body: JSON.stringify({ firstName: 'Jürgen', lastName: 'Weiß' }),
    });
    expect(added.status).toBe(201);
    expect(await (await fetch(`${url}/c-0501`, { headers })).json()).toMatchObject({
      firstName: 'Jürgen',
      lastName: 'Weiß',
    });
    sandbox.reset();
    expect((await fetch(`${url}/c-0501`, { headers })).status).toBe(404);
  });

  it('cannot be reached under another address of this computer', async () => {
    const sandbox = await aSandbox();
    const outer =
      Object.values(networkInterfaces())
        .flat()
        .find((one) => one?.family === 'IPv4' && !one.internal)?.address ?? '127.0.0.2';
    await expect(fetch(urlOf(sandbox, 'crm').replace('127.0.0.1', outer))).rejects.toThrow();
  });

  it('rejects a wanted port that is taken, and leaves nothing open', async () => {
    const port = await takenPort();
    await expect(startSandbox({ crmPort: 0, newsletterPort: port })).rejects.toMatchObject({
      code: 'EADDRINUSE',
    });
  });

  it('falls to a free port when a usual one is taken', async () => {
    const port = await takenPort();
    const listening = await listenNear(createCrm().app, port);
    open.push(listening);
    expect(listening.port).not.toBe(port);
    expect((await fetch(`http://127.0.0.1:${String(listening.port)}/openapi.json`)).status).toBe(
      200,
    );
  });

  it('frees its ports when closed, even with a connection kept open', async () => {
    const sandbox = await aSandbox();
    const url = urlOf(sandbox, 'crm');
    await (await fetch(`${url}/openapi.json`)).json();
    await sandbox.close();
    await expect(fetch(`${url}/openapi.json`)).rejects.toThrow();
  });
});
