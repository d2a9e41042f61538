/**
 * A socket to a vetted address, for services that are not asked by HTTP: the second and last way out (P3, P4).
 *
 * 1. All addresses of a name are checked before one is dialled, and a checked address is dialled.
 * 2. Nobody but this opens the socket: a database's, mail or file library gets it ready.
 */
import { connect, type Socket } from 'node:net';
import { toRefused } from './failures.ts';
import { vetAddresses, type Resolve } from './connector.ts';
import type { Destinations } from './destinations.ts';

/** A connection that is open. */
export type Connection = Socket;

/** Opens a connection. Throws `RefusedError`; an abort throws the signal's reason. */
export type DialSocket = (host: string, port: number, signal: AbortSignal) => Promise<Connection>;

export function createDialSocket(options: {
  readonly destinations: Destinations;
  readonly resolve: Resolve;
  readonly connectMs: number;
}): DialSocket {
  return async (host, port, signal) => {
    const addresses = await vetAddresses(host, port, options).catch((cause: unknown) => {
      throw toRefused(cause, host);
    });
    let trouble: unknown;
    for (const address of addresses) {
      try {
        return await dialOne(address, port, options.connectMs, signal);
      } catch (cause) {
        signal.throwIfAborted();
        trouble = cause;
      }
    }
    throw toRefused(trouble, `${host}:${port}`);
  };
}

function dialOne(
  address: string,
  port: number,
  connectMs: number,
  signal: AbortSignal,
): Promise<Socket> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const socket = connect({ host: address, port, noDelay: true, keepAlive: true });
    const settle = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
      socket.removeListener('error', onError);
      socket.removeListener('connect', onConnect);
    };
    const fail = (cause: unknown): void => {
      settle();
      socket.on('error', () => undefined);
      socket.destroy();
      reject(cause as Error);
    };
    const onAbort = (): void => fail(signal.reason);
    const onError = (cause: Error): void => fail(cause);
    const onConnect = (): void => {
      settle();
      resolve(socket);
    };
    const timer = setTimeout(
      () => fail(Object.assign(new Error('no connection in time'), { code: 'ETIMEDOUT' })),
      connectMs,
    );
    signal.addEventListener('abort', onAbort, { once: true });
    socket.once('error', onError);
    socket.once('connect', onConnect);
  });
}
