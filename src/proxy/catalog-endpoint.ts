import { createHash } from 'node:crypto';
import type { Component } from '../catalog/contract.ts';
import { writeJson, type Json } from '../shared/index.ts';

/** GET /api/catalog, written once: the catalog does not change while the server runs. */
export function createCatalogEndpoint(
  components: readonly Component[],
): (ifNoneMatch: string | undefined) => Response {
  const text = writeJson(components as unknown as Json);
  const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;
  const headers = {
    ETag: etag,
    'Cache-Control': 'no-cache',
    'Content-Type': 'application/json',
    'X-Content-Type-Options': 'nosniff',
  };
  return (ifNoneMatch) =>
    ifNoneMatch === etag
      ? new Response(null, { status: 304, headers })
      : new Response(text, { headers });
}

/** An icon as a picture: nothing in it can run, not even when it is opened by itself. */
export function answerIcon(svg: string): Response {
  return new Response(svg, {
    headers: {
      'Content-Type': 'image/svg+xml',
      'Content-Security-Policy': "sandbox; default-src 'none'; style-src 'unsafe-inline'",
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'max-age=3600',
    },
  });
}
