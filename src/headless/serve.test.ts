import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Component } from '../catalog/contract.ts';
import { startServer, type RunningServer, type ServerOptions } from './serve.ts';

let folder: string;
let server: RunningServer | undefined;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'footbridge-serve-'));
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>Footbridge</title>');
});
afterEach(async () => {
  await server?.close();
  server = undefined;
  await rm(folder, { recursive: true, force: true });
});

const freshPorts = {
  FOOTBRIDGE_SANDBOX_CRM_PORT: '0',
  FOOTBRIDGE_SANDBOX_NEWSLETTER_PORT: '0',
  FOOTBRIDGE_SANDBOX_SHOP_PORT: '0',
  FOOTBRIDGE_SANDBOX_DESK_PORT: '0',
};

async function start(more: Partial<ServerOptions> = {}): Promise<RunningServer> {
  server = await startServer({
    port: 0,
    pageDir: folder,
    dataDir: join(folder, 'data'),
    quiet: true,
    environment: freshPorts,
    ...more,
  });
  return server;
}

/** Opens the page as a browser does and gives what its calls then carry. */
async function openPage(url: string): Promise<Record<string, string>> {
  const document = await fetch(url, { headers: { Accept: 'text/html' } });
  expect(document.status).toBe(200);
  const [cookie = ''] = (document.headers.get('set-cookie') ?? '').split(';');
  return { Cookie: cookie, 'X-Footbridge': '1', 'Content-Type': 'application/json' };
}

describe('the server on one machine', () => {
  it('serves a newcomer from the page to the first customer of the sample CRM', async () => {
    const { url } = await start();
    const headers = await openPage(url);

    const catalog = (await (await fetch(`${url}api/catalog`, { headers })).json()) as Component[];
    expect(catalog.map((component) => component.id)).toContain('catalog:crm');
    const texts = (await (await fetch(`${url}api/catalog/texts/de`, { headers })).json()) as Record<
      string,
      Record<string, string>
    >;
    expect(texts['catalog:crm']?.['Customer ID']).toBe('Kunden-ID');
    const crm = (await (
      await fetch(`${url}api/catalog/catalog%3Acrm`, { headers })
    ).json()) as Component;
    expect(crm).toEqual(catalog.find(({ id }) => id === 'catalog:crm'));
    expect((await fetch(`${url}api/catalog/catalog%3Anone`, { headers })).status).toBe(404);
    expect((await fetch(`${url}api/catalog/texts/xx`, { headers })).status).toBe(404);
    const drawings = await fetch(`${url}api/catalog/drawings.svg`, {
      headers: { Cookie: headers['Cookie'] ?? '' },
    });
    expect(drawings.headers.get('content-type')).toBe('image/svg+xml');
    expect(drawings.headers.get('content-security-policy')).toContain('sandbox');
    expect(await drawings.text()).toContain('<symbol id="catalog:crm"');

    const places = (await (await fetch(`${url}api/places`, { headers })).json()) as {
      name: string;
      sampleKey: string;
    }[];
    expect(places.map((place) => place.name)).toEqual([
      'sample-crm',
      'sample-newsletter',
      'sample-shop',
      'sample-desk',
      'sample-files',
      'sample-database',
    ]);

    const sealed = await fetch(`${url}api/credentials`, {
      method: 'POST',
      headers,
      body: JSON.stringify({
        component: 'catalog:crm',
        type: 'api-key',
        values: { key: places[0]?.sampleKey },
      }),
    });
    const { token } = (await sealed.json()) as { token: string };
    const called = await fetch(`${url}api/call`, {
      method: 'POST',
      headers,
      body: JSON.stringify({
        component: 'catalog:crm',
        effect: 'read',
        origin: { named: 'sample-crm' },
        method: 'GET',
        path: '/statuses',
        query: [],
        headers: [],
        credential: token,
      }),
    });
    expect(called.headers.get('footbridge-status')).toBe('200');
    expect(((await called.json()) as { items: unknown[] }).items.length).toBeGreaterThan(2);
  });

  it('takes so many calls a minute as the operator says', async () => {
    const { url } = await start({ environment: { ...freshPorts, FOOTBRIDGE_CALLS_A_MINUTE: '1' } });
    const headers = await openPage(url);
    const body = JSON.stringify({
      component: 'catalog:crm',
      effect: 'read',
      origin: { named: 'sample-crm' },
      method: 'GET',
      path: '/statuses',
      query: [],
      headers: [],
    });
    const call = (): Promise<Response> =>
      fetch(`${url}api/call`, { method: 'POST', headers, body });
    expect([(await call()).status, (await call()).status]).toEqual([200, 429]);
  });

  it('tells a taken port by its code and leaves no sample service behind', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as { port: number };
    await expect(start({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
    other.close();
  });

  it('says that the page has to be built', async () => {
    await expect(start({ pageDir: join(folder, 'nothing') })).rejects.toThrow(
      'There is no built page',
    );
  });

  it('names the broken component file and the place in it', async () => {
    const catalogDir = join(folder, 'catalog');
    await mkdir(join(catalogDir, 'cut'), { recursive: true });
    await writeFile(
      join(catalogDir, 'cut', 'component.json'),
      '{\n  "id": "catalog:cut",\n  "version": ',
    );
    await expect(start({ catalogDir })).rejects.toThrow(
      /cut\/component\.json is not JSON: .*line 3/,
    );
    await writeFile(join(catalogDir, 'cut', 'component.json'), '{ "id": "CRM" }');
    await expect(start({ catalogDir })).rejects.toThrow(
      /cut\/component\.json does not describe a component: at \/id: /,
    );
    await cp(join('components-catalog', 'filter'), join(catalogDir, 'cut'), { recursive: true });
    await writeFile(join(catalogDir, 'cut', 'de.json'), '{ "Filter": 1 }');
    await expect(start({ catalogDir })).rejects.toThrow(/cut\/de\.json does not hold texts: /);
  });

  it('refuses a key that is none, without printing it', async () => {
    const environment = { ...freshPorts, FOOTBRIDGE_KEY: 'too-short-a-key' };
    const refusal = await start({ environment }).catch((cause: unknown) => String(cause));
    expect(refusal).toContain('is not 32 bytes');
    expect(refusal).not.toContain('too-short-a-key');
  });

  it('refuses to listen on another address without an access key', async () => {
    await expect(
      start({ environment: { ...freshPorts, FOOTBRIDGE_HOST: '0.0.0.0' } }),
    ).rejects.toThrow('FOOTBRIDGE_ACCESS_KEY');
  });

  it('prints the addresses and nothing about requests', async () => {
    const lines: string[] = [];
    const log = vi
      .spyOn(console, 'log')
      .mockImplementation((line: string) => void lines.push(line));
    try {
      const { url } = await start({ quiet: false });
      const headers = await openPage(url);
      const address = 'http://10.0.0.5:8080';
      const call = {
        component: 'catalog:rest',
        effect: 'read',
        origin: { from: 'settings', at: '/address' },
        address,
        method: 'GET',
        path: '/secret',
        query: [],
        headers: [],
      };
      for (let time = 0; time < 2; time += 1) {
        await fetch(`${url}api/call`, { method: 'POST', headers, body: JSON.stringify(call) });
      }
      expect(lines).toEqual([
        expect.stringMatching(/^Sample service .+: http:\/\/127\.0\.0\.1:\d+$/),
        expect.stringMatching(/^Sample service .+: http:\/\/127\.0\.0\.1:\d+$/),
        expect.stringMatching(/^Sample service .+: http:\/\/127\.0\.0\.1:\d+$/),
        expect.stringMatching(/^Sample service .+: http:\/\/127\.0\.0\.1:\d+$/),
        expect.stringMatching(/^Sample service .+: tcp:\/\/127\.0\.0\.1:\d+$/),
        `Footbridge is ready: ${url}`,
        'Footbridge refused a private address. To allow it, start Footbridge with FOOTBRIDGE_ALLOW=10.0.0.5:8080',
      ]);
    } finally {
      log.mockRestore();
    }
  });

  it('ends with an event stream still open', async () => {
    const { url, port } = await start();
    const headers = await openPage(url);
    const webhook = (await (
      await fetch(`${url}api/webhooks`, { method: 'POST', headers, body: '{}' })
    ).json()) as { id: string };
    const stream = await fetch(`${url}api/webhooks/${webhook.id}/events`, { headers });
    await server?.close();
    server = undefined;
    await stream.text().catch(() => 'cut'); // it ends, one way or the other
    expect((await start({ port })).port).toBe(port);
  });
});

describe('the page in development', () => {
  const pageHandler: NonNullable<ServerOptions['pageHandler']> = (request, response, next) => {
    if (request.url === '/main.ts') response.end('from the sources');
    else if (request.url === '/') response.end('<!doctype html>');
    else next();
  };

  it('comes from its sources, through the same door, with the policy that development needs', async () => {
    const { url } = await start({ pageHandler });
    const document = await fetch(url, { headers: { Accept: 'text/html' } });
    expect(document.headers.get('set-cookie')).toContain('HttpOnly; SameSite=Strict');
    expect(document.headers.get('content-security-policy')).toContain(
      "script-src 'self' 'unsafe-inline'",
    );
    const file = await fetch(`${url}main.ts`);
    expect([await file.text(), file.headers.get('set-cookie')]).toEqual(['from the sources', null]);
    expect([
      (await fetch(`${url}nothing.ts`)).status,
      (await fetch(`${url}api/places`)).status,
    ]).toEqual([404, 401]);
  });
});

describe('the built page', () => {
  it('is sent compressed; what has its hash in its name may be kept for good', async () => {
    const script = 'console.log("a script that is long enough");\n'.repeat(100);
    await mkdir(join(folder, 'assets'));
    await writeFile(join(folder, 'assets', 'main-3f2a.js'), script);
    const { url } = await start();
    const file = await fetch(`${url}assets/main-3f2a.js`, {
      headers: { 'Accept-Encoding': 'gzip, br' },
    });
    expect(await file.text()).toBe(script);
    expect(Object.fromEntries(file.headers)).toMatchObject({
      'content-encoding': 'br',
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
    });
    const etag = file.headers.get('etag') ?? '';
    expect(
      (await fetch(`${url}assets/main-3f2a.js`, { headers: { 'If-None-Match': etag } })).status,
    ).toBe(304);
    expect((await fetch(`${url}assets/gone.js`)).status).toBe(404);
    expect(
      await (await fetch(`${url}flows/7`, { headers: { Accept: 'text/html' } })).text(),
    ).toContain('<title>Footbridge</title>');
  });
});
