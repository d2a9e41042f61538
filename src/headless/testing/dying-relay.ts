import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface DyingRelay {
  readonly url: string;
  /** From now on it lives. */
  heal(): void;
  close(): Promise<void>;
}

const passedOn = ['content-type', 'soapaction', 'authorization'];

/** Stands before a real service, and dies in the middle of an answer: of the one with this number, and of all after it. */
export async function dyingRelay(service: string, atAnswer: number): Promise<DyingRelay> {
  let answers = 0;
  let isHealed = false;
  const server = createServer((request, response) => {
    void ask(service, request).then(({ status, type, body }) => {
      answers += 1;
      response.writeHead(status, { 'content-type': type, 'content-length': body.byteLength });
      if (isHealed || answers < atAnswer) return response.end(body);
      // Half of it is on its way when the connection is gone.
      response.write(body.subarray(0, Math.floor(body.byteLength / 2)), () =>
        setTimeout(() => response.socket?.destroy(), 10),
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // a TCP server's address is never a pipe's name
  return {
    url: `http://127.0.0.1:${String(port)}`,
    heal: () => (isHealed = true),
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

async function ask(service: string, request: IncomingMessage) {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const method = request.method ?? 'GET';
  const answer = await fetch(new URL(request.url ?? '/', service), {
    method,
    headers: passedOn.flatMap((name): [string, string][] => {
      const value = request.headers[name];
      return typeof value === 'string' ? [[name, value]] : [];
    }),
    ...(method === 'GET' ? {} : { body: Buffer.concat(parts) }),
  });
  return {
    status: answer.status,
    type: answer.headers.get('content-type') ?? 'text/plain',
    body: Buffer.from(await answer.arrayBuffer()),
  };
}
