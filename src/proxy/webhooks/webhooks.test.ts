/** Acceptance: webhook reception over a real port, as a page and its callers see it. */
import { getRequestListener } from '@hono/node-server';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { WebhookDelivery, WebhookRegistration } from '../contract.ts';
import { createMemoryStore } from '../store.ts';
import { proxyUnderTest, refusalOf } from '../testing/proxy-under-test.ts';
import { answerCaller } from './answer-caller.ts';
import { createDeliveries, registrationMs, type Listener } from './deliveries.ts';
import { closed } from '../../shared/testing/closed.ts';

async function startPage() {
  let port = 0;
  const tested = closed(proxyUnderTest({ config: { port: () => port } }));
  const server: Server = createServer(
    getRequestListener((request) => tested.app.fetch(request), { overrideGlobalObjects: false }),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ({ port } = server.address() as AddressInfo);
  closed({
    close: () => {
      server.closeAllConnections();
      return new Promise<void>((resolve) => server.close(() => resolve()));
    },
  });
  const base = `http://127.0.0.1:${port}`;
  const [cookie = ''] = ((await fetch(base)).headers.get('set-cookie') ?? '').split(';');
  const headers = { Cookie: cookie, 'X-Footbridge': '1' };
  const register = async (): Promise<WebhookRegistration> =>
    (await (
      await fetch(`${base}/api/webhooks`, { method: 'POST', headers, body: '{}' })
    ).json()) as WebhookRegistration;
  return { ...tested, base, headers, register };
}

/** Listens as the page does. */
async function listen(base: string, id: string, headers: Record<string, string>, query = '') {
  const stop = new AbortController();
  const answer = await fetch(`${base}/api/webhooks/${id}/events${query}`, {
    headers,
    signal: stop.signal,
  });
  const reader = (answer.body as ReadableStream<Uint8Array>)
    .pipeThrough(new TextDecoderStream())
    .getReader();
  let text = '';
  return {
    status: answer.status,
    stop: () => stop.abort(),
    async next(): Promise<WebhookDelivery> {
      for (;;) {
        const found = /event: received\ndata: (.*)\n\n/.exec(text);
        if (found !== null) {
          text = text.slice(found.index + found[0].length);
          return JSON.parse(found[1] ?? '') as WebhookDelivery;
        }
        const { value, done } = await reader.read();
        if (done) throw new Error('the stream ended');
        text += value;
      }
    },
  };
}

/** Asks until the server has noticed that the listener is gone. */
async function until(status: number, send: () => Promise<Response>): Promise<Response> {
  for (;;) {
    const answer = await send();
    if (answer.status === status) return answer;
  }
}

describe('a webhook', () => {
  it('hands on what arrives, without the secrets of the caller', async () => {
    const { base, headers, register } = await startPage();
    const { id, url, reach } = await register();
    expect([url, reach]).toEqual([`${base}/hooks/${id}`, 'this-computer']);
    const listener = await listen(base, id, headers);
    const answer = await fetch(`${url}?from=shop`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'X-Shop-Topic': 'order',
        Authorization: 'Bearer s',
        Cookie: 'a=b',
      },
      body: '\ufeff{"order": 7, "big": 12345678901234567890}',
    });
    expect([
      answer.status,
      await answer.text(),
      answer.headers.get('access-control-allow-origin'),
    ]).toEqual([202, '', null]);
    const got = await listener.next();
    expect(got).toMatchObject({
      method: 'POST',
      query: { from: 'shop' },
      headers: { 'x-shop-topic': 'order' },
      body: { order: 7 },
    });
    expect(
      Object.keys(got.headers).filter((name) => ['authorization', 'cookie'].includes(name)),
    ).toEqual([]);
  });

  it.each([
    [
      'a form',
      { 'Content-Type': 'application/x-www-form-urlencoded' },
      'a=1&b=2&b=3&__proto__=x',
      { a: '1', b: ['2', '3'] },
    ],
    ['a text', { 'Content-Type': 'text/plain' }, 'plain {"text"}', 'plain {"text"}'],
    ['JSON without a type', {}, '[1]', [1]],
    ['broken JSON', { 'Content-Type': 'application/json' }, '{"a":', '{"a":'],
    [
      'compressed JSON',
      { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' },
      gzipSync('{"a":1}'),
      { a: 1 },
    ],
    [
      'bytes',
      { 'Content-Type': 'image/png' },
      Buffer.from([0xff, 0xfe, 0x00]),
      { base64: '//4A', type: 'image/png' },
    ],
    ['nothing', {}, '', null],
  ])('reads %s', async (_what, sent, body, expected) => {
    const { base, headers, register } = await startPage();
    const { id, url } = await register();
    const listener = await listen(base, id, headers);
    const plain = typeof body === 'string' ? new TextEncoder().encode(body) : new Uint8Array(body);
    await fetch(url, { method: 'POST', headers: sent as Record<string, string>, body: plain });
    expect((await listener.next()).body).toEqual(expected);
  });

  it.each(['GET', 'PUT', 'DELETE', 'PATCH'])('takes %s', async (method) => {
    const { base, headers, register } = await startPage();
    const { id, url } = await register();
    const listener = await listen(base, id, headers);
    expect((await fetch(url, { method })).status).toBe(202);
    expect((await listener.next()).method).toBe(method);
  });

  it('asks callers to come back while nobody listens, and again after the page is closed', async () => {
    const { base, headers, register } = await startPage();
    const { id, url } = await register();
    const early = await fetch(url, { method: 'POST' });
    expect([early.status, early.headers.get('retry-after'), (await refusalOf(early)).code]).toEqual(
      [503, '1', 'proxy.webhook-nobody-listens'],
    );

    const listener = await listen(base, id, headers);
    expect((await fetch(url, { method: 'POST' })).status).toBe(202);
    listener.stop();
    expect((await until(503, () => fetch(url, { method: 'POST' }))).status).toBe(503);
  });

  it('has a call wait for a page that is about to listen', async () => {
    const { base, headers, register } = await startPage();
    const { id, url } = await register();
    const early = fetch(url, { method: 'POST', body: new URLSearchParams({ early: 'yes' }) });
    await new Promise((resolve) => setTimeout(resolve, 100));
    const listener = await listen(base, id, headers);
    expect((await early).status).toBe(202);
    expect((await listener.next()).body).toEqual({ early: 'yes' });
    listener.stop();
  });

  it('cannot be told from an unknown one when it is another workspace’s, removed or expired', async () => {
    const { base, headers, register, advance } = await startPage();
    const { id, url } = await register();
    const unknown = await fetch(`${base}/hooks/unknown`, { method: 'POST', body: 'x' });
    const words = await unknown.text();

    const [cookie = ''] = ((await fetch(base)).headers.get('set-cookie') ?? '').split(';');
    const foreign = await fetch(`${base}/api/webhooks/${id}/events`, {
      headers: { ...headers, Cookie: cookie },
    });
    const nowhere = await fetch(`${base}/api/webhooks/unknown/events`, { headers });
    expect([foreign.status, await foreign.text()]).toEqual([404, await nowhere.text()]);

    advance(registrationMs + 1);
    const expired = await fetch(url, { method: 'POST', body: 'x' });
    expect([unknown.status, expired.status, await expired.text()]).toEqual([401, 401, words]);

    const other = await register();
    expect(
      (await fetch(`${base}/api/webhooks/${other.id}`, { method: 'DELETE', headers })).status,
    ).toBe(204);
    expect(await (await fetch(other.url)).text()).toBe(words);
  });

  it('lives on while somebody listens, and as long again after the last sign of life', async () => {
    const time = { now: 0 };
    const store = createMemoryStore();
    const deliveries = createDeliveries({ store, now: () => time.now, newId: () => 'hook' });
    const { id } = await deliveries.register('w');
    const stop = await deliveries.listen(id, 'w', {
      take: () => true,
      answers: false,
      close: () => undefined,
    });
    time.now = registrationMs + 1;
    expect(deliveries.known(id) !== undefined).toBe(true);
    await deliveries.renew(id);
    stop();
    expect(store.webhooks()).toEqual([{ id, workspace: 'w', expires: time.now + registrationMs }]);
    time.now += registrationMs;
    expect(deliveries.known(id) !== undefined).toBe(false);
  });

  it('is not written anew with every beat of its listener', async () => {
    const time = { now: 0 };
    const store = createMemoryStore();
    const deliveries = createDeliveries({ store, now: () => time.now, newId: () => 'hook' });
    const { id } = await deliveries.register('w');
    time.now = 20_000;
    await deliveries.renew(id);
    expect(store.webhooks()[0]?.expires).toBe(registrationMs);
  });

  it('takes no more than 10 MB, as sent and as expanded', async () => {
    const { base, headers, register } = await startPage();
    const { id, url } = await register();
    await listen(base, id, headers);
    const large = new Uint8Array(10 * 1024 * 1024 + 1);
    for (const [encoding, body] of [
      ['identity', large],
      ['gzip', new Uint8Array(gzipSync(large))],
    ] as const) {
      const answer = await fetch(url, {
        method: 'POST',
        headers: { 'Content-Encoding': encoding },
        body,
      });
      expect(await refusalOf(answer)).toMatchObject({
        status: 413,
        code: 'proxy.request-too-large',
      });
    }
  });

  it('reaches nothing of the page’s, whatever follows its address', async () => {
    const { base, register } = await startPage();
    const { url } = await register();
    for (const address of [
      `${url}/../../api/places`,
      `${base}/hooks/..%2fapi%2fplaces`,
      `${base}/hooks/`,
    ]) {
      expect(
        (await fetch(address, { headers: { 'X-Footbridge': '1' } })).status,
      ).toBeGreaterThanOrEqual(401);
    }
  });
});

describe('deliveries', () => {
  const delivery = (body: string): WebhookDelivery => ({
    id: 'd',
    at: 0,
    method: 'POST',
    query: {},
    headers: {},
    body,
  });
  async function aLine(takes: () => boolean) {
    const store = createMemoryStore();
    const deliveries = createDeliveries({ store, now: () => 0, newId: () => 'hook' });
    await deliveries.register('w');
    const taken: string[] = [];
    const listener: Listener = {
      take: (event) => (taken.push(event), takes()),
      answers: false,
      close: () => taken.push('closed'),
    };
    const stop = await deliveries.listen('hook', 'w', listener);
    return { deliveries, taken, stop, store };
  }

  it('wait in a bounded line when the page cannot keep up, then arrive in order', async () => {
    let isFree = false;
    const { deliveries, taken } = await aLine(() => isFree);
    for (let count = 0; count < 101; count += 1)
      void deliveries.deliver('hook', undefined, delivery(`${count}`));
    expect(() => deliveries.deliver('hook', undefined, delivery('one too many'))).toThrow(
      'proxy.webhook-busy',
    );
    expect(taken).toHaveLength(1);
    isFree = true;
    deliveries.resume('hook');
    expect(taken.map((event) => /"body":"(\d+)"/.exec(event)?.[1])).toEqual(
      Array.from({ length: 101 }, (_, count) => `${count}`),
    );
  });

  it('are bounded in bytes too', async () => {
    const { deliveries } = await aLine(() => false);
    const large = 'x'.repeat(9 * 1024 * 1024);
    for (let count = 0; count < 4; count += 1)
      void deliveries.deliver('hook', undefined, delivery(large));
    expect(() => deliveries.deliver('hook', undefined, delivery(large))).toThrow(
      'proxy.webhook-busy',
    );
  });

  it('go to the newest listener; the one before is told', async () => {
    const { deliveries, taken, stop } = await aLine(() => true);
    const newer: string[] = [];
    await deliveries.listen('hook', 'w', {
      take: (event) => newer.push(event) > 0,
      answers: false,
      close: () => undefined,
    });
    stop();
    void deliveries.deliver('hook', undefined, delivery('a'));
    expect([taken, newer.length]).toEqual([['closed'], 1]);
  });

  it('survive a restart as an address', async () => {
    const { store } = await aLine(() => true);
    expect(createDeliveries({ store, now: () => 0, newId: () => 'x' }).known('hook')).toBeDefined();
  });
});

describe('a webhook whose flow answers', () => {
  async function called() {
    const { base, headers, register } = await startPage();
    const { id, url } = await register();
    const listener = await listen(base, id, headers, '?answers=1');
    const answer = fetch(url, { method: 'POST', body: '{}', redirect: 'manual' });
    const { id: delivery } = await listener.next();
    const say = (said: unknown): Promise<Response> =>
      fetch(`${base}/api/webhooks/${id}/answers/${delivery}`, {
        method: 'POST',
        headers,
        body: JSON.stringify(said),
      });
    return { base, headers, id, answer, say, listener };
  }

  it('gives the caller what the flow says, once', async () => {
    const { answer, say } = await called();
    const said = {
      status: 201,
      headers: { 'Content-Type': 'application/json' },
      body: '{"number":7}',
    };
    expect((await say(said)).status).toBe(204);
    const got = await answer;
    expect([got.status, got.headers.get('content-type'), await got.text()]).toEqual([
      201,
      'application/json',
      '{"number":7}',
    ]);
    expect((await say(said)).status).toBe(404);
  });

  it('lets an answer do nothing on the page’s own origin', async () => {
    const { answer, say } = await called();
    await say({
      status: 200,
      headers: {
        'Content-Type': 'text/javascript',
        'Set-Cookie': 'a=b',
        'Content-Security-Policy': 'default-src *',
        'Access-Control-Allow-Origin': '*',
        Location: 'javascript:alert(1)',
      },
      body: 'alert(1)',
    });
    const { headers } = await answer;
    expect(headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(headers.get('content-security-policy')).toMatch(/^sandbox; default-src 'none'/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    for (const name of ['set-cookie', 'access-control-allow-origin', 'location'])
      expect(headers.get(name)).toBeNull();
  });

  it.each([
    ['done', 202, 'no answer\n'],
    ['failed', 500, 'stopped before\n'],
  ])('says in words that a flow was %s without an answer', async (without, status, words) => {
    const { answer, say } = await called();
    await say({ without });
    const got = await answer;
    expect([got.status, await got.text()]).toEqual([status, words]);
  });

  it('takes no answer of another workspace, nor one that is none', async () => {
    const { base, id, answer, say } = await called();
    expect((await say({ status: 99, headers: {}, body: '' })).status).toBe(400);
    const [cookie = ''] = ((await fetch(base)).headers.get('set-cookie') ?? '').split(';');
    const foreign = await fetch(`${base}/api/webhooks/${id}/answers/any`, {
      method: 'POST',
      headers: { Cookie: cookie, 'X-Footbridge': '1' },
      body: '{"without":"done"}',
    });
    expect((await refusalOf(foreign)).code).toBe('proxy.webhook-unknown');
    await say({ without: 'done' });
    expect((await answer).status).toBe(202);
  });

  it('sends callers away when the address is taken back', async () => {
    const { base, id, headers, answer } = await called();
    await fetch(`${base}/api/webhooks/${id}`, { method: 'DELETE', headers });
    expect((await answer).status).toBe(503);
  });

  it('lets nobody wait longer than the limit', async () => {
    const limited = answerCaller(
      new Promise(() => undefined),
      new AbortController().signal,
      { without: { done: '', failed: '' }, late: (seconds) => `no answer in ${String(seconds)} s` },
      () => undefined,
      1,
    );
    const got = await limited;
    expect([got.status, await got.text()]).toEqual([504, 'no answer in 0 s\n']);
  });
});
