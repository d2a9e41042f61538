/** Acceptance: a field that a component calls withheld never leaves the proxy. */
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { answerHeaders } from './contract.ts';
import { aComponent, refusalOf } from './testing/proxy-under-test.ts';
import type { Handler } from './testing/real-service.ts';
import { bearer, connected, key, proxy, service } from './testing/scene.ts';

const others = 'the-key-of-another-account';
const list = JSON.stringify({ accounts: [{ name: 'One', auth_token: others, keys: { a: 1 } }] });
const seen = list.replace(others, '********');

async function asked(handler: Handler, withheld = ['auth_token']) {
  const { call } = await connected(handler, bearer, { withheld });
  return (await call()).text();
}

/** One whose catalog says that a file is at this path. */
async function withFile(handler: Handler) {
  const [read] = aComponent('catalog:test', [], bearer).operations;
  if (read === undefined) throw new Error('it has an operation');
  const file = { kind: 'ref', from: 'input', path: ['file'] } as const;
  const path = ['/files/', { param: file }, '/content'];
  return connected(handler, bearer, {
    withheld: ['auth_token'],
    operations: [{ ...read, call: { via: 'http', method: 'GET', path, take: { file: 'auto' } } }],
  });
}

describe('a withheld field', () => {
  it('is taken out of an answer and of a refusal, whatever type they claim to be', async () => {
    for (const [status, type] of [
      [200, 'application/json'],
      [400, 'text/plain'],
      [200, 'application/octet-stream'],
    ] as const)
      expect(
        await asked((_request, response) =>
          response.writeHead(status, { 'Content-Type': type }).end(list),
        ),
      ).toBe(seen);
  });

  it('is taken out of a compressed answer', async () => {
    expect(
      await asked((_request, response) =>
        response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(gzipSync(list)),
      ),
    ).toBe(seen);
  });

  it('is taken out of a long answer that comes in pieces', async () => {
    const text = await asked((_request, response) => {
      response.writeHead(200, { 'Content-Type': 'application/json' });
      response.write('[');
      for (let part = 0; part < 300; part += 1) {
        response.write(`{"fill":"${'x'.repeat(300)}","auth_tok`);
        response.write(`en":"${others.slice(0, 9)}`);
        response.write(`${others.slice(9)}"},`);
      }
      response.end('{}]');
    });
    const entries = JSON.parse(text) as { readonly auth_token?: string }[];
    expect(entries).toHaveLength(301);
    expect(new Set(entries.slice(0, -1).map(({ auth_token: token }) => token))).toEqual(
      new Set(['********']),
    );
  });

  it.each([
    ['a script', `callback(${list})`],
    ['a guard in front', `)]}',\n${list}`],
    ['XML', `<account auth_token="${others}"><auth_token>${others}</auth_token></account>`],
    ['an event stream', `event: account\ndata: ${list}\n\n`],
    ['a number first', `1\n${list}`],
    ['UTF-16', Buffer.from(list, 'utf16le')],
    ['UTF-16 with its mark', Buffer.from(`\ufeff${list}`, 'utf16le')],
    ['a picture, as it says', `\x89PNG ${list}`],
  ])('is not to be seen in an answer that is no JSON: %s', async (name, body) => {
    const type = name.startsWith('a picture') ? 'image/png' : 'application/json';
    for (const status of [200, 206]) {
      const { call } = await connected(
        (_request, response) => response.writeHead(status, { 'Content-Type': type }).end(body),
        bearer,
        { withheld: ['auth_token'] },
      );
      expect(await refusalOf(await call())).toMatchObject({ code: 'proxy.answer-not-json' });
    }
  });

  it('is not to be seen in a part of an answer: the service is asked for the whole', async () => {
    const { call, target } = await connected(
      (request, response) => {
        const from = Number(/bytes=(\d+)-/.exec(String(request.headers['range']))?.[1] ?? 0);
        response.writeHead(from === 0 ? 200 : 206).end(list.slice(from));
      },
      bearer,
      { withheld: ['auth_token'] },
    );
    const answer = await call({
      headers: [['Range', `bytes=${list.indexOf('"auth_token') + 5}-`]],
    });
    expect(await answer.text()).toBe(seen);
    expect(target.received[0]?.headers['range']).toBeUndefined();
  });

  it('does not keep a service from saying no in other words, or nothing at all', async () => {
    for (const [status, body] of [
      [503, `<html><p auth_token="${others}">Be back soon</p></html>`],
      [401, `no: ${others}`],
      [200, ''],
      [204, undefined],
    ] as const) {
      const { call } = await connected(
        (_request, response) => response.writeHead(status).end(body),
        bearer,
        { withheld: ['auth_token'] },
      );
      const answer = await call();
      expect(answer.headers.get(answerHeaders.status)).toBe(String(status));
      expect(await answer.text()).toBe('');
    }
  });

  it('stays in a person’s own file, which comes as it is, whole or in parts', async () => {
    const { call } = await withFile((request, response) =>
      response.writeHead(request.headers['range'] === undefined ? 200 : 206).end(list),
    );
    expect(await (await call({ path: '/files/7/content' })).text()).toBe(list);
    const range: [string, string][] = [['Range', 'bytes=0-']];
    expect(await (await call({ path: '/files/7/content', headers: range })).text()).toBe(list);
    for (const path of ['/files/7', '/files/7/content/more', '/files/7/8/content'])
      expect(await (await call({ path })).text()).toBe(seen);
    expect(
      await (await call({ path: '/files/7/content', method: 'POST', effect: 'write' })).text(),
    ).toBe(seen);
  });

  it('is taken out where a file was asked for and the service says no', async () => {
    const { call } = await withFile((_request, response) => response.writeHead(404).end(list));
    expect(await (await call({ path: '/files/7/content' })).text()).toBe(seen);
  });

  it('is no affair of another origin that a service sends on to, which gets no key', async () => {
    const elsewhere = await service((_request, response) => response.end(list));
    const target = await service((_request, response) =>
      response.writeHead(302, { Location: `http://127.0.0.1:${elsewhere.port}/raw` }).end(),
    );
    const origin = `http://127.0.0.1:${target.port}`;
    const browser = await proxy({
      allow: [`127.0.0.1:${target.port}`, `127.0.0.1:${elsewhere.port}`],
      components: [{ ...aComponent('catalog:test', [origin], bearer), withheld: ['auth_token'] }],
    }).browser();
    const { token } = await browser.seal('catalog:test', { key });
    expect(await (await browser.call({ origin, credential: token })).text()).toBe(list);
  });

  it('is the component’s to name: without it the answer is as it came', async () => {
    expect(await asked((_request, response) => response.end(list), [])).toBe(list);
  });
});
