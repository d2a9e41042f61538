/** Acceptance: what comes back, and how much of it. */
import type { ServerResponse } from 'node:http';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { RequestTemplate } from '../catalog/contract.ts';
import { createServiceCalls } from './page-call.ts';
import { refusalOf } from './testing/proxy-under-test.ts';
import type { Limits } from './egress/limits.ts';
import { withService } from './testing/scene.ts';

type Respond = (response: ServerResponse) => void;
const noAnswers: readonly [
  what: string,
  code: string,
  limits: Partial<Limits>,
  respond: Respond,
][] = [
  [
    'a body without an end',
    'proxy.answer-too-large',
    { answerBytes: 60_000 },
    (response) => flood(response),
  ],
  [
    'one byte now and then',
    'proxy.answer-too-long',
    { totalMs: 120, idleMs: 100 },
    (response) => drip(response, 20),
  ],
  [
    'a body that stops',
    'proxy.answer-stalled',
    { idleMs: 60 },
    (response) => void response.write('x'),
  ],
  ['no headers at all', 'proxy.service-too-slow', { headersMs: 60 }, () => undefined],
  [
    'headers that never end',
    'proxy.service-too-slow',
    { headersMs: 100 },
    (response) => dripHeaders(response, 15),
  ],
  [
    'headers without measure',
    'proxy.answer-headers-too-large',
    { headerBytes: 4096 },
    (response) => void response.writeHead(200, { 'X-Big': 'x'.repeat(9000) }).end(),
  ],
  ['half an answer', 'proxy.answer-cut', {}, (response) => halfAnswer(response)],
  [
    'no HTTP',
    'proxy.answer-not-readable',
    {},
    (response) => void response.socket?.end('SSH-2.0-OpenSSH\r\n\r\n'),
  ],
];

describe('a page that reads an answer', () => {
  it('is told that it is too large, and that another try does not help', async () => {
    const { target, browser } = await withService(
      (_request, response) => {
        response.write('x'.repeat(200_000));
        setTimeout(() => response.end('x'.repeat(1024 * 1024)), 30);
      },
      { limits: { answerBytes: 1024 * 1024 } },
    );
    const template: RequestTemplate = {
      component: 'catalog:test',
      effect: 'read',
      origin: `http://127.0.0.1:${target.port}`,
      method: 'GET',
      path: '/',
      query: [],
      headers: [],
    };
    expect(await createServiceCalls(browser.ask).call(template, undefined)).toEqual({
      kind: 'unanswered',
      problem: { code: 'proxy.answer-too-large', params: { megabytes: 1 } },
      retryable: false,
    });
  });
});

describe('a call that may wait longer than usual', () => {
  it('gets an answer that begins late, and one that stops for a while', async () => {
    const { call } = await withService(
      (_request, response) =>
        void setTimeout(() => {
          response.write('x'.repeat(300_000));
          setTimeout(() => response.end('y'), 150);
        }, 150),
      { limits: { headersMs: 60, idleMs: 60, totalMs: 200 } },
    );
    expect((await refusalOf(await call())).code).toBe('proxy.service-too-slow');
    expect((await (await call({ waitSeconds: 2 })).text()).at(-1)).toBe('y');
    expect((await refusalOf(await call({ waitSeconds: 301 }))).code).toBe(
      'proxy.request-not-understood',
    );
  });
});

describe('an answer', () => {
  it('never runs: bytes, sandboxed, without cookies, with its own type told apart', async () => {
    const { call } = await withService((_request, response) =>
      response
        .writeHead(201, {
          'Content-Type': 'text/html',
          'Set-Cookie': 'a=b',
          Refresh: '0',
          'X-Total-Count': '7',
          'Access-Control-Allow-Origin': '*',
        })
        .end('<script>alert(1)</script>'),
    );
    const answer = await call();
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-security-policy': 'sandbox',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'footbridge-status': '201',
    });
    const headers = JSON.parse(answer.headers.get('footbridge-headers') ?? '') as Record<
      string,
      string
    >;
    expect(
      Object.keys(headers)
        .filter((name) => name !== 'date')
        .sort(),
    ).toEqual(['content-type', 'x-total-count']);
  });

  const bomb = Buffer.alloc(50 * 1024 * 1024);
  it.each([
    ['gzip', 'gzip', () => gzipSync(bomb)],
    ['br', 'br', () => brotliCompressSync(bomb, { params: { 1: 1 } })],
    ['twice', 'gzip, gzip', () => gzipSync(gzipSync(bomb))],
    ['not compressed', 'identity', () => bomb],
  ])('that expands to 50 MB is cut at the cap: %s', async (_how, encoding, body) => {
    const bytes = body();
    const { browser, call } = await withService(
      (_request, response) => response.writeHead(200, { 'Content-Encoding': encoding }).end(bytes),
      {
        limits: { answerBytes: 1024 * 1024 },
      },
    );
    const before = process.memoryUsage().arrayBuffers;
    const answer = await call();
    // Small caps are hit before the page gets a status, larger ones in the stream: then the outcome says why.
    const id = answer.headers.get('footbridge-call');
    const refusal =
      id === null
        ? await answer.json()
        : await answer
            .text()
            .then(fail, async () => (await browser.ask(`/api/calls/${id}/outcome`)).json());
    expect(refusal).toMatchObject({ code: 'proxy.answer-too-large', params: { megabytes: 1 } });
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20 * 1024 * 1024);
  });

  it.each([
    ['zstd', 'zstd'],
    ['three layers', 'gzip, gzip, gzip'],
    ['a prototype', 'constructor'],
  ])('in an encoding nobody asked for is refused: %s', async (_what, encoding) => {
    const { call } = await withService((_request, response) =>
      response.writeHead(200, { 'Content-Encoding': encoding }).end('x'),
    );
    expect((await refusalOf(await call())).code).toBe('proxy.answer-not-readable');
  });

  it.each(['gzip', 'br', 'deflate', 'gzip, gzip'])(
    'without a byte is empty, whatever it is called: %s',
    async (encoding) => {
      const { call } = await withService((_request, response) =>
        response.writeHead(200, { 'Content-Encoding': encoding, 'Content-Length': '0' }).end(),
      );
      const answer = await call();
      expect(answer.headers.get('footbridge-status')).toBe('200');
      expect(await answer.text()).toBe('');
    },
  );

  it.each([
    ['as the standard says', deflateSync],
    ['bare, as some servers do', deflateRawSync],
  ])('in "deflate" is read: %s', async (_how, deflate) => {
    const { call } = await withService((_request, response) =>
      response.writeHead(200, { 'Content-Encoding': 'deflate' }).end(deflate('{"a":1}')),
    );
    expect(await (await call()).text()).toBe('{"a":1}');
  });

  it('that is broken gzip is told as unreadable', async () => {
    const { call } = await withService((_request, response) =>
      response.writeHead(200, { 'Content-Encoding': 'gzip' }).end('not gzip'),
    );
    expect((await refusalOf(await call())).code).toBe('proxy.answer-not-readable');
  });

  it.each([
    ['short', {}, 'short'],
    ['long', {}, 'long'.repeat(50_000)],
    ['compressed', { 'Content-Encoding': 'gzip' }, gzipSync('long'.repeat(50_000))],
  ])('leaves its connection to the next call: %s', async (_what, headers, body) => {
    const { target, call } = await withService((_request, response) =>
      response.writeHead(200, headers).end(body),
    );
    for (let calls = 0; calls < 3; calls += 1) {
      await (await call()).text();
      await new Promise(setImmediate); // the client takes a connection back in the turn after
    }
    expect(target.sockets()).toBe(1);
  });

  it('nobody reads to its end closes its connection', async () => {
    let isClosed: (() => void) | undefined;
    const closed = new Promise<void>((resolve) => (isClosed = resolve));
    const { call } = await withService((_request, response) => {
      response.once('close', () => isClosed?.());
      flood(response);
    });
    await (await call()).body?.cancel();
    await expect(closed).resolves.toBeUndefined();
  });

  it.each(noAnswers)('that is no answer is ended: %s', async (_what, code, limits, respond) => {
    const { call } = await withService((_request, response) => respond(response), { limits });
    expect(await refusalOf(await call())).toMatchObject({ code });
  });

  it('nobody gives is told as unreachable, worth another try', async () => {
    const { target, call } = await withService(() => undefined);
    await target.close();
    expect(await refusalOf(await call())).toMatchObject({
      status: 502,
      code: 'proxy.service-unreachable',
      retryable: true,
    });
  });

  it('that breaks off in the stream has its reason told to its own workspace only', async () => {
    const { tested, browser, call } = await withService((_request, response) => {
      response.write('x'.repeat(200_000));
      setTimeout(() => response.destroy(), 30);
    });
    const answer = await call();
    const id = answer.headers.get('footbridge-call') ?? '';
    await expect(answer.text()).rejects.toThrow();
    expect(await (await browser.ask(`/api/calls/${id}/outcome`)).json()).toMatchObject({
      code: 'proxy.answer-cut',
      retryable: true,
    });
    expect((await (await tested.browser()).ask(`/api/calls/${id}/outcome`)).status).toBe(204);
  });
});

function fail(): never {
  throw new Error('the answer was not cut');
}
function flood(response: ServerResponse): void {
  const more = (): void => {
    while (!response.destroyed && response.write('x'.repeat(16_384)));
    if (!response.destroyed) response.once('drain', more);
  };
  more();
}
function drip(response: ServerResponse, everyMs: number): void {
  const timer = setInterval(
    () => (response.destroyed ? clearInterval(timer) : response.write('x')),
    everyMs,
  );
}
function dripHeaders(response: ServerResponse, everyMs: number): void {
  const { socket } = response;
  socket?.write('HTTP/1.1 200 OK\r\n');
  const timer = setInterval(
    () => (socket?.destroyed === false ? socket.write('X-A: b\r\n') : clearInterval(timer)),
    everyMs,
  );
}
function halfAnswer(response: ServerResponse): void {
  response.writeHead(200, { 'Content-Length': '100' });
  response.write('half');
  setTimeout(() => response.destroy(), 10);
}
