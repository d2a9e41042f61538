/** Acceptance: files that go out. They come with the call, so what is larger than a call is refused before it is held. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import type { HttpRequest } from '../catalog/contract.ts';
import { closed } from '../shared/testing/closed.ts';
import type { Limits } from './egress/limits.ts';
import { createServiceCalls } from './page-call.ts';
import { createBlobFiles } from '../shared/index.ts';
import { aComponent, arriving, refusalOf } from './testing/proxy-under-test.ts';
import { bearer, connected, key, proxy, withService } from './testing/scene.ts';

const megabyte = 1024 * 1024;

describe('an upload', () => {
  it('of 100 MB is refused with 413 once it is too large, and the rest is not read', async () => {
    const browser = await proxy().browser();
    let sent = 0;
    const body = new ReadableStream({
      pull(controller) {
        if (sent >= 100 * megabyte) return controller.close();
        sent += megabyte;
        controller.enqueue(new Uint8Array(megabyte).fill(0x61));
      },
    });
    const answer = await browser.ask('/api/call', {
      method: 'POST',
      body,
      duplex: 'half',
    } as RequestInit);
    expect(await refusalOf(answer)).toMatchObject({
      status: 413,
      code: 'proxy.request-too-large',
      params: { megabytes: 24 },
    });
    expect(sent).toBeLessThan(28 * megabyte);
  });

  it('arrives byte for byte, with its length and the secret', async () => {
    const bytes = Buffer.from(Uint8Array.from({ length: 3 * megabyte }, (_, at) => at % 251));
    const { target, call } = await connected((_request, response) => response.end('kept'));
    const answer = await call({
      effect: 'write',
      method: 'POST',
      body: { as: 'bytes', base64: bytes.toString('base64'), type: 'image/png' },
    });
    expect(await answer.text()).toBe('kept');
    expect(target.received[0]?.bytes.equals(bytes)).toBe(true);
    expect(target.received[0]?.headers).toMatchObject({
      'content-type': 'image/png',
      'content-length': String(bytes.byteLength),
      authorization: expect.stringMatching(/^Bearer /) as string,
    });
  });

  it('that a service takes slowly goes through, however long it takes, while its answer may be waited for only so long', async () => {
    const service = await takingService('slowly');
    const send = await senderTo(service.port, { headersMs: 1_500, idleMs: 1_500 });
    const begun = performance.now();
    const answer = await send(16 * megabyte);
    expect(await answer.text()).toBe(String(16 * megabyte));
    expect(performance.now() - begun).toBeGreaterThan(1_600);
  });

  it('that a service stops taking is ended, and says so', async () => {
    const service = await takingService('nothing');
    const send = await senderTo(service.port, { headersMs: 60_000, idleMs: 300 });
    const answer = await send(16 * megabyte);
    expect(await refusalOf(answer)).toMatchObject({ status: 504, code: 'proxy.request-not-taken' });
  });

  it('as a form is of the kind that tells its parts, whatever the step says', async () => {
    const { target, call } = await withService((_request, response) => response.end());
    await call({
      effect: 'write',
      method: 'POST',
      headers: [['Content-Type', 'multipart/form-data']],
      body: { as: 'bytes', base64: '', type: 'multipart/form-data; boundary=b' },
    });
    expect(target.received[0]?.headers['content-type']).toBe('multipart/form-data; boundary=b');
  });

  it.each(['no kind', 'a/b\r\nX-Evil: 1', ''])('of no readable kind is bytes: %j', async (type) => {
    const { target, call } = await withService((_request, response) => response.end());
    await call({
      effect: 'write',
      method: 'POST',
      body: { as: 'bytes', base64: 'YWJj', type },
    });
    expect([target.received[0]?.headers['content-type'], target.received[0]?.body]).toEqual([
      'application/octet-stream',
      'abc',
    ]);
  });

  it('that is no Base64 is refused, and no socket opened', async () => {
    const { target, call } = await withService((_request, response) => response.end());
    const answer = await call({
      effect: 'write',
      method: 'POST',
      body: { as: 'bytes', base64: 'a b', type: 'text/plain' },
    });
    expect((await refusalOf(answer)).code).toBe('proxy.base64-not-readable');
    expect(target.sockets()).toBe(0);
  });
});

describe('a file behind its facts', () => {
  const value = {
    fields: { name: 'Grüße.bin', parents: ['p1'] },
    files: [{ name: 'x', type: 'image/png\r\nX-Evil: 1', base64: '//4NCi0tAA==' }],
  };

  it('arrives as two parts of its own kind, whatever the step says, byte for byte', async () => {
    const { target, origin, sealed, browser } = await connected((_request, response) =>
      response.end('{}'),
    );
    const calls = createServiceCalls((path, init) => browser.ask(path, init));
    const request: HttpRequest = {
      component: 'catalog:test',
      effect: 'write',
      origin,
      method: 'POST',
      path: '/upload',
      query: [],
      headers: [['Content-Type', 'application/json']],
      body: { as: 'related', value },
    };
    expect(await calls.call(request, sealed.token)).toMatchObject({ status: 200 });
    const [received] = target.received;
    const type = String(received?.headers['content-type']);
    const [, boundary = ''] = /^multipart\/related; boundary=([\w-]+)$/.exec(type) ?? [];
    expect(boundary).not.toBe('');
    const parts = (received?.bytes.toString('latin1') ?? '').split(`--${boundary}`);
    expect(parts.map((part) => part.trim().split('\r\n')[0])).toEqual([
      '',
      'Content-Type: application/json; charset=UTF-8',
      expect.stringMatching(/^Content-Type: image\/png/) as string,
      '--',
    ]);
    expect(
      JSON.parse(Buffer.from(parts[1]?.split('\r\n\r\n')[1] ?? '', 'latin1').toString()),
    ).toEqual(value.fields);
    expect(parts[2]).not.toMatch(/^X-Evil/m);
    expect(parts[2]?.endsWith('\r\n\r\n\xff\xfe\r\n--\0\r\n')).toBe(true);
    // The same message sends the same bytes: a replay is the same request.
    await calls.call(request, sealed.token);
    expect(target.received[1]?.bytes.equals(received?.bytes ?? Buffer.of())).toBe(true);
  });

  it('goes out as a read never', async () => {
    const { target, call } = await connected();
    const answer = await call({
      effect: 'read',
      method: 'POST',
      body: { as: 'bytes', base64: '', type: 'multipart/related; boundary=b' },
    });
    expect(await refusalOf(answer)).toMatchObject({ code: 'proxy.read-only' });
    expect(target.received).toEqual([]);
  });
});

describe('a file that comes behind its call', () => {
  const line = (change: object = {}): string =>
    `${JSON.stringify({
      ...{ component: 'catalog:test', effect: 'write', method: 'PUT', path: '/f', query: [] },
      ...{ headers: [], body: { as: 'file', size: 9, type: 'text/csv' }, ...change },
    })}\n`;
  /** Repeats a piece of 1 MB so many times; says how often it was taken. */
  function pieces(count: number) {
    const sent = { count: 0 };
    const piece = new Uint8Array(megabyte).fill(0x61);
    const stream = (head: string) =>
      new ReadableStream({
        start: (controller) => controller.enqueue(new TextEncoder().encode(head)),
        pull(controller) {
          if (sent.count >= count) return controller.close();
          sent.count += 1;
          controller.enqueue(piece);
        },
      });
    return { sent, stream };
  }
  const post = (
    body: NonNullable<RequestInit['body']>,
  ): { method: string; body: NonNullable<RequestInit['body']> } =>
    ({ method: 'POST', body, duplex: 'half' }) as {
      method: string;
      body: NonNullable<RequestInit['body']>;
    };

  it('of 100 MB streams through, with its length and the secret', async () => {
    const got = { bytes: 0 };
    const server = createServer((request, response) => {
      request.on('data', (piece: Buffer) => (got.bytes += piece.length));
      request.on('end', () =>
        response.end(
          `${String(request.headers['content-length'])} ${String(request.headers.authorization)}`,
        ),
      );
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    closed({ close: () => server.close() });
    const { port } = server.address() as AddressInfo;
    const origin = `http://127.0.0.1:${String(port)}`;
    const tested = proxy({
      allow: [`127.0.0.1:${String(port)}`],
      components: [aComponent('catalog:test', [origin], bearer)],
    });
    const browser = await tested.browser();
    const { token } = await browser.seal('catalog:test', { key });
    const size = 100 * megabyte;
    const head = line({ origin, credential: token, body: { as: 'file', size, type: 'text/csv' } });
    const answer = await browser.ask('/api/call-with-file', post(pieces(100).stream(head)));
    expect(await answer.text()).toMatch(new RegExp(`^${String(size)} Bearer `));
    expect(got.bytes).toBe(size);
  });

  it('of more is refused before it is read, whatever it says of its size', async () => {
    const { origin, sealed, browser, target } = await connected();
    const { sent, stream } = pieces(200);
    const body = { as: 'file', size: 100 * megabyte + 1, type: '' };
    const head = line({ origin, credential: sealed.token, body });
    const answer = await browser.ask('/api/call-with-file', post(stream(head)));
    expect(await refusalOf(answer)).toMatchObject({
      status: 413,
      code: 'proxy.request-too-large',
      params: { megabytes: 100 },
    });
    expect([sent.count < 5, target.received]).toEqual([true, []]);
    const endless = pieces(30);
    expect(
      await refusalOf(await browser.ask('/api/call-with-file', post(endless.stream('{')))),
    ).toMatchObject({ status: 413, params: { megabytes: 24 } });
    expect(endless.sent.count).toBeLessThan(30);
  });

  it('of another length than it says reaches nobody whole', async () => {
    const { origin, sealed, browser, target } = await connected();
    const head = line({ origin, credential: sealed.token });
    for (const text of ['short', 'longer than nine signs']) {
      const answer = await browser.ask('/api/call-with-file', post(`${head}${text}`));
      expect((await refusalOf(answer)).code).toMatch(/^proxy\./);
    }
    expect(target.received).toEqual([]);
  });

  it('goes out as a read never, by nobody without a session, and to a task that takes none', async () => {
    const { origin, sealed, browser, tested, target } = await connected();
    const read = line({ origin, credential: sealed.token, effect: 'read' });
    expect(
      await refusalOf(await browser.ask('/api/call-with-file', post(`${read}nine-nine`))),
    ).toMatchObject({ code: 'proxy.read-only' });
    for (const path of ['/api/call-with-file', '/api/task-with-file']) {
      const request = arriving(path, post(`${read}nine-nine`));
      expect((await tested.app.fetch(request)).status).toBe(401);
    }
    const plain = await browser.call({
      ...{ origin, credential: sealed.token, effect: 'write', method: 'PUT' },
      body: { as: 'file', size: 9, type: '' },
    });
    expect((await refusalOf(plain)).code).toBe('proxy.request-not-understood');
    expect(target.received).toEqual([]);
  });

  it('is not sent again where a service wants it at another place', async () => {
    const moved = await connected((request, response) => {
      if (request.url === '/f') response.writeHead(307, { location: '/g' }).end();
      else response.end('twice');
    });
    const head = line({ origin: moved.origin, credential: moved.sealed.token });
    const answer = await moved.browser.ask('/api/call-with-file', post(`${head}nine-nine`));
    expect((await refusalOf(answer)).code).toBe('proxy.redirect-with-body');
    expect(moved.target.received.map(({ url }) => url)).toEqual(['/f']);
  });

  it('that its host does not have any more is told before anybody is asked', async () => {
    const { origin, sealed, browser, target } = await connected();
    const calls = createServiceCalls(browser.ask, undefined, createBlobFiles());
    const request: HttpRequest = {
      ...{ component: 'catalog:test', effect: 'write', origin, method: 'PUT', path: '/f' },
      ...{ query: [], headers: [] },
      body: {
        as: 'bytes',
        value: { name: 'a', content: { $attachment: 'gone', name: 'a.csv', size: 3 } },
      },
    };
    expect(await calls.call(request, sealed.token)).toEqual({
      kind: 'unanswered',
      problem: { code: 'failures.file-gone', params: { name: 'a.csv' } },
      retryable: false,
    });
    expect(target.received).toEqual([]);
  });
});

describe('an e-mail written here', () => {
  const mail = { to: 'ada@example.com', subject: 'S', text: 'T' };

  it.each([
    ['a name that is no address', 'ada', 'proxy.mail-address-not-valid'],
    ['one that would begin a line', 'a@b.c>\r\nX: y', 'proxy.mail-address-not-valid'],
    ['a name that would begin a line', 'A\r\nX: y <a@b.c>', 'proxy.mail-address-not-valid'],
    ['one beside two', 'A <a@b.c> <d@e.f>', 'proxy.mail-address-not-valid'],
    ['nobody', '', 'proxy.mail-without-recipient'],
    [
      'more people than one mail may have',
      Array.from({ length: 51 }, (_, at) => `a${String(at)}@example.com`),
      'proxy.mail-too-many-recipients',
    ],
  ])('to %s is not sent', async (_who, to, code) => {
    const { target, call } = await connected();
    const answer = await call({
      effect: 'write',
      method: 'POST',
      body: { as: 'mail', mail: { ...mail, to } },
    });
    expect(await refusalOf(answer)).toMatchObject({ code });
    expect(target.received).toEqual([]);
  });

  it('goes to the address beside a name, as an e-mail that came gives it', async () => {
    const { target, call } = await connected();
    const to = 'Ada Weiß <ada@example.com>, "Doe, \\"J\\" <x@example.com>" <jane@example.com>';
    await call({ effect: 'write', method: 'POST', body: { as: 'mail', mail: { ...mail, to } } });
    expect(target.received[0]?.body).toMatch(/^To: ada@example\.com, jane@example\.com\r$/m);
  });

  it('has at most 100 attachments, empty ones too', async () => {
    const { target, call } = await connected();
    const withEmpty = (length: number): Promise<Response> =>
      call({
        effect: 'write',
        method: 'POST',
        body: {
          as: 'mail',
          mail: { ...mail, attachments: Array.from({ length }, () => ({})) },
        },
      });
    expect(await refusalOf(await withEmpty(101))).toMatchObject({
      status: 400,
      code: 'proxy.mail-too-many-attachments',
      params: { count: 101, most: 100 },
    });
    expect(target.received).toEqual([]);
    expect((await withEmpty(100)).status).toBe(200);
    expect(target.received).toHaveLength(1);
  });

  it('reads no file and no address of this computer', async () => {
    const { target, call } = await connected();
    await call({
      effect: 'write',
      method: 'POST',
      body: {
        as: 'mail',
        mail: {
          ...mail,
          attachments: [
            { name: 'a', path: '/etc/hostname', href: 'http://127.0.0.1/', text: 'in it' },
          ],
          html: { path: '/etc/hostname' },
        },
      },
    });
    const sent = target.received[0]?.body ?? '';
    expect(sent).toContain(Buffer.from('in it').toString('base64'));
    expect(target.sockets()).toBe(1);
  });
});

/** Takes all that is sent, with a rest after each megabyte, and answers with how much it was; or takes nothing. */
async function takingService(takes: 'slowly' | 'nothing'): Promise<{ readonly port: number }> {
  const server = createServer((request, response) => {
    if (takes === 'nothing') return;
    void (async () => {
      let taken = 0;
      let sinceRest = 0;
      for await (const piece of request as AsyncIterable<Buffer>) {
        taken += piece.length;
        sinceRest += piece.length;
        if (sinceRest < megabyte) continue;
        sinceRest = 0;
        await new Promise((resolve) => setTimeout(resolve, 120));
      }
      response.end(String(taken));
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closed({
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  });
  return { port: (server.address() as AddressInfo).port };
}

/** Sends a file of so many bytes. */
async function senderTo(port: number, limits: Partial<Limits>) {
  const host = `127.0.0.1:${String(port)}`;
  const browser = await proxy({ allow: [host], limits }).browser();
  return (bytes: number): Promise<Response> =>
    browser.call({
      origin: `http://${host}`,
      effect: 'write',
      method: 'POST',
      body: { as: 'bytes', base64: Buffer.alloc(bytes, 7).toString('base64'), type: 'image/png' },
    });
}
