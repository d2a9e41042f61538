import type { CallRequest } from './contract.ts';
import { RefusedError } from './refusal.ts';

/**
 * The address of a call, from an origin we chose and a path somebody else wrote. `new URL(path, base)` would let
 * `//host`, `\\host` and `https://host` replace the host, so the path is only ever appended, and looked at again after.
 */
export function buildUrl(origin: string, path: string, query: CallRequest['query']): URL {
  const isPlain = /^\/(?!\/)[^\\?#\s\p{Cc}]*$/u.test(path) && !path.split('/').some(isDotSegment);
  if (!isPlain) throw new RefusedError('proxy.path-not-allowed', { path: shown(path) });
  const search = query
    .map(([name, value, written]) => `${encode(name)}=${written ?? encode(value)}`)
    .join('&');
  const url = new URL(`${origin}${path}${search === '' ? '' : `?${search}`}`);
  if (
    url.origin !== origin ||
    url.username !== '' ||
    url.password !== '' ||
    !url.pathname.startsWith('/') ||
    url.pathname.startsWith('//')
  ) {
    throw new RefusedError('proxy.path-not-allowed', { path: shown(path) });
  }
  return url;
}

/**
 * For a host that many accounts share, each behind a path of its own: a gateway that decodes the path before it chooses an
 * account would follow an encoded `..` (and some take `..;` for one) to somebody else's, with the same token.
 */
export function refuseWayOut(path: string): void {
  if (/(?:^|[/\\]|%2f|%5c)(?:\.|%2e){2}(?:$|[/\\;]|%2f|%5c|%3b)/i.test(path))
    throw new RefusedError('proxy.path-not-allowed', { path: shown(path) });
}

/** A URL parser takes `%2e%2e` for `..` too. */
function isDotSegment(segment: string): boolean {
  return /^(\.|%2e){1,2}$/i.test(segment);
}

function encode(text: string): string {
  // A lone surrogate would make encodeURIComponent throw.
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'));
}

function shown(path: string): string {
  return path.replace(/[^\x20-\x7e]/g, '?').slice(0, 100);
}
