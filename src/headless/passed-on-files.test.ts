/**
 * Acceptance: files that are passed on (up to 100 MB, never whole in a message) from connectors, described services and e-mails
 * to others, whole flows against real servers, as the page makes its calls and as `footbridge run` does.
 */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { describe, expect, it } from 'vitest';
import type { Component } from '../catalog/index.ts';
import { aDescription } from '../catalog/openapi/testing/read-for-test.ts';
import { shippedComponents } from '../catalog/testing/shipped.ts';
import type { Step } from '../flow/index.ts';
import { aStep, group, ref } from '../flow/testing/a-flow.ts';
import { startService } from '../proxy/testing/real-service.ts';
import { writeJson, type Json, type JsonObject } from '../shared/index.ts';
import { closed } from '../shared/testing/closed.ts';
import { shortest } from '../shared/testing/shortest.ts';
import { inPage, onOneMachine, ran, type Asked, type Way } from './testing/file-flows.ts';

const megabyte = 1024 * 1024;
/** The size of files: on one of the hosts more than a message may have. */
const ways: readonly [string, number, (asked: Asked) => Promise<Way>][] = [
  ['a page', megabyte, async (asked) => closed(await inPage(asked))],
  ['one machine', 11 * megabyte, async (asked) => closed(onOneMachine(asked, await aFolder()))],
];

async function aFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'footbridge-passed-'));
  closed({ close: () => rm(folder, { recursive: true, force: true }) });
  return folder;
}

/** Bytes that are no text, and differ everywhere. */
function bytesOf(size: number, seed = 1): Buffer {
  const bytes = Buffer.alloc(size);
  for (let at = 0, state = seed; at < size; at++) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    bytes[at] = state >>> 16;
  }
  return bytes;
}
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Services of others at one address, asked without an account: files by their path, and what is sent is kept. */
async function services(files: Readonly<Record<string, Buffer>>) {
  const service = closed(
    await startService(({ url, method }, response) => {
      const path = url.split('?')[0] ?? '';
      const file = files[path];
      if (method !== 'GET' || file === undefined) {
        response.setHeader('content-type', 'application/json').end('{"id":"kept"}');
        return;
      }
      response.setHeader('content-type', path.endsWith('.json') ? 'application/json' : 'image/png');
      response.end(file);
    }),
  );
  const origin = `http://127.0.0.1:${String(service.port)}`;
  const components = shippedComponents().map((component): Component =>
    component.kind === 'connector'
      ? {
          ...component,
          origins: [origin],
          credentials: [],
          credentialOptional: true,
          operations: component.operations.map((operation) =>
            operation.call.via === 'http'
              ? { ...operation, call: { ...operation.call, origin } }
              : operation,
          ),
        }
      : component,
  );
  return { service, origin, components, allow: [new URL(origin).host] };
}

/** A mail server of somebody else; what it took is kept. */
async function mailServer(size?: number) {
  const mails: Buffer[] = [];
  let begun = 0;
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    ...(size === undefined ? {} : { size }),
    onData(stream, _session, done) {
      begun += 1;
      const pieces: Buffer[] = [];
      stream.on('data', (piece: Buffer) => pieces.push(piece));
      stream.on('end', () => {
        mails.push(Buffer.concat(pieces));
        done();
      });
    },
  });
  server.on('error', () => undefined);
  closed({ close: () => new Promise<void>((resolve) => server.close(() => resolve())) });
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  const { port } = listening.address() as AddressInfo;
  const form = { host: '127.0.0.1', port, encryption: 'none', from: 'ada@example.com' };
  const account = { component: 'catalog:email', type: 'mailbox', form };
  return { mails, begun: () => begun, account, host: `127.0.0.1:${String(port)}` };
}

const get = (address: string, id = 'read'): Step =>
  aStep(id, 'rest/get-file', { settings: { address, as: 'content' } });
const passed = (from: string, name?: string) =>
  group({
    name: name === undefined ? ref(from, 'name') : { kind: 'literal', value: name },
    content: ref(from, 'content'),
  });
const list = (...items: readonly ReturnType<typeof group>[]) => ({
  kind: 'list' as const,
  parts: items.map((item) => ({ item })),
});
const text = (value: string) => ({ kind: 'literal' as const, value });
const mail = { to: text('grace@example.org'), subject: text('Hello'), text: text('Dear Grace') };
const attached = async (raw: Uint8Array) =>
  (await PostalMime.parse(raw)).attachments.map(({ filename, mimeType, content }) => ({
    filename,
    mimeType,
    sha256: sha256(new Uint8Array(content as ArrayBuffer)),
  }));

describe.each(ways)('a file that is passed on, on %s,', (_name, size, open) => {
  it('goes from a connector to another, each as the service wants it, and messages only name it', async () => {
    const file = bytesOf(size);
    const { service, components, allow } = await services({ '/drive/v3/files/f1': file });
    const steps = [
      aStep('read', 'google-drive/download-file', {
        settings: { as: 'content' },
        slots: { input: group({ file: text('f1') }) },
      }),
      aStep('box', 'box/upload-file', {
        slots: { input: group({ file: passed('read', 'Bild.png'), folder: text('0') }) },
      }),
      aStep('drive', 'google-drive/upload-file', {
        slots: { input: group({ file: passed('read', 'Bild.png') }) },
      }),
      aStep('telegram', 'telegram/send-file', {
        slots: { input: group({ chat_id: text('1'), file: passed('read', 'Bild.png') }) },
      }),
    ];
    const { state, words, last } = await ran(await open({ allow, components }), steps);
    expect([state.status, words]).toEqual(['done', undefined]);
    const sent = service.received.filter(({ method }) => method === 'POST');
    expect(sent.map(({ headers }) => String(headers['content-type']).split(';')[0])).toEqual([
      'multipart/form-data',
      'multipart/related',
      'multipart/form-data',
    ]);
    for (const { bytes, headers } of sent) {
      expect(bytes.includes(file)).toBe(true);
      expect(headers['content-length']).toBe(String(bytes.byteLength));
    }
    expect(sent[2]?.body.slice(0, 2_000)).toContain('name="document"; filename="Bild.png"');
    expect(writeJson(last as unknown as Json).length).toBeLessThan(3_000);
  }, 60_000);

  it('comes from a described service, and goes to one alone and as a field of a form', async () => {
    const file = bytesOf(size);
    const binary = { type: 'string', format: 'binary' };
    const description = {
      openapi: '3.0.3',
      info: { title: 'Pictures', version: '1' },
      paths: {
        '/pictures/one': {
          get: {
            responses: { 200: { description: '', content: { 'image/png': { schema: binary } } } },
          },
          put: {
            requestBody: { content: { 'image/png': { schema: binary } } },
            responses: { 200: { description: '' } },
          },
          post: {
            requestBody: {
              content: {
                'multipart/form-data': {
                  schema: {
                    type: 'object',
                    properties: { title: { type: 'string' }, picture: binary },
                  },
                },
              },
            },
            responses: { 200: { description: '' } },
          },
        },
      },
    };
    const { service, origin, components, allow } = await services({ '/pictures/one': file });
    const { api } = await aDescription({ ...description, servers: [{ url: origin }] });
    const step = (
      id: string,
      use: 'look-up' | 'change',
      method: string,
      fields: Parameters<typeof group>[0],
      settings: JsonObject = {},
    ): Step => {
      const operation = `${method} /pictures/one`;
      const found = api.describe(operation, {});
      if (!found.ok) throw new Error(found.reason.code);
      return aStep(id, `openapi/${use}`, {
        settings: { description: `${origin}/api.json`, operation, ...settings },
        shapes: { input: { schema: found.value.input, origin: 'service' } },
        slots: { input: group(fields) },
      });
    };
    const { state, words } = await ran(await open({ allow, components }), [
      step('read', 'look-up', 'GET', {}, { as: 'content' }),
      step('alone', 'change', 'PUT', { content: passed('read') }),
      step('form', 'change', 'POST', {
        title: text('Ada'),
        picture: passed('read', 'ada.png'),
      }),
    ]);
    expect([state.status, words]).toEqual(['done', undefined]);
    const [alone, form] = service.received.filter(({ method }) => method !== 'GET');
    expect([alone?.headers['content-type'], alone?.bytes.equals(file)]).toEqual([
      'image/png',
      true,
    ]);
    expect(form?.body.slice(0, 1_000)).toContain('name="picture"; filename="ada.png"');
    expect(form?.bytes.includes(file)).toBe(true);
  }, 60_000);

  it('is attached to an e-mail beside others, byte for byte, over SMTP and by HTTP', async () => {
    const [one, two] = [bytesOf(size, 1), bytesOf(100_001, 2)];
    const { service, origin, components, allow } = await services({
      '/one.png': one,
      '/two.png': two,
    });
    const { mails, account, host } = await mailServer();
    const attachments = list(
      passed('one', 'eins.png'),
      group({ name: text('a.csv'), text: text('a,b\n') }),
      passed('two'),
    );
    const { state, words } = await ran(
      await open({ allow: [...allow, host], components, account }),
      [
        get(`${origin}/one.png`, 'one'),
        get(`${origin}/two.png`, 'two'),
        aStep('send', 'email/send', {
          credential: 'account',
          slots: { input: group({ ...mail, attachments }) },
        }),
        aStep('gmail', 'gmail/send-message', { slots: { input: group({ ...mail, attachments }) } }),
        aStep('answer', 'gmail/answer-message', {
          slots: {
            input: group({
              ...mail,
              conversation: text('t1'),
              messageId: text('<1@example.com>'),
              attachments: list(passed('two')),
            }),
          },
        }),
      ],
    );
    expect([state.status, words]).toEqual(['done', undefined]);
    const files = [
      { filename: 'eins.png', mimeType: 'image/png', sha256: sha256(one) },
      { filename: 'a.csv', mimeType: 'text/csv', sha256: sha256(Buffer.from('a,b\n')) },
      { filename: 'two.png', mimeType: 'image/png', sha256: sha256(two) },
    ];
    expect(await attached(mails[0] ?? Buffer.alloc(0))).toEqual(files);
    const [sent, answer] = service.received.filter(({ method }) => method === 'POST');
    expect(await attached(sent?.bytes ?? Buffer.alloc(0))).toEqual(files);
    for (const each of [sent, answer])
      expect(each?.headers['content-length']).toBe(String(each?.bytes.byteLength));
    const letter = answer?.bytes.subarray(answer.bytes.indexOf('message/rfc822') + 18);
    expect(await attached(letter ?? Buffer.alloc(0))).toEqual([files[2]]);
  }, 60_000);

  it('comes out of an e-mail, whatever a message may hold', async () => {
    const file = bytesOf(size);
    const raw = [
      'From: ada@example.com',
      'Content-Type: application/pdf; name="../Plan.pdf"',
      'Content-Disposition: attachment; filename="../Plan.pdf"',
      'Content-Transfer-Encoding: base64',
      '',
      file.toString('base64').replaceAll(/.{76}/g, '$&\r\n'),
    ].join('\r\n');
    const answer = JSON.stringify({ raw: Buffer.from(raw).toString('base64url') });
    const { service, components, allow } = await services({
      '/gmail/v1/users/me/messages/m1.json': Buffer.from(answer),
    });
    const { state, words, last } = await ran(await open({ allow, components }), [
      aStep('read', 'gmail/get-attachments', {
        settings: { as: 'content' },
        slots: { input: group({ message: text('m1.json') }) },
      }),
      aStep('keep', 'google-drive/upload-file', {
        slots: { input: group({ file: passed('read') }) },
      }),
    ]);
    expect([state.status, words]).toEqual(['done', undefined]);
    expect(last[0]?.input).toMatchObject({
      file: { name: '.._Plan.pdf', content: { name: '.._Plan.pdf', size: file.byteLength } },
    });
    expect(service.received.at(-1)?.bytes.includes(file)).toBe(true);
  }, 60_000);

  it('that a mail server finds too large is refused in words before any of it is sent', async () => {
    const { origin, components, allow } = await services({ '/one.png': bytesOf(3 * megabyte) });
    const { begun, account, host } = await mailServer(2 * megabyte);
    const { words } = await ran(await open({ allow: [...allow, host], components, account }), [
      get(`${origin}/one.png`, 'one'),
      aStep('send', 'email/send', {
        credential: 'account',
        slots: { input: group({ ...mail, attachments: list(passed('one')) }) },
      }),
    ]);
    expect(words).toBe('This is more than E-mail takes at once. Send less, or in smaller parts.');
    expect(begun()).toBe(0);
  }, 60_000);

  it('that is gone, only an example, or in another field than the attachments reaches no mail server', async () => {
    const { origin, components, allow } = await services({ '/one.png': bytesOf(1_000) });
    const { begun, account, host } = await mailServer();
    const way = await open({ allow: [...allow, host], components, account });
    const told = async (content: Json, more: Parameters<typeof group>[0] = {}) => {
      const file = { kind: 'literal' as const, value: { name: 'alt.pdf', content } };
      const { words } = await ran(way, [
        get(`${origin}/one.png`, 'one'),
        aStep('send', 'email/send', {
          credential: 'account',
          slots: {
            input: group({
              ...mail,
              attachments: { kind: 'list', parts: [{ item: file }] },
              ...more,
            }),
          },
        }),
      ]);
      return words;
    };
    expect(await told({ $attachment: 'gone', name: 'alt.pdf', size: 3 })).toMatch(
      /^The file “alt.pdf” is not kept any more/,
    );
    expect(await told({ name: 'alt.pdf', size: 3 })).toMatch(/^“alt.pdf” is only an example/);
    expect(await told(null, { text: ref('one', 'content') })).toMatch(/^This step takes no file/);
    expect(await told({ $attachment: 'large', name: 'alt.pdf', size: 101 * megabyte })).toMatch(
      /^These files have more than 100 MB together/,
    );
    expect(begun()).toBe(0);
  }, 60_000);

  it('is given up with its e-mail when the run is cancelled, and the server took none', async () => {
    const { origin, components, allow } = await services({
      '/one.png': Buffer.alloc(30 * megabyte),
    });
    const { mails, begun, account, host } = await mailServer();
    const own = await open({ allow: [...allow, host], components, account });
    const givenUp = async (): Promise<number> => {
      const cancel = new AbortController();
      const before = begun();
      const running = ran(
        own,
        [
          get(`${origin}/one.png`, 'one'),
          aStep('send', 'email/send', {
            credential: 'account',
            slots: { input: group({ ...mail, attachments: list(passed('one')) }) },
          }),
        ],
        cancel.signal,
      );
      await expect.poll(begun, { timeout: 20_000, interval: 2 }).toBe(before + 1);
      const asked = performance.now();
      cancel.abort();
      const { state } = await running;
      expect(state.status).toBe('cancelled');
      return performance.now() - asked;
    };
    expect(await shortest(400, givenUp)).toBeLessThan(400);
    expect(mails).toEqual([]);
  }, 60_000);
});
