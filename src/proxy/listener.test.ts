import { EventEmitter, once } from 'node:events';
import { createServer, request, type IncomingMessage, type RequestOptions } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { createListener } from './listener.ts';
import { ownPort, type ProxyUnderTest } from './testing/proxy-under-test.ts';
import { withService } from './testing/scene.ts';
import type { Handler } from './testing/real-service.ts';
import { closed } from '../shared/testing/closed.ts';

/** The port that the proxy under test is listened to on: it takes itself to be on another one. */
async function listen({ app }: ProxyUnderTest): Promise<number> {
  const server = createServer(createListener(app));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closed({
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  });
  return (server.address() as AddressInfo).port;
}

async function behindAServer(handler: Handler) {
  const { target, tested, browser } = await withService(handler);
  const port = await listen(tested);
  const signedIn = { Cookie: browser.cookie, 'X-Footbridge': '1' };
  const order = JSON.stringify({
    component: 'catalog:test',
    effect: 'read',
    origin: `http://127.0.0.1:${String(target.port)}`,
    method: 'GET',
    path: '/',
    query: [],
    headers: [],
  });
  const open = (
    options: RequestOptions = {},
    headers: Readonly<Record<string, string>> = signedIn,
  ) =>
    request({
      port,
      host: '127.0.0.1',
      path: '/api/call',
      method: 'POST',
      ...options,
      headers: { Host: `127.0.0.1:${String(ownPort)}`, ...headers },
    });
  const ask = async (
    body: string = order,
    options?: RequestOptions,
    headers?: Readonly<Record<string, string>>,
  ) => {
    const sent = open(options, headers).end(body);
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      sent.on('response', resolve).on('error', reject);
    });
    const pieces: Buffer[] = [];
    for await (const piece of answer) pieces.push(piece as Buffer);
    return { status: answer.statusCode, headers: answer.headers, body: Buffer.concat(pieces) };
  };
  return { open, ask, order, signedIn };
}

describe('a call that comes in through HTTP', () => {
  it('is answered with bytes that never run', async () => {
    const { ask } = await behindAServer((_request, response) =>
      response.setHeader('Content-Type', 'text/html').end('<p>ä'),
    );
    const { status, headers, body } = await ask();
    expect([status, body.toString()]).toEqual([200, '<p>ä']);
    expect(headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-security-policy': 'sandbox',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'content-length': '5',
      'footbridge-status': '200',
    });
  });

  it('gives a long answer to its end', async () => {
    const { ask } = await behindAServer((_request, response) =>
      response.end(Buffer.alloc(3_000_000, 'a')),
    );
    const { headers, body } = await ask();
    expect([headers['footbridge-call'], body.length, body.includes('b')]).toEqual([
      expect.any(String),
      3_000_000,
      false,
    ]);
  });

  it('breaks off where the service does', async () => {
    const { ask } = await behindAServer((_request, response) => {
      response.write(Buffer.alloc(200_000, 'a'), () => response.destroy());
    });
    await expect(ask()).rejects.toThrow('aborted');
  });

  it.each<[string, string, number, RequestOptions, Record<string, string>]>([
    ['under a foreign name', 'proxy.foreign-host', 403, {}, { Host: 'evil.example' }],
    ['from a foreign page', 'proxy.foreign-page', 403, {}, { Origin: 'http://evil.example' }],
    ['without a session', 'proxy.not-signed-in', 401, {}, { Cookie: '' }],
    ['without our header', 'proxy.not-signed-in', 401, {}, { 'X-Footbridge': '' }],
    ['with a query', 'proxy.not-signed-in', 401, { path: '/api/call?a=1' }, { Cookie: '' }],
    ['that is too large', 'proxy.request-too-large', 413, {}, { 'Content-Length': '99999999' }],
  ])('%s is refused', async (_what, code, status, options, headers) => {
    let asked = 0;
    const { ask, signedIn } = await behindAServer((_request, response) => {
      asked += 1;
      response.end();
    });
    const answer = await ask('', options, { ...signedIn, ...headers });
    expect([answer.status, JSON.parse(answer.body.toString())]).toEqual([
      status,
      expect.objectContaining({ code }),
    ]);
    expect(asked).toBe(0);
  });

  it('that says no length is refused once it is too large', async () => {
    const { ask, signedIn } = await behindAServer((_request, response) => response.end());
    const headers = { ...signedIn, 'Transfer-Encoding': 'chunked' };
    expect((await ask('x'.repeat(25 * 1024 * 1024), {}, headers)).status).toBe(413);
  });

  it('ends at the service when its caller goes', async () => {
    const asked = new EventEmitter();
    const { open, order } = await behindAServer((_request, response) => {
      response.on('close', () => asked.emit('closed'));
      asked.emit('begun');
    });
    const [begun, closed] = [once(asked, 'begun'), once(asked, 'closed')];
    const sent = open().on('error', () => undefined);
    sent.end(order);
    await begun;
    sent.destroy();
    expect(await closed).toEqual([]);
  });

  it('whose body stops half-way leaves its place to others', async () => {
    const { open, ask } = await behindAServer((_request, response) => response.end('reached'));
    for (let count = 0; count < 130; count += 1) {
      const sent = open().on('error', () => undefined);
      sent.write('{');
      const [socket] = (await once(sent, 'socket')) as [Socket];
      if (socket.connecting) await once(socket, 'connect');
      sent.destroy();
    }
    await expect.poll(async () => (await ask()).status).toBe(200);
  });
});
