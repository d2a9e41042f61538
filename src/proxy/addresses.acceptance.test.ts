/** Acceptance: what a page says about an address is one label, one path, one method; never more. */
import { describe, expect, it } from 'vitest';
import type { Component } from '../catalog/contract.ts';
import { aComponent, refusalOf } from './testing/proxy-under-test.ts';
import { bearer, connected, key, proxy, withService } from './testing/scene.ts';

describe('a server variable', () => {
  const components = [
    aComponent('catalog:test', ['https://{region}.example.com'], bearer, ['region', 'key']),
  ];

  it('becomes one host label', async () => {
    const browser = await proxy({ components }).browser();
    expect((await browser.seal('catalog:test', { region: 'eu-1', key })).hosts).toEqual([
      'eu-1.example.com',
    ]);
  });

  it.each(['evil.example/#', '169.254.169.254/?', 'a.b@c', 'a.b', '', '-a', 'a b', 'a\\b', 'ａ'])(
    'that is more than a label is refused: %j',
    async (region) => {
      const browser = await proxy({ components }).browser();
      const values = { region, key };
      const answer = await refusalOf(
        await browser.post('/api/credentials', { component: 'catalog:test', type: 'key', values }),
      );
      expect(answer.status).toBe(400);
    },
  );
});

describe('a typed address', () => {
  it.each([
    '',
    'api.example.com',
    'ftp://a.example',
    'https://',
    'https://user@a.example',
    'https://a.example\\@b.example',
    'https://a.example\n',
    'https://%61.example',
    'https:a.example',
  ])('that is none is refused: %j', async (address) => {
    const browser = await proxy().browser();
    const answer = await refusalOf(
      await browser.call({ origin: { from: 'settings', at: '/address' }, address }),
    );
    const isTrimmed = address.endsWith('\n');
    expect([answer.status, answer.code]).toEqual(
      isTrimmed ? [502, 'proxy.host-not-found'] : [400, 'proxy.address-not-valid'],
    );
  });
});

describe('a path', () => {
  it.each([
    '//evil/x',
    'https://evil/x',
    '\\\\evil/x',
    '/\\evil/x',
    '@evil/x',
    '',
    'x',
    '/a/../b',
    '/a/%2e%2E/b',
    '/./a',
    '/a?x=1',
    '/a#b',
    '/a b',
    '/a\nb',
    '/a\0',
  ])('that could lead elsewhere is refused: %j', async (path) => {
    const { target, call } = await connected();
    expect(await refusalOf(await call({ path }))).toMatchObject({
      status: 400,
      code: 'proxy.path-not-allowed',
    });
    expect(target.sockets()).toBe(0);
  });

  it.each([
    '/customers/..%2F..%2Fadmin',
    '/customers/a%3Fx%3D1%23y',
    '/customers/%252e%252e%252f',
    '/a//b',
    '/:verb/@me',
  ])('arrives as it was written: %s', async (path) => {
    const { target, call } = await connected();
    await call({
      path,
      query: [
        ['q', 'ä&=#?'],
        ['q', '\ud800'],
      ],
    });
    expect(target.received[0]?.url).toBe(`${path}?q=%C3%A4%26%3D%23%3F&q=%EF%BF%BD`);
  });

  it('has a value of its query in it as the call writes it', async () => {
    const { target, call } = await connected();
    await call({ path: '/a', query: [['ids', 'a,b,c', 'a%2Cb,c']] });
    expect(target.received[0]?.url).toBe('/a?ids=a%2Cb,c');
  });

  it.each(['a&b=c', 'a#b', 'a b', 'a+b', 'a[0]', '50%', 'ä', 'a\nb'])(
    'has no value in it that would be something else: %j',
    async (written) => {
      const { target, call } = await connected();
      expect((await call({ path: '/a', query: [['q', 'a', written]] })).status).toBe(400);
      expect(target.sockets()).toBe(0);
    },
  );
});

describe('a call that says it only reads', () => {
  it.each(['POST', 'PUT', 'PATCH', 'DELETE', 'post'])('does not go out as %s', async (method) => {
    const { target, call } = await connected();
    expect(await refusalOf(await call({ method }))).toMatchObject({
      status: 403,
      code: 'proxy.read-only',
    });
    expect(target.sockets()).toBe(0);
  });

  describe('over SOAP, where this server’s own catalog says that the component speaks it', () => {
    const plain = aComponent('catalog:test', ['https://a.example'], bearer);
    const [operation] = plain.operations;
    if (operation === undefined) throw new Error('no operation');
    const effect = { from: '/does', table: { read: 'read', write: 'write' } } as const;
    const speaking = { ...plain, operations: [{ ...operation, effect, call: { via: 'soap' } }] };
    const envelope = '<?xml version="1.0"?><s:Envelope xmlns:s="urn:e"><s:Body/></s:Envelope>';
    const sent = async (components: readonly Component[], text = envelope, method = 'POST') => {
      const { target, call } = await withService((_request, response) => response.end(), {
        components,
      });
      const body = { as: 'xml', text } as const;
      const { status } = await call({ method, component: 'catalog:test', effect: 'read', body });
      return [status, target.received.length];
    };

    it('goes out as POST when its body is an envelope', async () => {
      expect(await sent([speaking as Component])).toEqual([200, 1]);
    });

    it('does not go out otherwise', async () => {
      const writing = {
        ...speaking,
        operations: [{ ...operation, effect: 'write' as const, call: { via: 'soap' as const } }],
      };
      expect(await sent([writing])).toEqual([403, 0]);
      expect(await sent([plain])).toEqual([403, 0]);
      expect(await sent([])).toEqual([403, 0]);
      expect(await sent([speaking as Component], '<a/>')).toEqual([403, 0]);
      expect(await sent([speaking as Component], envelope, 'PUT')).toEqual([403, 0]);
    });
  });

  describe('in GraphQL, where this server’s own catalog says that the component asks in it', () => {
    const plain = aComponent('catalog:test', ['https://a.example'], bearer);
    const [operation] = plain.operations;
    if (operation === undefined) throw new Error('no operation');
    const effect = { asks: 'graphql', at: '/query' } as const;
    const asking = { ...plain, operations: [{ ...operation, effect }] };
    const post = (text: string, as: 'json' | 'text' = 'json') =>
      ({ method: 'POST', component: 'catalog:test', effect: 'read', body: { as, text } }) as const;
    const sent = async (components: readonly Component[], ...how: Parameters<typeof post>) => {
      const { target, call } = await withService((_request, response) => response.end('{}'), {
        components,
      });
      const { status } = await call(post(...how));
      return [status, target.received.length];
    };

    it('goes out as POST when its body is a query', async () => {
      expect(await sent([asking], '{"query":"{ a }","variables":{}}')).toEqual([200, 1]);
    });

    it.each(['{"query":"mutation { a }"}', '{"query":"mutation { a }","query":"{ a }"}', '{}'])(
      'does not go out with the body %s',
      async (text) => {
        expect(await sent([asking], text)).toEqual([403, 0]);
      },
    );

    it('goes out neither as another kind of body nor for another component', async () => {
      expect(await sent([asking], '{"query":"{ a }"}', 'text')).toEqual([403, 0]);
      expect(await sent([plain], '{"query":"{ a }"}')).toEqual([403, 0]);
    });
  });

  it.each(['CONNECT', 'TRACE', 'GET / HTTP/1.1\r\nX: y'])(
    'nor does anything as %j',
    async (method) => {
      const { call } = await connected();
      expect((await refusalOf(await call({ method, effect: 'write' }))).code).toBe(
        'proxy.method-not-allowed',
      );
    },
  );
});
