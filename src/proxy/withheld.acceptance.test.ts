/** Acceptance: a field that a component calls withheld never leaves the proxy. */
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Handler } from './testing/real-service.ts';
import { bearer, connected } from './testing/scene.ts';

const others = 'the-key-of-another-account';
const list = JSON.stringify({ accounts: [{ name: 'One', auth_token: others, keys: { a: 1 } }] });
const seen = list.replace(others, '********');

async function asked(handler: Handler, withheld = ['auth_token']) {
  const { call } = await connected(handler, bearer, { withheld });
  return (await call()).text();
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

  it('is the component’s to name: without it the answer is as it came', async () => {
    expect(await asked((_request, response) => response.end(list), [])).toBe(list);
  });
});
