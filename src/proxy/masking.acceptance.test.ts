/** Acceptance: a secret never comes back. */
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Handler } from './testing/real-service.ts';
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
      `<h1>bad request</h1><pre>${JSON.stringify(request.headers)} ${encodeURIComponent(key)} ${Buffer.from(key).toString('base64')}</pre>`,
    );
  };

  it('is masked in body and headers, for each way to sign in', async () => {
    const pair = Buffer.from(`${key}:${key}`).toString('base64');
    for (const auth of [
      bearer,
      { scheme: 'basic', user: '/key', password: '/key' },
      { scheme: 'api-key', in: 'header', name: 'X-Key', value: '/key', prefix: 'Key ' },
    ] as const) {
      const { call } = await connected(echo, auth);
      const answer = await call();
      const all = `${JSON.stringify([...answer.headers])} ${await answer.text()}`;
      expect(answer.headers.get('footbridge-status')).toBe('400');
      expect(all).toContain('********');
      for (const spelling of [key, pair, Buffer.from(key).toString('base64')])
        expect(all).not.toContain(spelling);
    }
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

  it('leaves the bytes of a picture as they are', async () => {
    const { call } = await connected((_request, response) =>
      response.writeHead(200, { 'Content-Type': 'image/png' }).end(key),
    );
    expect(await (await call()).text()).toBe(key);
  });
});
