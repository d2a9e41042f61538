import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

export interface ReceivedRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
  readonly bytes: Buffer;
}

/** A real HTTP server on loopback that counts sockets and keeps what it got. */
export interface RealService {
  readonly port: number;
  readonly received: readonly ReceivedRequest[];
  sockets(): number;
  close(): Promise<void>;
}

export type Handler = (request: ReceivedRequest, response: ServerResponse) => void;

export async function startService(handler: Handler): Promise<RealService> {
  const received: ReceivedRequest[] = [];
  const open = new Set<Socket>();
  let sockets = 0;
  const server = createServer((incoming, response) => {
    const read = readAll(incoming).then((bytes) => {
      const request = {
        method: incoming.method ?? '',
        url: incoming.url ?? '',
        headers: incoming.headers,
        body: bytes.toString('utf8'),
        bytes,
      };
      received.push(request);
      handler(request, response);
    });
    read.catch(() => undefined); // who breaks off has sent nothing
  });
  server.on('connection', (socket) => {
    sockets += 1;
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    received,
    sockets: () => sockets,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of open) socket.destroy();
      }),
  };
}

async function readAll(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
