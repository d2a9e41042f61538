import { brotliDecompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { createCatalogEndpoint } from './catalog-endpoint.ts';

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
