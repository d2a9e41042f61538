import { brotliDecompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { Component } from '../catalog/contract.ts';
import { createCatalogEndpoint, createCatalogEndpoints } from './catalog-endpoint.ts';

const answer = createCatalogEndpoint([]);

test('the catalog is compressed for whoever can read that', async () => {
  const response = answer({ ifNoneMatch: undefined, acceptEncoding: 'gzip, deflate, br' });
  expect(response.headers.get('Content-Encoding')).toBe('br');
  expect(brotliDecompressSync(await response.arrayBuffer()).toString()).toBe('[]');
});

test('the catalog is plain for others, and not sent again unchanged', async () => {
  const plain = answer({ ifNoneMatch: undefined, acceptEncoding: undefined });
  expect(await plain.text()).toBe('[]');
  const again = answer({ ifNoneMatch: plain.headers.get('ETag') ?? '', acceptEncoding: 'br' });
  expect(again.status).toBe(304);
});

test('the catalog names the build of the page that it belongs to, also where it has not changed', () => {
  const ofBuild = createCatalogEndpoint([], 'b1');
  const first = ofBuild({ ifNoneMatch: undefined, acceptEncoding: undefined });
  expect(first.headers.get('Footbridge-Build')).toBe('b1');
  const ifNoneMatch = first.headers.get('ETag') ?? undefined;
  const again = ofBuild({ ifNoneMatch, acceptEncoding: undefined });
  expect([again.status, again.headers.get('Footbridge-Build')]).toEqual([304, 'b1']);
  const inDevelopment = answer({ ifNoneMatch: undefined, acceptEncoding: undefined });
  expect(inDevelopment.headers.has('Footbridge-Build')).toBe(false);
});

test('of a service of somebody else the list has a summary; the whole of it is an answer of its own', async () => {
  const service: Component = {
    id: 'catalog:chat',
    version: '1.0.0',
    kind: 'connector',
    title: 'Chat',
    description: 'Sends messages',
    hue: 1,
    categories: ['People'],
    origins: ['https://chat.example'],
    credentials: [],
    operations: [
      {
        id: 'send',
        title: 'Send',
        description: 'Sends one',
        effect: 'write',
        emits: 'one',
        slots: {},
        sample: {},
        call: { via: 'http', method: 'POST', path: ['/send'] },
      },
    ],
  };
  const texts = new Map([
    ['de', { 'catalog:chat': { Send: 'Senden', 'Sends one': 'Sendet eine' } }],
  ]);
  const endpoints = createCatalogEndpoints(
    { components: [service], drawings: '<svg/>', texts },
    'b1',
  );
  const asked = { ifNoneMatch: undefined, acceptEncoding: undefined };
  const said = async (answer: ((of: typeof asked) => Response) | undefined) => {
    const response = answer?.(asked);
    expect(response?.headers.get('Footbridge-Build')).toBe('b1');
    return (await response?.json()) as unknown;
  };
  expect(await said(endpoints.list)).toEqual([
    {
      id: 'catalog:chat',
      summary: true,
      kind: 'connector',
      title: 'Chat',
      description: 'Sends messages',
      hue: 1,
      categories: ['People'],
      operations: [{ id: 'send', title: 'Send', effect: 'write' }],
      signIns: ['none'],
    },
  ]);
  expect(await said(endpoints.component('catalog:chat'))).toEqual(service);
  expect(await said(endpoints.texts('de'))).toEqual({ 'catalog:chat': { Send: 'Senden' } });
  expect(await said(endpoints.textsOf('catalog:chat', 'de'))).toEqual({
    Send: 'Senden',
    'Sends one': 'Sendet eine',
  });
  for (const none of ['catalog:none', 'constructor']) {
    expect(endpoints.component(none)).toBeUndefined();
    expect(endpoints.textsOf(none, 'de')).toBeUndefined();
  }
  expect(endpoints.textsOf('catalog:chat', 'xx')).toBeUndefined();
});

test('all drawings are one document, which is compressed, kept with its build, and can run nothing', async () => {
  const { drawings } = createCatalogEndpoints({ components: [], drawings: '<svg/>' }, 'b1');
  const response = drawings({ ifNoneMatch: undefined, acceptEncoding: 'br' });
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'image/svg+xml',
    'content-encoding': 'br',
    'content-security-policy': "sandbox; default-src 'none'",
    'footbridge-build': 'b1',
  });
  expect(brotliDecompressSync(await response.arrayBuffer()).toString()).toBe('<svg/>');
});
