/**
 * Redirects, followed by hand (P5).
 *
 * 1. The same origin keeps the secret. Any other origin gets nothing but the bare question: no secret, no header of the
 *    caller, no body.
 * 2. https never falls to http; only http and https are followed.
 * 3. A service that writes the secret into the new address of another host is not followed, nor is the secret told.
 */
import { RefusedError, type RefusalCode } from '../refusal.ts';
import { holdsSecret, maskText, type Needles } from '../mask.ts';
import { isPassing, type Passing } from '../request-content.ts';
import type { HeaderPair } from './headers.ts';

export interface Hop {
  readonly url: URL;
  readonly method: string;
  readonly headers: readonly HeaderPair[];
  readonly body: string | Uint8Array | Passing | undefined;
  /** True while every hop so far stayed at the first origin. */
  readonly isTrusted: boolean;
}

const neutralHeaders: ReadonlySet<string> = new Set(['accept', 'accept-language', 'user-agent']);

/** The hop after a redirecting answer; undefined when the answer is no redirect. */
export function nextHop(
  hop: Hop,
  status: number,
  location: string | undefined,
  needles: Needles,
): Hop | undefined {
  if (![301, 302, 303, 307, 308].includes(status) || location === undefined) return undefined;
  const url = URL.canParse(location, hop.url.href) ? new URL(location, hop.url) : undefined;
  const refused = (code: RefusalCode, to: string): RefusedError =>
    new RefusedError(code, {
      from: maskText(hop.url.host, needles),
      to: maskText(to, needles),
    });
  if (url === undefined)
    throw refused('proxy.redirect-not-followed', beginningOf(maskText(location, needles)));
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw refused('proxy.redirect-not-followed', url.protocol);
  if (hop.url.protocol === 'https:' && url.protocol === 'http:') {
    throw refused('proxy.redirect-insecure', url.host);
  }
  url.username = '';
  url.password = '';
  url.hash = '';

  const keepsMethod = status === 307 || status === 308 || hop.method === 'HEAD';
  const method = keepsMethod || (status !== 303 && hop.method !== 'POST') ? hop.method : 'GET';
  const body = method === hop.method ? hop.body : undefined;
  const isSameOrigin = url.origin === hop.url.origin;

  if (isSameOrigin) {
    // What was passed on as it came is gone.
    if (isPassing(body)) throw refused('proxy.redirect-with-body', url.host);
    return {
      url,
      method,
      headers: body === undefined ? withoutContentType(hop.headers) : hop.headers,
      body,
      isTrusted: hop.isTrusted,
    };
  }
  if (method !== 'GET' && method !== 'HEAD') throw refused('proxy.redirect-with-body', url.host);
  if (holdsSecret(url.href, needles) || holdsSecret(decoded(url.href), needles)) {
    throw refused('proxy.redirect-carries-secret', url.host);
  }
  return {
    url,
    method,
    headers: hop.headers.filter(([name]) => neutralHeaders.has(name)),
    body: undefined,
    isTrusted: false,
  };
}

function withoutContentType(headers: readonly HeaderPair[]): readonly HeaderPair[] {
  return headers.filter(([name]) => name !== 'content-type');
}

function beginningOf(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, '?').slice(0, 40);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
