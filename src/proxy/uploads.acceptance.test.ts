/** Acceptance: files that go out. They come with the call, so what is larger than a call is refused before it is held. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import type { HttpRequest } from '../catalog/contract.ts';
import { closed } from '../shared/testing/closed.ts';
import type { Limits } from './egress/limits.ts';
import { createServiceCalls } from './page-call.ts';
import { refusalOf } from './testing/proxy-under-test.ts';
import { connected, proxy, withService } from './testing/scene.ts';

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
