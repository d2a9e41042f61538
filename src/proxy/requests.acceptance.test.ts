/** Acceptance: what a page may send, and how much of it. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { AuthRule } from '../catalog/contract.ts';
import { createCallRate } from './call-rate.ts';
import type { SealAnswer } from './contract.ts';
import { aComponent, refusalOf } from './testing/proxy-under-test.ts';
import { bearer, key, proxy, service, withService } from './testing/scene.ts';

describe('headers of a caller', () => {
  it('pass when they are on the list', async () => {
    const { target, call } = await withService((_request, response) => response.end());
    await call({
      headers: [
        ['Accept-Language', 'de'],
        ['X-Shop', '7'],
        ['Notion-Version', '2022-06-28'],
        ['Idempotency-Key', 'k1'],
      ],
    });
    expect(target.received[0]?.headers).toMatchObject({
      'accept-language': 'de',
      'x-shop': '7',
      'notion-version': '2022-06-28',
      'idempotency-key': 'k1',
    });
  });

  it.each([
    'Host',
    'Cookie',
    'Connection',
    'Transfer-Encoding',
    'Content-Length',
    'Forwarded',
    'Proxy-Authorization',
    'TE',
    'Upgrade',
    'Sec-Fetch-Site',
  ])('of the connection are left out: %s', async (name) => {
    const { target, call } = await withService((_request, response) => response.end());
    expect((await call({ headers: [[name, 'smuggled']] })).headers.get('footbridge-status')).toBe(
      '200',
    );
    expect(JSON.stringify(target.received[0])).not.toContain('smuggled');
  });

  it.each([
    ['Authorization', 'Bearer x'],
    ['X-Forwarded-For', '127.0.0.1'],
    ['X-HTTP-Method-Override', 'DELETE'],
    ['X-Method-Override', 'DELETE'],
    ['X-Original-URL', '/admin'],
    ['X-Footbridge', '1'],
    ['Accept', 'a\r\nX-Injected: 1'],
    ['Accept', 'a\0b'],
    ['Accept: x\r\nX', 'y'],
    ['Accept', '一'],
  ])('that would change what the request is are refused: %s', async (name, value) => {
    const { target, call } = await withService((_request, response) => response.end());
    expect(await refusalOf(await call({ headers: [[name, value]] }))).toMatchObject({
      status: 400,
      code: 'proxy.header-not-allowed',
    });
    expect(target.sockets()).toBe(0);
  });
});

describe('the header in which a component names one of the companies of an account', () => {
  async function withTenant() {
    const target = await service();
    const origin = `http://127.0.0.1:${target.port}`;
    const component = {
      ...aComponent('catalog:test', [origin], bearer),
      tenant: { header: 'test-tenant-id', setting: 'company' },
    };
    const tested = proxy({
      allow: [`127.0.0.1:${target.port}`],
      components: [component, aComponent('catalog:other', [origin], bearer)],
    });
    const browser = await tested.browser();
    const ask = async (id: string, name: string, value: string): Promise<Response> => {
      const { token } = await browser.seal(id, { key });
      return browser.call({ component: id, origin, credential: token, headers: [[name, value]] });
    };
    return { target, ask };
  }

  it('passes for that component', async () => {
    const { target, ask } = await withTenant();
    await ask('catalog:test', 'Test-Tenant-Id', '70784a63-d24b-46a9-a4db-0e70a274b056');
    expect(target.received[0]?.headers['test-tenant-id']).toBe(
      '70784a63-d24b-46a9-a4db-0e70a274b056',
    );
  });

  it.each([
    ['of another component', 'catalog:other', 'test-tenant-id', 'a-1'],
    ['of another name', 'catalog:test', 'other-tenant-id', 'a-1'],
    ['with a text of somebody’s own', 'catalog:test', 'test-tenant-id', 'a b; c=d'],
    ['with nothing in it', 'catalog:test', 'test-tenant-id', ''],
  ])('is refused %s', async (_what, id, name, value) => {
    const { target, ask } = await withTenant();
    expect(await refusalOf(await ask(id, name, value))).toMatchObject({
      status: 400,
      code: 'proxy.header-not-allowed',
    });
    expect(target.sockets()).toBe(0);
  });
});

describe('many calls', () => {
  it('at once are refused beyond a number, with Retry-After, and another browser is served', async () => {
    const { target, tested, call } = await withService(
      (_request, response) => void setTimeout(() => response.end('ok'), 150),
    );
    const answers = Array.from({ length: 1000 }, () => call());
    const other = await tested.browser();
    const served = await other.call({ origin: `http://127.0.0.1:${target.port}` });
    expect(await served.text()).toBe('ok');
    const all = await Promise.all(answers);
    const refused = all.filter((answer) => answer.status === 429);
    expect([
      all.length - refused.length,
      refused.length,
      refused[0]?.headers.get('retry-after'),
    ]).toEqual([128, 872, '1']);
    // The places are free again.
    expect((await call()).headers.get('footbridge-status')).toBe('200');
  });
});

describe('call after call', () => {
  it('are refused beyond a number a minute, with the seconds until there is room, and another browser is served', async () => {
    const { target, tested, call } = await withService((_request, response) => response.end('ok'), {
      config: { callsAMinute: 3 },
    });
    for (let sent = 0; sent < 3; sent += 1) await (await call()).text();
    const refused = await call();
    expect(refused.headers.get('retry-after')).toBe('20');
    expect(await refusalOf(refused)).toMatchObject({
      status: 429,
      code: 'proxy.calls-too-fast',
      params: { count: 3, seconds: 20 },
      retryable: true,
    });
    expect(target.received).toHaveLength(3);
    const other = await tested.browser();
    const served = await other.call({ origin: `http://127.0.0.1:${target.port}` });
    expect(await served.text()).toBe('ok');

    tested.advance(19_000);
    expect((await call()).status).toBe(429);
    tested.advance(1_000);
    expect(await (await call()).text()).toBe('ok');
  });

  it('of an ordinary run are never too fast: ten thousand in a moment', () => {
    const rate = createCallRate(() => 0);
    expect(() => {
      for (let sent = 0; sent < 10_000; sent += 1) rate.take({ workspace: 'w', issued: 0 });
    }).not.toThrow();
  });
});

describe('a request of the page', () => {
  it('larger than what may be sent is refused before it is read', async () => {
    const browser = await proxy().browser();
    const answer = await browser.ask('/api/call', {
      method: 'POST',
      headers: { 'Content-Length': String(100 * 1024 * 1024) },
      body: '{}',
    });
    expect(await refusalOf(answer)).toMatchObject({ status: 413, code: 'proxy.request-too-large' });
  });

  it('without a length is cut where it becomes too large', async () => {
    const browser = await proxy().browser();
    let sent = 0;
    const endless = new ReadableStream({
      pull: (controller) => void controller.enqueue(new Uint8Array((sent += 65_536) && 65_536)),
    });
    const answer = await browser.ask('/api/credentials', {
      method: 'POST',
      body: endless,
      duplex: 'half',
    } as RequestInit);
    expect((await refusalOf(answer)).code).toBe('proxy.request-too-large');
    expect(sent).toBeLessThan(1024 * 1024);
  });

  it.each(['', '{', '[]', '{"component":1}', '{"__proto__":{"x":1}}'])(
    'that makes no sense is refused without quoting it: %j',
    async (body) => {
      const browser = await proxy().browser();
      expect(
        await refusalOf(await browser.ask('/api/call', { method: 'POST', body })),
      ).toMatchObject({ status: 400, code: 'proxy.request-not-understood' });
    },
  );

  it('to nothing we have is told so as data', async () => {
    const browser = await proxy().browser();
    expect((await refusalOf(await browser.ask('/api/nothing'))).code).toBe('proxy.not-found');
    expect(
      (
        await refusalOf(
          await browser.ask('/assets/../../etc/passwd', { headers: { Accept: '*/*' } }),
        )
      ).code,
    ).toBe('proxy.not-found');
  });
});

it('opens sockets in one folder only', () => {
  const files = import.meta.glob('./**/*.ts', { query: '?raw', import: 'default', eager: true });
  const openers = Object.entries(files as Record<string, string>)
    .filter(([path]) => !/\.test\.ts$|\/testing\//.test(path))
    .filter(([, source]) =>
      /\bfetch\(['"`\w]+(url|http)|from '(undici|node:(https?|net|tls|dgram|dns\/promises|dns|http2))'/.test(
        source.replace(/^import type .*$/gm, ''),
      ),
    )
    .map(([path]) => path);
  expect(openers.sort()).toEqual([
    './egress/connector.ts',
    './egress/dial.ts',
    './egress/egress.ts',
  ]);
  expect(readFileSync(new URL('./egress/connector.ts', import.meta.url), 'utf8')).toContain(
    'buildConnector',
  );
});

describe('forms that ask a service', () => {
  const tokenForm = { values: { clientId: 'robot', clientSecret: 'a-secret-of-the-robot' } };

  /** An app that signs in for itself: a token is had while its form is sealed. */
  async function withForms(config: { readonly callsAMinute?: number } = {}) {
    let now = 0;
    let most = 0;
    const target = await service((_request, response) => {
      most = Math.max(most, (now += 1));
      setTimeout(() => {
        now -= 1;
        response.setHeader('Content-Type', 'application/json');
        response.end('{"access_token":"a-token-of-this-test","token_type":"Bearer"}');
      }, 150);
    });
    const origin = `http://127.0.0.1:${target.port}`;
    const rule: AuthRule = {
      scheme: 'oauth2',
      grant: 'client-credentials',
      tokenUrl: `${origin}/token`,
      clientId: '/clientId',
      clientSecret: '/clientSecret',
    };
    const component = aComponent('catalog:test', [origin], rule, ['clientId', 'clientSecret']);
    const tested = proxy({
      allow: [`127.0.0.1:${target.port}`],
      components: [component],
      config,
    });
    const browser = await tested.browser();
    const form = { component: component.id, type: component.credentials[0]?.id, ...tokenForm };
    return { target, browser, form, most: () => most };
  }

  it('are counted like calls: beyond a number at once they are refused, and nothing is sent', async () => {
    const { target, browser, form, most } = await withForms();
    const answers = await Promise.all(
      Array.from({ length: 300 }, () => browser.post('/api/credentials', form)),
    );
    const refused = answers.filter(({ status }) => status === 429);
    expect([refused.length, target.received.length]).toEqual([172, 128]);
    expect(most()).toBeLessThanOrEqual(128);
    expect((await browser.post('/api/credentials', form)).status).toBe(200);
  });

  it.each([
    ['a form', '/api/credentials'],
    ['a sign-in', '/api/sign-ins'],
    ['an account that is deleted', '/api/credentials/revoke'],
    ['an address for calls', '/api/webhooks'],
  ])('are counted in a minute: %s', async (_what, path) => {
    const { target, browser, form } = await withForms({ callsAMinute: 1 });
    const { token } = (await (await browser.post('/api/credentials', form)).json()) as SealAnswer;
    const sent = target.received.length;
    const body = path.endsWith('revoke')
      ? { token }
      : path.endsWith('webhooks')
        ? { credential: token }
        : form;
    expect(await refusalOf(await browser.post(path, body))).toMatchObject({
      status: 429,
      code: 'proxy.calls-too-fast',
    });
    expect(target.received).toHaveLength(sent);
  });
});
