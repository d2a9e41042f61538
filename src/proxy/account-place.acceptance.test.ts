/** Acceptance: of some accounts only their service knows where they are, and says so at the sign-in. */
import { describe, expect, it } from 'vitest';
import type { OAuth2Rule } from '../catalog/contract.ts';
import type { Json } from '../shared/index.ts';
import { answerHeaders, type SignInProgress, type SignInStarted } from './contract.ts';
import { createMemoryStore } from './store.ts';
import { aComponent, arriving, refusalOf } from './testing/proxy-under-test.ts';
import type { Handler } from './testing/real-service.ts';
import { proxy, service } from './testing/scene.ts';

const access = 'an-access-token-of-this-test-0123';
const form = { clientId: 'robot', clientSecret: 'a-secret-of-this-test-0123456789' };

const tokenIn = (body: string): string | null => new URLSearchParams(body).get('token');

const json =
  (told: (request: Parameters<Handler>[0]) => Json): Handler =>
  (request, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(told(request)));
  };

/** A service that gives tokens, says something beside them, and answers at `*.shop.example`. */
async function scene(
  told: (request: Parameters<Handler>[0], port: number) => Json,
  home: (port: number) => OAuth2Rule['home'],
  grant: 'client-credentials' | 'authorization-code' = 'client-credentials',
) {
  let port = 0;
  const target = await service(
    json((request) =>
      request.url === '/token'
        ? {
            access_token: access,
            expires_in: 3600,
            ...(told(request, port) as Record<string, Json>),
          }
        : told(request, port),
    ),
  );
  port = target.port;
  const origin = `http://127.0.0.1:${port}`;
  const rule: OAuth2Rule = {
    scheme: 'oauth2',
    tokenUrl: `${origin}/token`,
    clientId: '/clientId',
    clientSecret: '/clientSecret',
    revokeUrl: `${origin}/revoke`,
    home: home(port),
    ...(grant === 'authorization-code'
      ? { grant, authorizeUrl: `${origin}/authorize` }
      : { grant }),
  };
  const component = aComponent('catalog:test', ['https://{shop}.shop.example'], rule, [
    'clientId',
    'clientSecret',
  ]);
  const [type] = component.credentials;
  if (type !== undefined) type.schema = { type: 'object' };
  const names = ['acme.shop.example', 'other.shop.example', 'evil.example', 'api.shop.example'];
  const store = createMemoryStore();
  const kept = new Set<string>();
  const tested = proxy({
    store: {
      ...store,
      keepTokens(tokens) {
        kept.add(tokens.id);
        return store.keepTokens(tokens);
      },
    },
    allow: [`127.0.0.1:${port}`, ...names.map((name) => `${name}:${port}`)],
    names: Object.fromEntries(names.map((name) => [name, ['127.0.0.1']])),
    components: [component],
  });
  const browser = await tested.browser();
  const seal = (values: Record<string, Json> = form): Promise<Response> =>
    browser.post('/api/credentials', { component: 'catalog:test', type: 'key', values });
  const call = (credential: string, path = '/orders'): Promise<Response> =>
    browser.call({ origin: 'https://{shop}.shop.example', path, credential });
  const asked = (): string[] =>
    target.received.map(({ method, url, headers }) => `${method} ${headers['host'] ?? ''}${url}`);
  /** What is still there of the tokens that were ever kept. */
  const held = (): unknown[] => [...kept].flatMap((id) => store.tokens(id) ?? []);
  return { target, tested, browser, port, seal, call, asked, held };
}

const inTheAnswer = (port: number): OAuth2Rule['home'] => ({
  at: '/shop_url',
  is: [`http://{shop}.shop.example:${port}`],
});

describe('a place in the answer with the token', () => {
  it('is where every call goes, and the person reads it', async () => {
    const { seal, call, asked, port } = await scene(
      (_request, port) => ({ shop_url: `http://acme.shop.example:${port}` }),
      inTheAnswer,
    );
    const sealed = (await (await seal()).json()) as { token: string; hosts: string[] };
    expect(sealed.hosts).toEqual([`acme.shop.example:${port}`, `127.0.0.1:${port}`]);
    const answer = await call(sealed.token);
    expect(answer.headers.get(answerHeaders.status)).toBe('200');
    expect(asked()).toEqual([
      `POST 127.0.0.1:${port}/token`,
      `GET acme.shop.example:${port}/orders`,
    ]);
  });

  it.each([
    ['another domain', (port: number) => `http://evil.example:${port}`],
    ['behind the right one', (port: number) => `http://acme.shop.example.evil.example:${port}`],
    [
      'in front of the right one',
      (port: number) => `http://evil.example:${port}/acme.shop.example`,
    ],
    ['more labels than one', (port: number) => `http://a.acme.shop.example:${port}`],
    ['no label', (port: number) => `http://.shop.example:${port}`],
    ['the domain itself', (port: number) => `http://shop.example:${port}`],
    ['a name in front', (port: number) => `http://acme.shop.example:${port}@evil.example:${port}`],
    ['a backslash', (port: number) => `http://evil.example:${port}\\.shop.example:${port}`],
    ['a path', (port: number) => `http://acme.shop.example:${port}/elsewhere`],
    ['a question', (port: number) => `http://acme.shop.example:${port}?x`],
    ['another port', () => 'http://acme.shop.example:1'],
    ['another protocol', (port: number) => `ftp://acme.shop.example:${port}`],
    ['a line break', (port: number) => `http://acme.shop.example:${port}\n.evil.example`],
    ['letters that look like others', (port: number) => `http://acme.shop\u3002example:${port}`],
    ['an address in numbers', (port: number) => `http://127.0.0.1:${port}`],
    ['no text', () => ['http://acme.shop.example']],
    ['nothing', () => null],
  ] as const)(
    'is refused where it is %s: nothing is sealed, and the token is given back',
    async (_what, said) => {
      const { seal, asked, port, held } = await scene(
        (_request, port) => ({ shop_url: said(port) as Json }),
        inTheAnswer,
      );
      expect(await refusalOf(await seal())).toMatchObject({
        status: 403,
        code: 'proxy.account-elsewhere',
      });
      expect(asked()).toEqual([`POST 127.0.0.1:${port}/token`, `POST 127.0.0.1:${port}/revoke`]);
      expect(held()).toEqual([]);
    },
  );

  it('is not moved by a later answer', async () => {
    let shop = 'acme';
    const { seal, call, asked, port, tested } = await scene(
      (_request, port) => ({ shop_url: `http://${shop}.shop.example:${port}` }),
      inTheAnswer,
    );
    const { token } = (await (await seal()).json()) as { token: string };
    shop = 'other';
    tested.advance(2 * 3_600_000);
    expect((await call(token)).headers.get(answerHeaders.status)).toBe('200');
    expect(asked().slice(1)).toEqual([
      `POST 127.0.0.1:${port}/token`,
      `GET acme.shop.example:${port}/orders`,
    ]);
  });

  it('binds a sign-in in a window too, which says why it was refused', async () => {
    for (const [said, expected] of [
      ['acme.shop.example', 200],
      ['evil.example', 403],
    ] as const) {
      const { browser, tested, target } = await scene(
        (_request, port) => ({ shop_url: `http://${said}:${port}` }),
        inTheAnswer,
        'authorization-code',
      );
      const begun = await browser.post('/api/sign-ins', {
        component: 'catalog:test',
        type: 'key',
        values: form,
      });
      const [cookie = ''] = (begun.headers.get('set-cookie') ?? '').split(';');
      const started = (await begun.json()) as SignInStarted;
      const { searchParams } = new URL(started.window ?? '');
      const { pathname } = new URL(searchParams.get('redirect_uri') ?? '');
      const window = await tested.app.fetch(
        arriving(`${pathname}?code=a-code&state=${searchParams.get('state') ?? ''}`, {
          headers: { 'Sec-Fetch-Site': 'cross-site', Cookie: cookie },
        }),
      );
      expect(window.status).toBe(expected);
      const ended = await browser.ask(`/api/sign-ins/${started.id}`);
      if (expected === 200) expect(((await ended.json()) as SignInProgress).state).toBe('done');
      else expect((await refusalOf(ended)).code).toBe('proxy.account-elsewhere');
      expect(target.received.slice(1).map(({ url, body }) => [url, tokenIn(body)])).toEqual(
        expected === 200 ? [] : [['/revoke', access]],
      );
    }
  });
});

describe('a place out of a list that is asked for with the new token', () => {
  const listed = (port: number): OAuth2Rule['home'] => ({
    ask: `http://127.0.0.1:${port}/places`,
    at: '/id',
    named: { at: '/url', is: 'https://{shop}.shop.example' },
    fills: `http://api.shop.example:${port}/of/{id}`,
  });
  const acme = { id: 'a-1', url: 'https://acme.shop.example' };
  const other = { id: 'o-2', url: 'https://other.shop.example' };

  it('is put in front of every path, at the one host there is', async () => {
    const { seal, call, asked, port, target } = await scene(
      ({ url }) =>
        url === '/places' ? [acme, acme, { id: 'x', url: 'https://evil.example' }] : {},
      listed,
    );
    const { token } = (await (await seal()).json()) as { token: string };
    await call(token);
    expect(asked()).toEqual([
      `POST 127.0.0.1:${port}/token`,
      `GET 127.0.0.1:${port}/places`,
      `GET api.shop.example:${port}/of/a-1/orders`,
    ]);
    expect(target.received[1]?.headers['authorization']).toBe(`Bearer ${access}`);
    expect((await refusalOf(await call(token, '/../../o-2/orders'))).code).toBe(
      'proxy.path-not-allowed',
    );
  });

  it('is left by no encoded way out, and an id that only looks like one goes out as it is', async () => {
    const { seal, call, asked, port } = await scene(
      ({ url }) => (url === '/places' ? [acme] : {}),
      listed,
    );
    const { token } = (await (await seal()).json()) as { token: string };
    const before = asked();
    for (const path of [
      '/..%2Fo-2/orders',
      '/orders/..%2F..%2F..%2Fo-2%2Forders',
      '/orders/%2e%2e%2Fo-2',
      '/orders/.%2E%5Co-2',
      '/orders/x%5C..',
      '/orders/x%2f%2E.',
      '/..;/o-2',
      '/orders/..%3Ba%2Fo-2',
    ])
      expect(await refusalOf(await call(token, path)), path).toMatchObject({
        status: 400,
        code: 'proxy.path-not-allowed',
      });
    expect(asked()).toEqual(before);
    for (const path of ['/orders/a..b', '/orders/...', '/orders/a%2Fb..%2Fc', '/orders/v1..2']) {
      await call(token, path);
      expect(asked().at(-1)).toBe(`GET api.shop.example:${port}/of/a-1${path}`);
    }
  });

  it('is the one that the person names, where there are several', async () => {
    const { seal, call, asked, port, held } = await scene(
      ({ url }) => (url === '/places' ? [acme, other] : {}),
      listed,
    );
    const which = { code: 'proxy.account-which', params: { names: 'acme, other' } };
    expect(await refusalOf(await seal())).toMatchObject(which);
    expect(await refusalOf(await seal({ ...form, shop: 'third' }))).toMatchObject(which);
    expect(asked().filter((each) => each.endsWith('/revoke'))).toHaveLength(2);
    expect(held()).toEqual([]);
    const sealed = await seal({ ...form, shop: 'Other' });
    await call(((await sealed.json()) as { token: string }).token);
    expect(asked().at(-1)).toBe(`GET api.shop.example:${port}/of/o-2/orders`);
    expect(held()).toHaveLength(1);
  });

  it.each([
    ['leads elsewhere in the path', [{ ...acme, id: '../of/o-2' }], 'proxy.account-elsewhere'],
    ['is another address', [{ ...acme, id: '@evil.example' }], 'proxy.account-elsewhere'],
    ['asks for more', [{ ...acme, id: 'a?x=1#y' }], 'proxy.account-elsewhere'],
    ['is no text', [{ ...acme, id: { a: 1 } }], 'proxy.account-elsewhere'],
    ['is nowhere', [], 'proxy.account-elsewhere'],
    ['is no list', { places: [acme] }, 'proxy.tokens-not-understood'],
  ] as const)('is refused where it %s', async (_what, places, code) => {
    const { seal, asked, held } = await scene(
      ({ url }) => (url === '/places' ? (places as unknown as Json) : {}),
      listed,
    );
    expect((await refusalOf(await seal())).code).toBe(code);
    expect(asked()).toHaveLength(3);
    expect(asked()[2]).toMatch(/\/revoke$/);
    expect(held()).toEqual([]);
  });
});
