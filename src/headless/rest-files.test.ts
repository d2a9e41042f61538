import { describe, expect, it } from 'vitest';
import type { Handler, ReceivedRequest } from '../proxy/testing/real-service.ts';
import type { Json } from '../shared/index.ts';
import { sayWording } from '../words/index.ts';
import { runRest } from './testing/one-rest-step.ts';

const saved: Handler = (_request, response) => {
  response.setHeader('content-type', 'application/json');
  response.end('{"id":"f-1"}');
};
const picture = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0xff]);
const base64 = picture.toString('base64');

/** The form as another reader understands it. */
async function formIn({ bytes, headers }: ReceivedRequest): Promise<FormData> {
  const type = String(headers['content-type']);
  return new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData();
}

describe('files that are sent', () => {
  it('go out as a form, each with its name and kind, beside the other fields', async () => {
    const { record, received } = await runRest({
      operation: 'send-form',
      path: '/upload',
      input: {
        fields: { title: 'März "26"', pages: 3, tags: ['a', 'b'] },
        files: [
          { field: 'cover', name: 'ü "x".png', base64 },
          { name: 'list.csv', text: 'name\nAda\n' },
          { name: 'data', text: '{}', type: 'application/json' },
        ],
      },
      answers: saved,
    });
    expect(record.output).toEqual([{ id: 'f-1' }]);
    const [request] = received;
    if (request === undefined) throw new Error('nothing came');
    const form = await formIn(request);
    expect([form.get('title'), form.get('pages'), form.getAll('tags')]).toEqual([
      'März "26"',
      '3',
      ['a', 'b'],
    ]);
    const cover = form.get('cover') as File;
    expect([cover.name, cover.type]).toEqual(['ü "x".png', 'image/png']);
    expect(Buffer.from(await cover.arrayBuffer())).toEqual(picture);
    const [list, data] = form.getAll('file') as File[];
    expect([list?.name, list?.type, await list?.text()]).toEqual([
      'list.csv',
      'text/csv; charset=utf-8',
      'name\nAda\n',
    ]);
    expect(data?.type).toBe('application/json');
  });

  it('go out alone as they are', async () => {
    const { received } = await runRest({
      operation: 'send-file',
      path: '/pictures/1',
      settings: { method: 'PUT' },
      input: { file: { name: 'cover.png', base64 } },
      answers: saved,
    });
    expect(received[0]?.bytes).toEqual(picture);
    expect([received[0]?.method, received[0]?.headers['content-type']]).toEqual([
      'PUT',
      'image/png',
    ]);
  });

  it.each<[Json, string]>([
    [
      { name: 'a.pdf' },
      'There is nothing in the file “a.pdf”. Give its text, or its content as Base64.',
    ],
    [
      { name: 'a.pdf', base64: 'no, no' },
      'The content of the file “a.pdf” is no Base64 text. Fill in its text instead, or check where it comes from.',
    ],
    [
      { name: 'a.txt', text: 'x'.repeat(10 * 1024 * 1024 + 1) },
      'These files have more than 10 MB together, and a message may not have more. Send fewer or smaller ones.',
    ],
  ])(
    'that cannot be sent are said in words, at their field, and nothing is sent',
    async (file, words) => {
      const { failure, received } = await runRest({
        operation: 'send-form',
        path: '/upload',
        input: { files: [file] },
        answers: saved,
      });
      expect(failure && sayWording(failure)).toBe(words);
      expect(failure?.fields.map(({ path }) => path)).toContainEqual(['files']);
      expect(received).toEqual([]);
    },
  );
});

it('data goes out as the person says', async () => {
  const sent = async (sendAs: string, body: Json) => {
    const { received } = await runRest({
      operation: 'request',
      path: '/things',
      settings: { method: 'POST', sendAs },
      input: { body },
      answers: saved,
    });
    return [received[0]?.headers['content-type'], received[0]?.body];
  };
  expect(await sent('json', { a: [1] })).toEqual(['application/json', '{"a":[1]}']);
  expect(await sent('form', { a: [1, 2], b: 'x y' })).toEqual([
    'application/x-www-form-urlencoded',
    'a=1&a=2&b=x+y',
  ]);
  expect(await sent('text', 'Hello')).toEqual(['text/plain; charset=utf-8', 'Hello']);
  expect(await sent('xml', '<a/>')).toEqual(['application/xml; charset=utf-8', '<a/>']);
});

describe('an answer that is a file', () => {
  const giving =
    (headers: Readonly<Record<string, string>>, bytes: Buffer, status = 200): Handler =>
    (_request, response) => {
      response.writeHead(status, headers);
      response.end(bytes);
    };
  const got = (
    answers: Handler,
    settings: Readonly<Record<string, Json>> = {},
    operation = 'get-file',
  ) => runRest({ operation, path: '/files/report%202026.bin', settings, answers });

  it('has its name, its kind and its content: as text where it is text', async () => {
    const pdf = giving(
      {
        'content-type': 'application/pdf',
        'content-disposition': `attachment; filename="x.pdf"; filename*=UTF-8''m%C3%A4rz.pdf`,
      },
      picture,
    );
    expect((await got(pdf)).record.output).toEqual([
      { name: 'märz.pdf', type: 'application/pdf', size: 10, base64 },
    ]);
    const latin = giving(
      { 'content-type': 'text/csv; charset=iso-8859-1' },
      Buffer.from('name\nZoë\n', 'latin1'),
    );
    expect((await got(latin)).record.output).toEqual([
      {
        name: 'report 2026.bin',
        type: 'text/csv; charset=iso-8859-1',
        size: 9,
        text: 'name\nZoë\n',
      },
    ]);
    const json = giving({ 'content-type': 'application/json' }, Buffer.from('{"a":1}'));
    expect((await got(json, { as: 'base64' })).record.output).toMatchObject([
      { base64: Buffer.from('{"a":1}').toString('base64') },
    ]);
    const unnamed = giving({}, Buffer.from('a;b'));
    expect((await got(unnamed, { as: 'text' })).record.output).toMatchObject([{ text: 'a;b' }]);
  });

  it('has a name that leads to no folder', async () => {
    const answers = giving(
      {
        'content-type': 'application/zip',
        'content-disposition': 'attachment; filename="../../etc/pass\\"wd"',
      },
      picture,
    );
    expect((await got(answers)).record.output).toMatchObject([{ name: 'pass"wd' }]);
  });

  it('is one too where another step is told so by the service; a text that is called bytes stays a text', async () => {
    const image = giving({ 'content-type': 'image/png' }, picture);
    expect((await got(image, {}, 'request')).record.output).toMatchObject([{ size: 10, base64 }]);
    const octets = giving({ 'content-type': 'application/octet-stream' }, Buffer.from('plain'));
    expect((await got(octets, {}, 'request')).record.output).toEqual(['plain']);
  });

  it('of more than a message may have is refused in words', async () => {
    const big = giving({ 'content-type': 'image/png' }, Buffer.alloc(10 * 1024 * 1024 + 1));
    const { failure } = await got(big);
    expect(failure && sayWording(failure)).toMatch(/has more than 10 MB, and a message may not/);
  });

  it('is none where the service refuses: its words are read', async () => {
    const no = giving(
      { 'content-type': 'application/json' },
      Buffer.from('{"message":"No such report."}'),
      404,
    );
    const { failure } = await got(no);
    expect([failure?.status, failure?.serviceWords]).toEqual([404, 'No such report.']);
  });
});
