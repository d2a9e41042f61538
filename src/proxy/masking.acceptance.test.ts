/** Acceptance: a secret never comes back. */
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { AuthRule } from '../catalog/contract.ts';
import type { Handler, ReceivedRequest } from './testing/real-service.ts';
import { bearer, connected, key } from './testing/scene.ts';

describe('a secret that the service sends back', () => {
  const echo: Handler = (request, response) => {
    response.writeHead(400, {
      'Content-Type': 'text/html',
      'X-Request-Id': key,
      Location: `/?key=${encodeURIComponent(key)}`,
      'Set-Cookie': `sid=${key}`,
    });
    response.end(
      `<h1>bad request</h1><pre>${request.url} ${JSON.stringify(request.headers)} ${encodeURIComponent(key)} ${Buffer.from(key).toString('base64')}</pre>`,
    );
  };

  /** What went out besides the key itself, as far as whoever has it could use it. */
  type Used = (request: ReceivedRequest) => string;
  const authorization =
    (pattern: RegExp): Used =>
    ({ headers }) =>
      pattern.exec(String(headers['authorization']))?.[1] ?? '';
  const theKey: Used = () => key;

  it.each<[string, AuthRule, Used]>([
    ['bearer', bearer, theKey],
    ['basic', { scheme: 'basic', user: '/key', password: '/key' }, authorization(/^Basic (.+)$/)],
    [
      'a header',
      { scheme: 'api-key', in: 'header', name: 'X-Key', value: '/key', prefix: 'Key ' },
      theKey,
    ],
    ['a query key', { scheme: 'api-key', in: 'query', name: 'api_key', value: '/key' }, theKey],
    ['a cookie', { scheme: 'api-key', in: 'cookie', name: 'sid', value: '/key' }, theKey],
    ['the path', { scheme: 'api-key', in: 'path', name: 'key', value: '/key' }, theKey],
    [
      'custom headers',
      {
        scheme: 'headers',
        headers: [
          { name: 'X-One', value: '/key' },
          { name: 'X-Two', value: '/key' },
        ],
      },
      theKey,
    ],
    [
      'HMAC',
      {
        scheme: 'hmac',
        key: '/key',
        signs: '{method} {target} {nonce}',
        headers: [{ name: 'x-signature', value: '{signature}' }],
      },
      ({ headers }) => String(headers['x-signature']),
    ],
    [
      'AWS',
      {
        scheme: 'aws-signature',
        accessKeyId: '/key',
        secretAccessKey: '/key',
        sessionToken: '/key',
        region: 'eu-central-1',
        service: 'execute-api',
      },
      authorization(/Signature=([\da-f]+)/),
    ],
    [
      'OAuth 1',
      {
        scheme: 'oauth1',
        consumerKey: '/key',
        consumerSecret: '/key',
        token: '/key',
        tokenSecret: '/key',
      },
      authorization(/oauth_signature="([^"]+)"/),
    ],
  ])('is masked in body and headers, for each way to sign in: %s', async (_name, auth, used) => {
    const { target, call } = await connected(echo, auth);
    const answer = await call();
    const all = `${JSON.stringify([...answer.headers])} ${await answer.text()}`;
    expect(answer.headers.get('footbridge-status')).toBe('400');
    expect(all).toContain('********');
    const [request] = target.received;
    const sent = request === undefined ? '' : used(request);
    expect(sent.length).toBeGreaterThan(20);
    expect(`${request?.url ?? ''} ${JSON.stringify(request?.headers)}`).toContain(sent);
    for (const spelling of [sent, key, Buffer.from(key).toString('base64')])
      expect(all).not.toContain(spelling);
  });

  it('is masked in a header before the end of that is cut off', async () => {
    const { call } = await connected((_request, response) =>
      response.writeHead(200, { Location: `/${'x'.repeat(1980)}?${key}` }).end(),
    );
    const told = (await call()).headers.get('footbridge-headers') ?? '';
    expect(told).toContain('x?*');
    expect(told).not.toContain(key.slice(0, 8));
  });

  it('is masked across the chunks of a long answer', async () => {
    const { call } = await connected((_request, response) => {
      response.writeHead(200, { 'Content-Type': 'application/json' });
      for (let part = 0; part < 400; part += 1) {
        response.write(`${'x'.repeat(part)}${key.slice(0, 9)}`);
        response.write(key.slice(9));
      }
      response.end();
    });
    const text = await (await call()).text();
    expect([text.includes(key), text.split('********').length]).toEqual([false, 401]);
  });

  it('is masked in a compressed answer', async () => {
    const { call } = await connected((_request, response) =>
      response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(gzipSync(`key=${key}`)),
    );
    expect(await (await call()).text()).toBe('key=********');
  });

  it.each([
    ['a text that is called bytes', 200, 'application/octet-stream'],
    ['a refusal that is called bytes', 400, 'application/octet-stream; charset=utf-8'],
    ['a refusal that is called a picture', 500, 'image/png'],
  ])('is masked in %s', async (_what, status, type) => {
    const { call } = await connected((_request, response) =>
      response.writeHead(status, { 'Content-Type': type }).end(`bad key "${key}"`),
    );
    expect(await (await call()).text()).toBe('bad key "********"');
  });

  it('leaves the bytes of a picture as they are', async () => {
    const { call } = await connected((_request, response) =>
      response.writeHead(200, { 'Content-Type': 'image/png' }).end(key),
    );
    expect(await (await call()).text()).toBe(key);
  });
});

it('a secret is masked, and does not go out, where the same is asked as nobody', async () => {
  const { target, call } = await connected(({ headers }, response) =>
    response.end(JSON.stringify({ ...headers, shown: key })),
  );
  const said = await (await call({ asNobody: true })).text();
  expect(said).toContain('"shown"');
  expect(said).not.toContain(key);
  expect(target.received).toHaveLength(1);
  expect(JSON.stringify(target.received[0]?.headers)).not.toContain(key);
  expect(target.received[0]?.headers).not.toHaveProperty('authorization');
});
