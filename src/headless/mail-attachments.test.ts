/** Acceptance: attachments of e-mails become files in another service, and files become attachments, byte for byte. */
import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import type { Component } from '../catalog/index.ts';
import { shippedComponents } from '../catalog/testing/shipped.ts';
import type { Step } from '../flow/index.ts';
import { aStep, group, ref } from '../flow/testing/a-flow.ts';
import { startService, type ReceivedRequest } from '../proxy/testing/real-service.ts';
import type { Json } from '../shared/index.ts';
import { flowWith, wholeRun } from './testing/whole-run.ts';
import { closed } from '../shared/testing/closed.ts';

const pdf = Buffer.from([0x25, 0x50, 0x44, 0x46, 0x00, 0xff, 0x0d, 0x0a, 0x2d, 0x2d]);
const mail = (...files: readonly [name: string, bytes: Buffer][]): string =>
  [
    'From: Ada <ada@example.com>',
    'Content-Type: multipart/mixed; boundary=a',
    '',
    '--a',
    'Content-Type: text/plain',
    '',
    'Here they are.',
    ...files.flatMap(([name, bytes]) => [
      '--a',
      `Content-Type: application/pdf; name="${name}"`,
      `Content-Disposition: attachment; filename="${name}"`,
      'Content-Transfer-Encoding: base64',
      '',
      bytes.toString('base64'),
    ]),
    '--a--',
    '',
  ].join('\r\n');
const mails: Readonly<Record<string, string>> = {
  m1: mail(['one.pdf', pdf], ['two.pdf', Buffer.from('second')]),
  m2: mail(),
};

/** Both services at one address, asked without an account. */
async function services() {
  const service = closed(
    await startService(({ url }, response) => {
      const id = /\/messages\/(\w+)\?format=raw$/.exec(url)?.[1];
      response.setHeader('content-type', 'application/json');
      const answer: Json = url.startsWith('/upload/')
        ? { id: 'kept' }
        : id === undefined
          ? { messages: Object.keys(mails).map((each) => ({ id: each, threadId: each })) }
          : { id, raw: Buffer.from(mails[id] ?? '').toString('base64url') };
      response.end(JSON.stringify(answer));
    }),
  );
  const origin = `http://127.0.0.1:${String(service.port)}`;
  const components = shippedComponents().map((component): Component =>
    component.kind === 'connector'
      ? { ...component, origins: [origin], credentials: [], credentialOptional: true }
      : component,
  );
  return { service, components, allow: [new URL(origin).host] };
}

const receive = (): Step => aStep('in', 'webhook/receive');

async function ran(...steps: readonly Step[]): Promise<readonly ReceivedRequest[]> {
  const { service, components, allow } = await services();
  const whole = closed(
    await wholeRun({
      flow: flowWith(undefined, receive(), ...steps),
      components,
      allow,
      received: [{ name: 'Rechnung für Zoë.pdf', content: pdf.toString('base64') }],
    }),
  );
  expect(await whole.run()).toMatchObject({ run: 'done', step: 'done' });
  return service.received;
}

describe('a flow', () => {
  it('keeps each attachment of the e-mails that were found as a file of its own', async () => {
    const received = await ran(
      aStep('find', 'gmail/list-messages', {
        slots: { input: group({ attachments: { kind: 'literal', value: true } }) },
      }),
      aStep('files', 'gmail/get-attachments', {
        slots: { input: group({ message: ref('find', 'id') }) },
      }),
      aStep('keep', 'google-drive/upload-file', {
        slots: { input: group({ file: ref('files') }) },
      }),
    );
    expect(received[0]?.url).toContain('q=%20has%3Aattachment');
    const kept = received.filter(({ url }) => url.startsWith('/upload/drive/'));
    expect(kept.map(({ body }) => /"name":"([^"]*)"/.exec(body)?.[1])).toEqual([
      'one.pdf',
      'two.pdf',
    ]);
    expect(kept[0]?.bytes.includes(pdf)).toBe(true);
  });

  it('sends files that came from elsewhere with an e-mail', async () => {
    const [sent] = await ran(
      aStep('send', 'gmail/send-message', {
        slots: {
          input: group({
            to: { kind: 'literal', value: 'ada@example.com, zoe@example.com' },
            bcc: { kind: 'literal', value: 'hidden@example.com' },
            subject: { kind: 'literal', value: 'Grüße\r\nBcc: evil@example.com' },
            text: { kind: 'literal', value: 'Schöne Grüße' },
            attachments: {
              kind: 'list',
              parts: [{ item: group({ name: ref('in', 'name'), base64: ref('in', 'content') }) }],
            },
          }),
        },
      }),
    );
    expect(sent?.headers['content-type']).toBe('message/rfc822');
    const read = await PostalMime.parse(sent?.bytes ?? '');
    expect(read).toMatchObject({
      to: [{ address: 'ada@example.com' }, { address: 'zoe@example.com' }],
      bcc: [{ address: 'hidden@example.com' }],
      subject: 'Grüße Bcc: evil@example.com',
      text: 'Schöne Grüße\n',
      attachments: [{ filename: 'Rechnung für Zoë.pdf', mimeType: 'application/pdf' }],
    });
    expect(Buffer.from(read.attachments[0]?.content as ArrayBuffer).equals(pdf)).toBe(true);
  });

  it('answers an e-mail in its conversation', async () => {
    const [sent] = await ran(
      aStep('answer', 'gmail/answer-message', {
        slots: {
          input: {
            kind: 'literal',
            value: {
              conversation: 't1',
              messageId: '<CAD1@mail.example.com>',
              to: 'ada@example.com',
              subject: 'Re: Your order',
              text: 'Yes.',
            },
          },
        },
      }),
    );
    expect(sent?.headers['content-type']).toMatch(/^multipart\/related; boundary=/);
    const [, json = '', letter = ''] =
      /\r\n\r\n(\{.*?\})\r\n--.*?message\/rfc822\r\n\r\n(.*)/s.exec(sent?.body ?? '') ?? [];
    expect(JSON.parse(json)).toEqual({ threadId: 't1' });
    expect(await PostalMime.parse(letter)).toMatchObject({
      inReplyTo: '<CAD1@mail.example.com>',
      references: '<CAD1@mail.example.com>',
      subject: 'Re: Your order',
    });
  });
});
