import { describe, expect, it } from 'vitest';
import { anOperation, planned } from '../catalog/testing/a-call.ts';
import { answerHeaders } from './contract.ts';
import { createServiceCalls } from './page-call.ts';

const answerOf = (type: string, bytes: Uint8Array<ArrayBuffer>) =>
  createServiceCalls(() =>
    Promise.resolve(
      new Response(bytes, {
        headers: {
          [answerHeaders.status]: '200',
          [answerHeaders.headers]: JSON.stringify({ 'content-type': type }),
          [answerHeaders.ms]: '1',
        },
      }),
    ),
  ).call(planned(anOperation({})), undefined);

const bytesOf = (text: string, encoding: BufferEncoding) =>
  new Uint8Array(Buffer.from(text, encoding));

describe('an answer in other signs than UTF-8', () => {
  const declared = '<?xml version="1.0" encoding="ISO-8859-1"?><name>Müller</name>';
  const both = '<?xml version="1.0" encoding="ISO-8859-1"?><name>Müller €</name>';

  it.each([
    ['as the service says', 'text/xml; charset=ISO-8859-1', '<a>Müller</a>', 'latin1'],
    ['as the text itself says', 'application/soap+xml', declared, 'latin1'],
    ['as the service says, before the text itself', 'text/xml; charset="utf-8"', both, 'utf8'],
    ['as nobody says', 'text/plain', 'Müller €', 'utf8'],
    ['as nobody knows', 'text/plain; charset=martian', 'Müller €', 'utf8'],
  ] as const)('is read %s', async (_title, type, text, encoding) => {
    expect(await answerOf(type, bytesOf(text, encoding))).toMatchObject({ body: text });
  });

  it('is read as its first two bytes say', async () => {
    const text = '<?xml version="1.0" encoding="UTF-16"?><name>Müller</name>';
    expect(await answerOf('text/xml', bytesOf(`\ufeff${text}`, 'utf16le'))).toMatchObject({
      body: text,
    });
  });

  it('is data all the same where it is JSON', async () => {
    const type = 'application/json; charset=iso-8859-15';
    const bytes = bytesOf('{"price":"5 \u00a4","of":"Müller"}', 'latin1');
    expect(await answerOf(type, bytes)).toMatchObject({ body: { price: '5 €', of: 'Müller' } });
  });
});
