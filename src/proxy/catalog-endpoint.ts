import { createHash } from 'node:crypto';
import { brotliCompressSync } from 'node:zlib';
import { buildHeader, writeJson, type Json } from '../shared/index.ts';

export interface CatalogAsked {
  readonly ifNoneMatch: string | undefined;
  readonly acceptEncoding: string | undefined;
}

/**
 * The catalog, or its texts in a language, written once: they do not change while the server runs. With the build of the page
 * that it belongs to, an older page can tell that it is not its own.
 */
export function createCatalogEndpoint(
  content: Json,
  build?: string,
): (asked: CatalogAsked) => Response {
  const text = writeJson(content);
  const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;
  const headers = {
    ETag: etag,
    'Cache-Control': 'no-cache',
    'Content-Type': 'application/json',
    Vary: 'Accept-Encoding',
    'X-Content-Type-Options': 'nosniff',
    ...(build === undefined ? {} : { [buildHeader]: build }),
  };
  let brotli: Uint8Array<ArrayBuffer> | undefined;
  return ({ ifNoneMatch, acceptEncoding }) => {
    if (ifNoneMatch === etag) return new Response(null, { status: 304, headers });
    if (acceptEncoding?.split(',').some((name) => name.trim().startsWith('br')) !== true)
      return new Response(text, { headers });
    brotli ??= new Uint8Array(brotliCompressSync(text));
    return new Response(brotli, { headers: { ...headers, 'Content-Encoding': 'br' } });
  };
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
