import { describe, expect, it } from 'vitest';
import { toBase64 } from '../shared/index.ts';
import { withMail } from './answered-mail.ts';
import { addressesOf } from './mail/addresses.ts';

const lines = (...all: readonly string[]): string => [...all, ''].join('\r\n');
const packed = (text: string): string => toBase64(new TextEncoder().encode(text));

const letter = lines(
  'From: =?UTF-8?Q?Ada_Wei=C3=9F?= <ada@example.com>',
  'To: shop@example.com, "Doe, Jane" <jane@example.com>',
  'Subject: =?ISO-8859-1?Q?Gr=FC=DFe?=',
  'Date: Sat, 31 Jan 2026 10:30:00 +0100',
  'Message-ID: <1@example.com>',
  'Content-Type: multipart/mixed; boundary=a',
  '',
  '--a',
  'Content-Type: text/plain; charset=ISO-8859-1',
  'Content-Transfer-Encoding: quoted-printable',
  '',
  'Sch=F6n.',
  '--a',
  "Content-Disposition: attachment; filename*=UTF-8''..%2F%C3%BCber.txt",
  'Content-Type: text/plain',
  '',
  'in it',
  '--a--',
);
const fields = {
  subject: 'Grüße',
  from: 'Ada Weiß <ada@example.com>',
  to: 'shop@example.com, "Doe, Jane" <jane@example.com>',
  sentAt: '2026-01-31T09:30:00Z',
  messageId: '<1@example.com>',
  text: 'Schön.\n',
  attachments: [{ name: '.._über.txt', type: 'text/plain', size: 6, base64: packed('in it\n') }],
};

describe('an e-mail inside an answer', () => {
  it.each([
    ['as text', letter],
    ['as Base64', packed(letter)],
    [
      'as Base64 for addresses',
      packed(letter).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, ''),
    ],
  ])('is given in fields: %s', async (_form, text) => {
    expect(await withMail({ id: '1', raw: text }, '/raw')).toEqual({ id: '1', raw: fields });
  });

  it('gives addresses that an e-mail takes, whatever their names are', async () => {
    const names = [
      'x <evil@example.com>, ',
      'a\nb',
      'say "hi" \\',
      'ada@example.com',
      'J. Doe',
      '',
    ];
    const from = names.map((name) => `=?UTF-8?B?${packed(name)}?= <ada@example.com>`).join(', ');
    const read = (await withMail(lines(`To: ${from}`, '', 'x'), '')) as { to: string };
    expect(read.to).toContain('"say \\"hi\\" \\\\" <ada@example.com>');
    expect(addressesOf(read.to)).toEqual(names.map(() => 'ada@example.com'));
  });

  it('stays as it came where there is none', async () => {
    for (const body of [{ raw: 1 }, { other: 'x' }, {}, 'no JSON', null])
      expect(await withMail(body, '/raw')).toEqual(body);
    expect(await withMail({ a: { raw: letter } }, '/a/raw')).toEqual({ a: { raw: fields } });
  });

  it('keeps a mail that was passed on as a file, and a picture in the text out of the files', async () => {
    const mail = lines(
      'Content-Type: multipart/mixed; boundary=a',
      '',
      '--a',
      'Content-Type: multipart/related; boundary=b',
      '',
      '--b',
      'Content-Type: text/html',
      '',
      '<img src="cid:logo">',
      '--b',
      'Content-Type: image/png; name=logo.png',
      'Content-ID: <logo>',
      '',
      'x',
      '--b--',
      '--a',
      'Content-Type: message/rfc822; name=other.eml',
      '',
      'Subject: other',
      '',
      'Its text',
      '--a--',
    );
    expect(await withMail({ raw: mail }, '/raw')).toMatchObject({
      raw: {
        html: '<img src="cid:logo">\n',
        attachments: [{ name: 'other.eml', type: 'message/rfc822' }],
      },
    });
  });

  it('that lies in itself without measure is not read', async () => {
    const deep = Array.from({ length: 80 }, (_, at) =>
      lines(`Content-Type: multipart/mixed; boundary=b${String(at)}`, '', `--b${String(at)}`),
    ).join('');
    expect(await withMail({ raw: deep }, '/raw')).toEqual({ raw: deep });
  });
});
