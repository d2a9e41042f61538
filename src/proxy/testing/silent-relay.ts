import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { closed } from '../../shared/testing/closed.ts';

export interface SilentRelay {
  readonly port: number;
  /** From now on nothing gets through, and no connection ends. */
  fallSilent(): void;
  /** How many callers are connected. */
  callers(): number;
  /** How many ever were. */
  sockets(): number;
}

/** Stands before a real server, until it falls silent; without one it never says a word. */
export async function silentRelay(to?: number): Promise<SilentRelay> {
  const callers = new Set<Socket>();
  const beyond = new Set<Socket>();
  let sockets = 0;
  let isSilent = to === undefined;
  const server = createServer((caller) => {
    callers.add(caller);
    sockets += 1;
    caller.on('error', () => undefined).on('close', () => callers.delete(caller));
    caller.resume();
    if (to === undefined) return;
    const service = connect(to, '127.0.0.1');
    beyond.add(service);
    service.on('error', () => undefined);
    caller.on('data', (bytes) => isSilent || service.write(bytes));
    service.on('data', (bytes) => isSilent || caller.write(bytes));
    caller.on('close', () => service.destroy());
    service.on('close', () => isSilent || caller.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closed({
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        for (const socket of [...callers, ...beyond]) socket.destroy();
      }),
  });
  return {
    port: (server.address() as AddressInfo).port, // a TCP server's address is never a pipe's name
    fallSilent: () => void (isSilent = true),
    callers: () => callers.size,
    sockets: () => sockets,
  };
}
