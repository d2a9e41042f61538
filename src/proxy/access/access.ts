/** How people come in to a Footbridge that others can reach (P8). One method at a time; without one it is loopback only. */
import type { Hono } from 'hono';
import type { Door } from '../door.ts';
import type { Session, SessionRules, Sessions } from '../session.ts';
import type { Vault } from '../vault/vault.ts';

export interface AccessMethod {
  readonly rules: SessionRules;
  open(deps: AccessDeps): Access;
}

export interface Access {
  /** Everything below `/sign-in`. */
  readonly routes: Hono;
  /** Where a browser that knows the server by this name goes after its session has ended. */
  afterSignOut(session: Session, host: string | undefined): string;
}

export interface AccessDeps {
  readonly sessions: Sessions;
  readonly door: Door;
  readonly vault: Vault;
  readonly now: () => number;
  /** For the names of cookies: see session.ts, invariant 2. */
  readonly port: () => number;
  readonly isSecure: boolean;
  /** The origin that people open, whatever name the request came under. */
  readonly originOf: (host: string | undefined) => string;
}
