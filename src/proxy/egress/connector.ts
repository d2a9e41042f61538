/**
 * The only place that opens a socket to the outside.
 *
 * 1. A name is resolved once for a connection, all its addresses are checked, and a checked address is dialled: a second
 *    answer of the name service can change nothing.
 * 2. An address written in the URL takes the same way as a resolved one.
 * 3. TLS still proves the name, because the name goes along as server name.
 */
import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { buildConnector } from 'undici';
import { RefusedError } from '../refusal.ts';
import type { Destinations } from './destinations.ts';

/** All addresses of a name. */
export type Resolve = (name: string) => Promise<readonly string[]>;
export type Dial = buildConnector.connector;

export async function resolveByDns(name: string): Promise<readonly string[]> {
  const answers = await lookup(name, { all: true, verbatim: true });
  return answers.sort((one, other) => one.family - other.family).map((answer) => answer.address);
}

/** The addresses of a host, all of them checked; a refusal is thrown. */
export async function vetAddresses(
  host: string,
  port: number,
  { destinations, resolve }: { readonly destinations: Destinations; readonly resolve: Resolve },
): Promise<readonly string[]> {
  const literal = host.replace(/^\[|\]$/g, '');
  const addresses = isIP(literal) === 0 ? await resolve(host) : [literal];
  if (addresses.length === 0) throw new RefusedError('proxy.host-not-found', { host });
  destinations.check(host, port, addresses);
  return addresses;
}

export function createConnector(options: {
  readonly destinations: Destinations;
  readonly resolve: Resolve;
  readonly connectMs: number;
  readonly dial?: Dial;
}): buildConnector.connector {
  const dial = options.dial ?? buildConnector({ timeout: options.connectMs });

  function dialFirst(
    target: buildConnector.Options,
    addresses: readonly string[],
    done: buildConnector.Callback,
  ): void {
    const [address = '', ...others] = addresses;
    const servername =
      target.servername ?? (isIP(target.hostname) === 0 ? target.hostname : undefined);
    const vetted = {
      ...target,
      hostname: address,
      ...(servername === undefined ? {} : { servername }),
    };
    dial(vetted, (...[error, socket]) => {
      if (error === null) done(null, socket);
      else if (others.length > 0) dialFirst(target, others, done);
      else done(error, null);
    });
  }

  return (target, done) => {
    vetAddresses(target.hostname, portOf(target), options).then(
      (addresses) => dialFirst(target, addresses, done),
      (cause: unknown) => done(cause instanceof Error ? cause : new Error(String(cause)), null),
    );
  };
}

function portOf(target: buildConnector.Options): number {
  return target.port === '' ? (target.protocol === 'https:' ? 443 : 80) : Number(target.port);
}
