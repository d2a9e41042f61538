import type { Json } from '../../shared/index.ts';

export interface SplitAddress {
  /** Scheme, host and port; no path. */
  readonly origin: string;
  readonly path: string;
  readonly query: readonly (readonly [string, string])[];
}

/** Takes a typed address apart. Only http and https, no user or password inside; undefined for anything else. */
export function splitAddress(typed: Json | undefined): SplitAddress | undefined {
  if (typeof typed !== 'string' || !/^https?:\/\//i.test(typed.trim())) return undefined;
  let url: URL;
  try {
    url = new URL(typed.trim());
  } catch {
    return undefined;
  }
  if (url.username !== '' || url.password !== '') return undefined;
  return { origin: url.origin, path: url.pathname, query: [...url.searchParams] };
}

/** The parts of a path as one, beginning with a single "/". */
export function joinPath(parts: readonly string[]): string {
  const joined = parts.join('');
  return joined.startsWith('/') ? joined : `/${joined}`;
}
