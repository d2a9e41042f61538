/** Acceptance: who does not sign starts nothing. The whole proxy in memory; what arrives is read as the page reads it. */
import { createHmac } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { WebhookRegistration } from '../contract.ts';
import { createMemoryStore } from '../store.ts';
import { aComponent, arriving, refusalOf } from '../testing/proxy-under-test.ts';
import { proxy } from '../testing/scene.ts';
import { shippedComponent } from '../testing/task-scene.ts';

const secret = 'a-signing-secret-of-this-test';
const component = shippedComponent('webhook');

async function signedHook(type = 'github') {
  const store = createMemoryStore();
  const tested = proxy({ components: [component], store });
  const browser = await tested.browser();
  const sealed = await browser.seal(component.id, { secret }, type);
  const answer = await browser.post('/api/webhooks', { credential: sealed.token });
  const hook = (await answer.json()) as WebhookRegistration;
  const events = await browser.ask(`/api/webhooks/${hook.id}/events`);
  const reader = (events.body as ReadableStream<Uint8Array>).getReader();
  const call = (body: Uint8Array, headers: Record<string, string>, id = hook.id) =>
    tested.app.fetch(
      arriving(`/hooks/${id}`, { method: 'POST', headers, body: Buffer.from(body) }),
    );
  return { tested, browser, sealed, hook, reader, call, store };
}

const sign = (body: Uint8Array): string =>
  `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const body = bytes('{"event":"opened"}');

describe('a webhook with a signing secret', () => {
  it('whose secret cannot be a key is told so at the form', async () => {
    const tested = proxy({ components: [component] });
    const browser = await tested.browser();
    const asked = (secret: string) =>
      browser.post('/api/credentials', {
        component: component.id,
        type: 'standard-webhooks',
        values: { secret },
      });
    expect(await refusalOf(await asked('whsec_not base64 at all'))).toMatchObject({
      code: 'proxy.signing-secret-not-readable',
      params: { field: '/secret' },
    });
    expect((await asked('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw\n')).status).toBe(200);
  });

  it('hands over what is signed', async () => {
    const { call, reader } = await signedHook();
    const answer = await call(body, { 'x-hub-signature-256': sign(body) });
    expect(answer.status).toBe(202);
    expect(await nextDelivery(reader)).toContain('"body":{"event":"opened"}');
  });

  it.each([
    ['a changed byte', { 'x-hub-signature-256': sign(bytes('{"event":"closed"}')) }],
    ['no signature', {}],
    ['a broken one', { 'x-hub-signature-256': 'sha256=zz' }],
  ])('answers %s like an address that nobody knows', async (_what, headers) => {
    const { call } = await signedHook();
    const refused = await call(body, headers);
    const unknown = await call(body, headers, 'nobody-knows-this-address');
    expect(refused.status).toBe(401);
    expect([unknown.status, await unknown.text(), [...unknown.headers]]).toEqual([
      refused.status,
      await refused.text(),
      [...refused.headers],
    ]);
  });

  it('takes the signature over the bytes as they were sent: packed, with a mark, in pieces', async () => {
    const { call, reader } = await signedHook();
    const packed = gzipSync('{"event":"packed"}');
    const headers = { 'x-hub-signature-256': sign(packed), 'content-encoding': 'gzip' };
    expect((await call(packed, headers)).status).toBe(202);
    expect(await nextDelivery(reader)).toContain('packed');
    const marked = bytes('\uFEFF{"event":"marked"}');
    expect((await call(marked, { 'x-hub-signature-256': sign(marked) })).status).toBe(202);
    expect(await nextDelivery(reader)).toContain('marked');
  });

  it('takes the same call once, also in parallel and after a restart', async () => {
    const { call, store, hook, reader } = await signedHook();
    const headers = { 'x-hub-signature-256': sign(body), 'x-github-delivery': 'one' };
    const answers = await Promise.all([
      call(body, headers),
      call(body, headers),
      call(body, headers),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([202, 202, 202]);
    await call(body, { ...headers, 'x-github-delivery': 'two' });
    expect(deliveriesIn(await readSome(reader))).toBe(2);
    expect(store.webhooks().find(({ id }) => id === hook.id)?.taken).toEqual(['one', 'two']);
  });

  it('takes a call again that nobody was there for', async () => {
    const { call, reader } = await signedHook();
    await reader.cancel();
    const headers = { 'x-hub-signature-256': sign(body), 'x-github-delivery': 'later' };
    await expect.poll(async () => (await call(body, headers)).status).toBe(503);
    expect((await call(body, headers)).status).toBe(503);
  });

  it('takes nothing any more once its account was forgotten', async () => {
    const { call, browser, sealed } = await signedHook();
    await browser.post('/api/credentials/revoke', { token: sealed.token });
    expect((await call(body, { 'x-hub-signature-256': sign(body) })).status).toBe(401);
  });

  it('refuses six minutes old and six minutes ahead', async () => {
    const { call, tested, reader } = await signedHook('slack');
    const at = Date.UTC(2026, 0, 1) / 1000;
    const signed = (seconds: number) => ({
      'x-slack-request-timestamp': String(seconds),
      'x-slack-signature': `v0=${createHmac('sha256', secret).update(`v0:${seconds}:`).update(body).digest('hex')}`,
    });
    expect((await call(body, signed(at - 360))).status).toBe(401);
    expect((await call(body, signed(at + 360))).status).toBe(401);
    expect((await call(body, signed(at + 60))).status).toBe(202);
    expect(await nextDelivery(reader)).toContain('opened');
    // Captured and sent again within the five minutes: it starts nothing more.
    expect((await call(body, signed(at + 60))).status).toBe(202);
    expect(deliveriesIn(await readSome(reader))).toBe(0);
    tested.advance(7 * 60_000);
    expect((await call(body, signed(at + 60))).status).toBe(401);
  });

  it('cannot be opened with another workspace’s account', async () => {
    const { tested, sealed } = await signedHook();
    const stranger = await tested.browser();
    const answer = await stranger.post('/api/webhooks', { credential: sealed.token });
    expect(answer.status).toBe(401);
  });

  it('cannot be opened with an account that signs no calls', async () => {
    const bearer = { scheme: 'bearer', token: '/key' } as const;
    const plain = aComponent('catalog:plain', ['https://api.example.com'], bearer);
    const browser = await proxy({ components: [plain] }).browser();
    const { token } = await browser.seal(plain.id, { key: secret });
    const answer = await browser.post('/api/webhooks', { credential: token });
    expect(await refusalOf(answer)).toMatchObject({
      status: 400,
      code: 'proxy.webhook-cannot-sign',
    });
  });
});

type Reader = ReadableStreamDefaultReader<Uint8Array>;

async function readSome(reader: Reader): Promise<string> {
  let text = '';
  const decoder = new TextDecoder();
  for (;;) {
    const next = await Promise.race([
      reader.read(),
      new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), 150)),
    ]);
    if (next === undefined || next.done) return text;
    text += decoder.decode(next.value, { stream: true });
  }
}

const deliveriesIn = (text: string): number => text.split('event: received').length - 1;

async function nextDelivery(reader: Reader): Promise<string> {
  let text = '';
  while (!/event: received\ndata: .*\n\n/.test(text)) {
    const { value, done } = await reader.read();
    if (done) throw new Error('the stream ended');
    text += new TextDecoder().decode(value);
  }
  return text;
}
