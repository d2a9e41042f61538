import type { Json } from '../../shared/index.ts';
import { asWritten, type QueryPair } from '../call-contract.ts';

export interface SplitAddress {
  /** Scheme, host and port; no path. */
  readonly origin: string;
  readonly path: string;
  readonly query: readonly (readonly [string, string])[];
}

export interface NextPlace {
  readonly path: string;
  readonly query: readonly QueryPair[];
}

/**
 * Takes a typed address apart. Undefined unless it is a plain http or https address: no user name or password inside,
 * no backslash, no control character, nothing in the host that a URL parser reads differently than a person.
 */
export function splitAddress(typed: Json | undefined): SplitAddress | undefined {
  if (typeof typed !== 'string') return undefined;
  const text = typed.trim();
  const host = /^https?:\/\/([^/?#]*)/i.exec(text)?.[1] ?? '';
  const isPlain = /^[^\s\\@%]+$/.test(host) && !/[\p{Cc}\\]/u.test(text);
  if (!isPlain || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  return { origin: url.origin, path: url.pathname, query: [...url.searchParams] };
}

/** The parts of a path as one; undefined when they would lead anywhere but below the origin. */
export function joinPath(parts: readonly string[]): string | undefined {
  const joined = parts.join('');
  if (joined === '') return '/';
  const isSafe = /^\/(?!\/)[^\\?#\s\p{Cc}]*$/u.test(joined) && !joined.split('/').some(climbs);
  return isSafe ? joined : undefined;
}

/** A URL parser takes `%2e%2e` for `..` too. */
function climbs(segment: string): boolean {
  return /^(\.|%2e){1,2}$/i.test(segment);
}

/**
 * Path and query of where a service says the next page is: an address of its own, or one relative to this request.
 * Undefined when it cannot be read or leads to another host than `origin`, where that is known.
 */
export function splitNext(
  next: string,
  requestPath: string,
  origin: string | undefined,
): NextPlace | undefined {
  // The host is only looked at, never used: the request keeps its own.
  const here = origin ?? 'http://same.invalid';
  const base = `${here}${requestPath}`;
  if (/[\p{Cc}\\]/u.test(next) || !URL.canParse(next, base)) return undefined;
  const url = new URL(next, base);
  // Behind somebody else's TLS many a service takes itself for http. Nothing goes there by it: the request keeps its own way.
  const isHere = /^https?:$/.test(url.protocol) && url.host === new URL(here).host;
  const isElsewhere = !isHere && (origin !== undefined || !/^https?:\/\//i.test(next));
  const path = joinPath([url.pathname]);
  return isElsewhere || path === undefined ? undefined : { path, query: queryOf(url) };
}

/** Values as the service wrote them: one that gives `ids=1,2` may not know `ids=1%2C2`. */
function queryOf({ search, searchParams }: URL): readonly QueryPair[] {
  const parts = search
    .slice(1)
    .split('&')
    .filter((part) => part !== '');
  return [...searchParams].map(([name, value], at) => {
    const [, written] = /^[^=]*=(.*)$/.exec(parts[at] ?? '') ?? [];
    const isOdd = written !== undefined && written !== encodeURIComponent(value);
    return isOdd && asWritten.test(written) ? [name, value, written] : [name, value];
  });
}
