/** Acceptance: redirects lose the secret wherever they leave the origin it was approved for. */
import { describe, expect, it } from 'vitest';
import { aComponent, refusalOf } from './testing/proxy-under-test.ts';
import type { RealService } from './testing/real-service.ts';
import { key, proxy, service } from './testing/scene.ts';

describe('a redirect', () => {
  async function redirecting(status: number, location: (other: RealService) => string) {
    const other = await service();
    const first = await service((_request, response) =>
      response.writeHead(status, { Location: location(other) }).end(),
    );
    const names = { 'a.example': ['127.0.0.1'], 'b.example': ['127.0.0.1'] };
    const allow = [`a.example:${first.port}`, `b.example:${other.port}`];
    return { first, other, names, allow, origin: `http://a.example:${first.port}` };
  }

  it.each([
    [
      'metadata',
      (port: number) => `http://169.254.169.254:${port}/latest/meta-data`,
      'proxy.destination-not-allowed',
      { host: '169.254.169.254' },
    ],
    ['a file', () => 'file://b.example/etc/passwd', 'proxy.redirect-not-followed', { to: 'file:' }],
    [
      'gopher',
      (port: number) => `gopher://b.example:${port}/1`,
      'proxy.redirect-not-followed',
      { to: 'gopher:' },
    ],
    ['script', () => 'javascript:alert(1)', 'proxy.redirect-not-followed', { to: 'javascript:' }],
    ['nonsense', () => 'http://[', 'proxy.redirect-not-followed', { to: 'http://[' }],
  ])(
    'to %s is not followed, and the refusal names the hop',
    async (_what, location, code, params) => {
      const { first, other, names, allow, origin } = await redirecting(302, ({ port }) =>
        location(port),
      );
      const browser = await proxy({ names, allow }).browser();
      expect(await refusalOf(await browser.call({ origin }))).toMatchObject({ code, params });
      expect([first.sockets(), other.sockets()]).toEqual([1, 0]);
    },
  );

  it.each([
    ['by its address', (port: number) => `http://127.0.0.1:${port}/`],
    ['in decimal', (port: number) => `http://2130706433:${port}/`],
    ['mapped', (port: number) => `http://[::ffff:127.0.0.1]:${port}/`],
    ['by a name', (port: number) => `http://inside.example:${port}/`],
  ])('to a service inside, %s, opens no socket there', async (_how, location) => {
    const { other, names, allow, origin } = await redirecting(302, ({ port }) => location(port));
    const [first = ''] = allow;
    const browser = await proxy({
      names: { ...names, 'inside.example': ['127.0.0.1'] },
      allow: [first],
    }).browser();
    expect((await refusalOf(await browser.call({ origin }))).code).toBe(
      'proxy.destination-not-allowed',
    );
    expect(other.sockets()).toBe(0);
  });

  it.each([
    ['bearer', { scheme: 'bearer', token: '/key' }],
    ['basic', { scheme: 'basic', user: '/key', password: '/key' }],
    ['a header', { scheme: 'api-key', in: 'header', name: 'X-Api-Key', value: '/key' }],
    ['a cookie', { scheme: 'api-key', in: 'cookie', name: 'sid', value: '/key' }],
    ['a query key', { scheme: 'api-key', in: 'query', name: 'api_key', value: '/key' }],
    [
      'custom headers',
      {
        scheme: 'headers',
        headers: [
          { name: 'X-One', value: '/key' },
          { name: 'X-Two', value: '/key' },
        ],
      },
    ],
  ] as const)('to another origin loses the secret: %s', async (_scheme, auth) => {
    const { first, other, names, allow, origin } = await redirecting(
      302,
      (to) => `http://b.example:${to.port}/next?kept=1`,
    );
    const component = aComponent(
      'catalog:test',
      [origin],
      auth as Parameters<typeof aComponent>[2],
    );
    const browser = await proxy({ names, allow, components: [component] }).browser();
    const { token } = await browser.seal('catalog:test', { key });
    const answer = await browser.call({
      origin,
      credential: token,
      headers: [['X-Custom', 'of the caller']],
    });

    expect(await answer.text()).toBe('reached');
    expect(holds(first.received[0], key)).toBe(true);
    expect(other.received.map((request) => request.url)).toEqual(['/next?kept=1']);
    expect(holds(other.received[0], key)).toBe(false);
    expect(other.received[0]?.headers).not.toHaveProperty('x-custom');
  });

  it('on the same origin keeps the secret, in a query key too', async () => {
    const one = await service((request, response) =>
      request.url.startsWith('/old')
        ? response.writeHead(301, { Location: '/new?page=2' }).end()
        : response.end('moved'),
    );
    const origin = `http://127.0.0.1:${one.port}`;
    const component = aComponent('catalog:test', [origin], {
      scheme: 'api-key',
      in: 'query',
      name: 'api_key',
      value: '/key',
    });
    const browser = await proxy({
      allow: [`127.0.0.1:${one.port}`],
      components: [component],
    }).browser();
    const { token } = await browser.seal('catalog:test', { key });
    await browser.call({ origin, path: '/old', credential: token });
    expect(one.received.map((request) => request.url)).toEqual([
      `/old?api_key=${key}`,
      `/new?page=2&api_key=${key}`,
    ]);
  });

  it('that carries the key to another origin is not followed', async () => {
    const { other, names, allow, origin } = await redirecting(
      302,
      (to) => `http://b.example:${to.port}/?stolen=${key}`,
    );
    const component = aComponent('catalog:test', [origin], { scheme: 'bearer', token: '/key' });
    const browser = await proxy({ names, allow, components: [component] }).browser();
    const { token } = await browser.seal('catalog:test', { key });
    const answer = await refusalOf(await browser.call({ origin, credential: token }));
    expect(answer.code).toBe('proxy.redirect-carries-secret');
    expect(other.sockets()).toBe(0);
  });

  it('that comes back after another origin brings no secret back', async () => {
    let bPort = 0;
    const a = await service((request, response) =>
      request.url === '/'
        ? response.writeHead(302, { Location: `http://b.example:${bPort}/` }).end()
        : response.end('home'),
    );
    const b = await service((_request, response) =>
      response.writeHead(302, { Location: `http://a.example:${a.port}/home` }).end(),
    );
    bPort = b.port;
    const origin = `http://a.example:${a.port}`;
    const tested = proxy({
      names: { 'a.example': ['127.0.0.1'], 'b.example': ['127.0.0.1'] },
      allow: [`a.example:${a.port}`, `b.example:${b.port}`],
      components: [aComponent('catalog:test', [origin], { scheme: 'bearer', token: '/key' })],
    });
    const browser = await tested.browser();
    const { token } = await browser.seal('catalog:test', { key });
    await browser.call({ origin, credential: token });
    expect(a.received.map((request) => [request.url, holds(request, key)])).toEqual([
      ['/', true],
      ['/home', false],
    ]);
  });

  it.each([307, 308])(
    'with status %i of a POST does not resend the body elsewhere',
    async (status) => {
      const { other, names, allow, origin } = await redirecting(
        status,
        (to) => `http://b.example:${to.port}/`,
      );
      const browser = await proxy({ names, allow }).browser();
      const answer = await browser.call({
        origin,
        effect: 'write',
        method: 'POST',
        body: { as: 'json', text: '{"secret":1}' },
      });
      expect(await refusalOf(answer)).toMatchObject({
        code: 'proxy.redirect-with-body',
        params: { to: `b.example:${other.port}` },
      });
      expect(other.sockets()).toBe(0);
    },
  );

  it('with status 303 of a POST becomes a GET without a body', async () => {
    const { other, names, allow, origin } = await redirecting(
      303,
      (to) => `http://b.example:${to.port}/done`,
    );
    const browser = await proxy({ names, allow }).browser();
    await browser.call({
      origin,
      effect: 'write',
      method: 'POST',
      body: { as: 'json', text: '{}' },
    });
    expect(other.received).toMatchObject([{ method: 'GET', url: '/done', body: '' }]);
    expect(other.received[0]?.headers).not.toHaveProperty('content-type');
  });

  it('in a circle stops after five hops', async () => {
    const round = await service((_request, response) =>
      response.writeHead(302, { Location: '/' }).end(),
    );
    const browser = await proxy({ allow: [`127.0.0.1:${round.port}`] }).browser();
    const answer = await browser.call({ origin: `http://127.0.0.1:${round.port}` });
    expect((await refusalOf(answer)).code).toBe('proxy.too-many-redirects');
    expect(round.received).toHaveLength(6);
  });
});

function holds(request: unknown, secret: string): boolean {
  const text = JSON.stringify(request);
  return (
    text.includes(secret) || text.includes(Buffer.from(`${secret}:${secret}`).toString('base64'))
  );
}
