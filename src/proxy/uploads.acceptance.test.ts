/** Acceptance: files that go out. They come with the call, so what is larger than a call is refused before it is held. */
import { describe, expect, it } from 'vitest';
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
