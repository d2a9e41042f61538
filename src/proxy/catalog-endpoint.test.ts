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
