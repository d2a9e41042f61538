/**
 * Who may come in (P8).
 *
 * 1. `Host` must be one of our own addresses: a name that somebody points at this computer (DNS rebinding) is refused.
 * 2. `Origin` and `Sec-Fetch-Site`, where the browser sends them, must say "this very page".
 * 3. Nothing that a caller can say about itself (`X-Forwarded-*`, a path, a query) changes any of this.
 */
import { RefusedError } from './refusal.ts';

export interface Door {
  /** Throws `proxy.foreign-host`. Webhooks may come in by the public address too. */
  checkHost(host: string | undefined, path: string): void;
  /** Throws `proxy.foreign-page`: for calls of the page, not for documents. */
  checkCaller(headers: HeaderReader): void;
  /** A navigation that another site started: see session.ts, invariant 3. */
  isForeignNavigation(headers: HeaderReader): boolean;
}
export type HeaderReader = (name: string) => string | undefined;

export interface DoorOptions {
  readonly port: () => number;
  /** Address (and name) the server listens on, when it is not loopback. */
  readonly listenHost?: string | undefined;
  /** The address under which a reverse proxy or a tunnel makes the server known. */
  readonly publicUrl?: string | undefined;
  /** True when an access method guards the page: only then it may be reached by another than a loopback address. */
  readonly isGuarded: boolean;
}

export function createDoor(options: DoorOptions): Door {
  const publicHost =
    options.publicUrl === undefined ? undefined : new URL(options.publicUrl).host.toLowerCase();

  const names = [
    '127.0.0.1',
    'localhost',
    '[::1]',
    ...(options.listenHost === undefined ? [] : [bracket(options.listenHost)]),
  ];

  function isOwnHost(host: string): boolean {
    const port = options.port();
    return names.some((name) => host === `${name}:${port}` || (port === 80 && host === name));
  }

  return {
    checkHost(host, path) {
      const asked = host?.toLowerCase() ?? '';
      if (isOwnHost(asked)) return;
      if (asked === publicHost && (options.isGuarded || path.startsWith('/hooks/'))) return;
      throw new RefusedError('proxy.foreign-host', { host: asked.slice(0, 100) });
    },
    checkCaller(header) {
      const site = header('sec-fetch-site');
      const origin = header('origin');
      const isForeignSite = site !== undefined && site !== 'same-origin';
      if (isForeignSite || (origin !== undefined && !isOwnOrigin(origin, header('host')))) {
        throw new RefusedError('proxy.foreign-page');
      }
    },
    isForeignNavigation(header) {
      const site = header('sec-fetch-site');
      return site === 'cross-site' || site === 'same-site';
    },
  };

  function isOwnOrigin(origin: string, host: string | undefined): boolean {
    const given = origin.toLowerCase();
    const asked = host?.toLowerCase() ?? '';
    if (asked === publicHost) return given === new URL(options.publicUrl ?? '').origin;
    return given === `http://${asked}`;
  }
}

/** True for the addresses that only this computer can reach. */
export function isLoopbackHost(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}

function bracket(host: string): string {
  return host.includes(':') ? `[${host.toLowerCase()}]` : host.toLowerCase();
}
