/**
 * What of a credential form reaches a database's library: these fields and no others. Whatever else a form holds
 * (`multipleStatements`, `rejectUnauthorized`, a socket's path) has no effect.
 */
import type { Json } from '../../../shared/index.ts';
import type { Connection } from '../../egress/dial.ts';
import { shownOrigin } from '../../origins.ts';
import { RefusedError } from '../../refusal.ts';
import type { TaskAsk } from '../transport.ts';

export interface SignIn {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
  /** Undefined: the person said in words that the line is open. */
  readonly encryption: { readonly authority: string | undefined } | undefined;
}

/** A connection for this sign-in. Throws `RefusedError`. */
export async function openLine(ask: TaskAsk, { encryption }: SignIn): Promise<Connection> {
  // Dialled first: who may not go there at all is told that.
  const socket = await ask.dial();
  if (encryption !== undefined || ask.mayBePlain) return socket;
  socket.destroy();
  throw new RefusedError('proxy.encryption-needed', { host: shownOrigin(ask.origin) });
}

export function signInOf(origin: string, values: Readonly<Record<string, Json>>): SignIn {
  const { hostname, port } = new URL(origin);
  const text = (name: string): string => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    return typeof value === 'string' ? value : '';
  };
  const authority = text('certificate').trim();
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port),
    user: text('user'),
    password: text('password'),
    database: text('database'),
    encryption:
      text('encryption') === 'none'
        ? undefined
        : { authority: authority === '' ? undefined : authority },
  };
}
