import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
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

const freshPorts = { FOOTBRIDGE_SANDBOX_CRM_PORT: '0', FOOTBRIDGE_SANDBOX_NEWSLETTER_PORT: '0' };

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
    const icon = await fetch(`${url}api/catalog/catalog:crm/icon.svg`, {
      headers: { Cookie: headers['Cookie'] ?? '' },
    });
    expect(icon.headers.get('content-type')).toBe('image/svg+xml');
    expect(icon.headers.get('content-security-policy')).toContain('sandbox');

    const places = (await (await fetch(`${url}api/places`, { headers })).json()) as {
      name: string;
      sampleKey: string;
    }[];
    expect(places.map((place) => place.name)).toEqual(['sample-crm', 'sample-newsletter']);

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
});
