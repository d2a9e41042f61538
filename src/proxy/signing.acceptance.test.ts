/** Acceptance: what signs a request signs each hop at the first origin, and no other host learns anything of it. */
import { describe, expect, it } from 'vitest';
import type { HmacRule } from '../catalog/contract.ts';
import { aComponent } from './testing/proxy-under-test.ts';
import { connected, key, proxy, service } from './testing/scene.ts';

const recipe: HmacRule = {
  scheme: 'hmac',
  key: '/key',
  signs: '{method} {target}',
  headers: [{ name: 'x-signature', value: '{signature}' }],
};

describe('a signed request', () => {
  it('is signed anew for the hop it is sent on to, and not at all for another host', async () => {
    const other = await service();
    const target = await service((request, response) =>
      response
        .writeHead(302, {
          Location:
            request.url === '/first' ? '/second' : `http://127.0.0.1:${other.port}/elsewhere`,
        })
        .end(),
    );
    const origin = `http://127.0.0.1:${target.port}`;
    const browser = await proxy({
      allow: [`127.0.0.1:${target.port}`, `127.0.0.1:${other.port}`],
      components: [aComponent('catalog:test', [origin], recipe)],
    }).browser();
    const { token } = await browser.seal('catalog:test', { key });
    await browser.call({ origin, credential: token, path: '/first' });

    const [first, second] = target.received.map(({ headers }) => headers['x-signature']);
    expect(first).toMatch(/^[\da-f]{64}$/);
    expect(second).toMatch(/^[\da-f]{64}$/);
    expect(second).not.toBe(first);
    expect(other.received.map(({ url, headers }) => [url, headers['x-signature']])).toEqual([
      ['/elsewhere', undefined],
    ]);
  });

  it('comes back without its signature and its key, where the service echoes them', async () => {
    const { call } = await connected(
      (request, response) =>
        response.end(`${String(request.headers['x-signature'])} signed with ${key}`),
      recipe,
    );
    expect(await (await call()).text()).toBe('******** signed with ********');
  });
});
