/** Acceptance: signing in to Footbridge at a real OpenID Connect provider (oidc-provider), with its sign-in pages. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { accessByOpenId } from './access/open-id/access-by-open-id.ts';
import { discoverProvider, type ProviderSettings } from './access/open-id/provider.ts';
import { createDestinations } from './egress/destinations.ts';
import { createEgress, type Egress } from './egress/egress.ts';
import { createMemoryStore } from './store.ts';
import { allowAt } from './testing/authorization-server.ts';
import {
  providerSecret,
  startOpenIdProvider,
  type TestProvider,
} from './testing/open-id-provider.ts';
import {
  accessWords,
  aComponent,
  arriving,
  ownPort,
  refusalOf,
  type ProxyUnderTest,
} from './testing/proxy-under-test.ts';
import { bearer, proxy, service } from './testing/scene.ts';
import { createKeyText, keyRingOf } from './vault/keys.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});

const footbridge = `http://127.0.0.1:${ownPort}`;
const callback = `${footbridge}/sign-in/callback`;
const hourMs = 60 * 60 * 1000;
type Options = NonNullable<Parameters<typeof proxy>[0]>;

async function openIdProvider(
  options: Partial<Parameters<typeof startOpenIdProvider>[0]> = {},
): Promise<TestProvider> {
  const provider = await startOpenIdProvider({ footbridges: [footbridge], ...options });
  closing.push(provider.close);
  return provider;
}

function wayOut(allow: readonly string[]) {
  const destinations = createDestinations({
    allow,
    own: () => ({ port: ownPort, addresses: [] }),
  });
  const egress = createEgress({ destinations });
  closing.push(egress.close);
  return { egress, destinations };
}

async function discovered(
  provider: TestProvider,
  settings: Partial<ProviderSettings> = {},
  egressOf: (egress: Egress) => Egress = (egress) => egress,
) {
  const { egress, destinations } = wayOut([provider.host]);
  return discoverProvider(
    {
      issuer: provider.origin,
      clientId: 'footbridge',
      clientSecret: providerSecret,
      scopes: 'openid email profile',
      ...settings,
    },
    { egress: egressOf(egress), destinations },
  );
}

/** A Footbridge that lets in whom `allow` names; everybody of the provider where it names nobody. */
async function scene(
  more: {
    readonly provider?: TestProvider;
    readonly allow?: readonly string[];
    readonly settings?: Partial<ProviderSettings>;
    readonly egressOf?: (egress: Egress) => Egress;
    readonly options?: Options;
  } = {},
) {
  const provider = more.provider ?? (await openIdProvider());
  const access = accessByOpenId(await discovered(provider, more.settings, more.egressOf), {
    allow: more.allow ?? [],
    sessionHours: 12,
    words: accessWords,
  });
  const tested = proxy({ ...more.options, config: { ...more.options?.config, access } });
  return { provider, tested };
}

/** A browser that keeps its cookies. */
function aBrowser({ app }: ProxyUnderTest) {
  const cookies = new Map<string, string>();
  const ask = async (
    path: string,
    init: Omit<RequestInit, 'headers'> & { readonly headers?: Record<string, string> } = {},
  ): Promise<Response> => {
    const Cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await app.fetch(
      arriving(path, { ...init, headers: { 'X-Footbridge': '1', Cookie, ...init.headers } }),
    );
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/Max-Age=0\b/.test(line)) cookies.delete(name);
      else cookies.set(name, value);
    }
    return answer;
  };
  const browser = {
    cookies,
    ask,
    post: (path: string, body: unknown): Promise<Response> =>
      ask(path, { method: 'POST', body: JSON.stringify(body) }),
    open: (path: string): Promise<Response> => ask(path, { headers: { Accept: 'text/html' } }),
    /** The provider's page, from the front door. */
    async provider(path = '/sign-in'): Promise<string> {
      return (await ask(path)).headers.get('location') ?? '';
    },
    /** What the provider sends the person back with. */
    async allowed(who = 'ada'): Promise<URL> {
      return allowAt(await browser.provider(), callback, undefined, who);
    },
    comeBack: (back: URL): Promise<Response> =>
      ask(`${back.pathname}${back.search}`, { headers: { 'Sec-Fetch-Site': 'cross-site' } }),
    async signIn(who = 'ada'): Promise<Response> {
      return browser.comeBack(await browser.allowed(who));
    },
  };
  return browser;
}

/** Nobody was let in, and the page says why. */
async function expectTrouble(
  browser: ReturnType<typeof aBrowser>,
  page: Response,
  status: number,
  said: string,
): Promise<string> {
  expect(page.status).toBe(status);
  const text = await page.text();
  expect(text).toContain(`<p role="alert">trouble ${said}`);
  expect((await refusalOf(await browser.ask('/api/session'))).code).toBe('proxy.not-signed-in');
  return text;
}

describe('a person without a session', () => {
  it('is sent to the provider and comes back to where they were going, with a session of their own', async () => {
    const { provider, tested } = await scene();
    const browser = aBrowser(tested);

    const door = await browser.open('/flows/7?step=a');
    expect([door.status, door.headers.get('location')]).toEqual([
      303,
      '/sign-in?to=%2Fflows%2F7%3Fstep%3Da',
    ]);
    const address = new URL(await browser.provider(door.headers.get('location') ?? ''));
    expect(address.origin).toBe(provider.origin);
    expect(Object.fromEntries(address.searchParams)).toEqual({
      client_id: 'footbridge',
      response_type: 'code',
      redirect_uri: callback,
      scope: 'openid email profile',
      state: expect.stringMatching(/^[\w-]{43}$/) as string,
      nonce: expect.stringMatching(/^[\w-]{43}$/) as string,
      code_challenge: expect.stringMatching(/^[\w-]{43}$/) as string,
      code_challenge_method: 'S256',
    });

    const page = await browser.comeBack(await allowAt(address.href, callback));
    expect(page.status).toBe(200);
    expect(page.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^footbridge-enter-4400-[\w-]{12}=; Path=\/; Max-Age=0;/),
      expect.stringMatching(
        /^footbridge-4400=[\w.-]+; Path=\/; Max-Age=43200; HttpOnly; SameSite=Strict$/,
      ),
    ]);
    // By itself, from a page of ours: after a redirect from another site the browser would hold the cookie back.
    expect(await page.text()).toContain('http-equiv="refresh" content="0;url=/flows/7?step=a"');
    expect((await browser.open('/flows/7?step=a')).status).toBe(200);
    expect(await (await browser.ask('/api/session')).json()).toEqual({
      canSignOut: true,
      person: 'ada@example.com',
      ends: tested.now() + 12 * hourMs,
    });
  });

  it('asks the provider through the one outbound function, and by no other way', async () => {
    const sent: string[] = [];
    const { provider, tested } = await scene({
      egressOf: (egress) => ({
        ...egress,
        send: (request) => {
          sent.push(request.url.pathname);
          return egress.send(request);
        },
      }),
    });
    const browser = aBrowser(tested);
    const back = await browser.allowed();
    const other = vi.spyOn(globalThis, 'fetch');
    try {
      await browser.comeBack(back);
      expect(other).not.toHaveBeenCalled();
    } finally {
      other.mockRestore();
    }
    expect(sent).toEqual(['/.well-known/openid-configuration', '/token', '/jwks', '/me']);
    expect(provider.askedByProgram).toEqual(sent);
  });

  it('has calls refused, and gets no catalog', async () => {
    const { tested } = await scene();
    for (const path of ['/api/catalog', '/api/places', '/api/session'])
      expect((await refusalOf(await aBrowser(tested).ask(path))).status).toBe(401);
  });

  it('who follows a link of another site is asked for by a page of ours first', async () => {
    const { tested } = await scene();
    const linked = await aBrowser(tested).ask('/', { headers: { 'Sec-Fetch-Site': 'cross-site' } });
    expect([linked.status, await linked.text()]).toEqual([
      200,
      expect.stringContaining('http-equiv="refresh"'),
    ]);
  });

  it('signs in in several tabs at once, and in the sixth the first ones are forgotten', async () => {
    const { tested } = await scene();
    const browser = aBrowser(tested);
    const [first, second] = [await browser.allowed(), await browser.allowed()];
    expect((await browser.comeBack(first)).status).toBe(200);
    expect((await browser.comeBack(second)).status).toBe(200);
    for (let tab = 1; tab <= 6; tab += 1) await browser.provider();
    expect([...browser.cookies.keys()].filter((name) => name.includes('enter'))).toHaveLength(1);
  });

  it('is sent to the name that the provider knows the server by, and has cookies for that name alone', async () => {
    const publicUrl = 'https://bridge.example';
    const provider = await openIdProvider({ footbridges: [publicUrl] });
    const { tested } = await scene({
      provider,
      options: { config: { publicUrl, listenHost: '0.0.0.0' } },
    });
    const other = await tested.app.fetch(arriving('/sign-in?to=%2Fflows%2F7'));
    const known = 'https://bridge.example/sign-in?to=%2Fflows%2F7&renamed=1';
    expect(other.headers.get('location')).toBe(known);
    // A proxy in front that changes the name again would send people round and round.
    const again = await tested.app.fetch(arriving(known.slice(publicUrl.length)));
    expect([again.status, await again.text()]).toEqual([
      400,
      expect.stringContaining('trouble other-name'),
    ]);
    const own = { headers: { Host: 'bridge.example' } };
    const begun = await tested.app.fetch(arriving('/sign-in', own));
    const [cookie = ''] = begun.headers.getSetCookie();
    expect(cookie).toMatch(
      /^__Host-footbridge-enter-4400-[\w-]{12}=[\w.-]+; Path=\/; Max-Age=600; HttpOnly; SameSite=Lax; Secure$/,
    );
    const back = await allowAt(
      begun.headers.get('location') ?? '',
      `${publicUrl}/sign-in/callback`,
    );
    const page = await tested.app.fetch(
      arriving(`${back.pathname}${back.search}`, {
        headers: { ...own.headers, Cookie: cookie.split(';')[0] ?? '' },
      }),
    );
    expect(page.headers.getSetCookie()[1]).toMatch(/^__Host-footbridge-4400=.*; Secure$/);
  });
});

describe('a person who is not on the list', () => {
  it.each([['ada@example.com'], ['@example.com'], ['groups=editors'], ['sub=ada']])(
    'is told so in words, with who they are; %s lets another in',
    async (rule) => {
      const { provider, tested } = await scene({ allow: [rule] });
      const eve = aBrowser(tested);
      const text = await expectTrouble(
        eve,
        await eve.signIn('eve'),
        403,
        `not-allowed ${provider.host} ada@example.com`,
      );
      const [, other = ''] = /<a href="([^"]+)">Somebody else</.exec(text) ?? [];
      expect(new URL(await eve.provider(other)).searchParams.get('prompt')).toBe('login');
      expect((await aBrowser(tested).signIn('ada')).status).toBe(200);
    },
  );

  it('is out as soon as the list is another one', async () => {
    const provider = await openIdProvider();
    const options = { keys: keyRingOf([createKeyText()], 'the test'), store: createMemoryStore() };
    const before = await scene({ provider, options });
    const browser = aBrowser(before.tested);
    await browser.signIn('eve');
    const same = await scene({ provider, options });
    const after = await scene({ provider, options, allow: ['groups=editors'] });
    const asked = await Promise.all(
      [same, after].map(async ({ tested }) => {
        const { cookies, ask } = aBrowser(tested);
        for (const [name, value] of browser.cookies) cookies.set(name, value);
        return (await ask('/api/session')).status;
      }),
    );
    expect(asked).toEqual([200, 401]);
  });
});

describe('an answer of the provider', () => {
  it('with another state opens nothing, and its code goes nowhere', async () => {
    const { provider, tested } = await scene();
    const browser = aBrowser(tested);
    const back = await browser.allowed();
    back.searchParams.set('state', 'a-state-that-nobody-began');
    await expectTrouble(browser, await browser.comeBack(back), 400, 'unknown');
    expect(provider.askedByProgram).not.toContain('/token');
  });

  it('that belongs to another browser opens nothing', async () => {
    const { provider, tested } = await scene();
    const back = await aBrowser(tested).allowed();
    const other = aBrowser(tested);
    await other.provider();
    await expectTrouble(other, await other.comeBack(back), 400, 'unknown');
    expect(provider.askedByProgram).not.toContain('/token');
  });

  it('opens nothing a second time, in the same browser or with a copy of its cookies', async () => {
    const { tested } = await scene();
    const browser = aBrowser(tested);
    const back = await browser.allowed();
    const copy = aBrowser(tested);
    for (const [name, value] of browser.cookies) copy.cookies.set(name, value);
    expect((await browser.comeBack(back)).status).toBe(200);
    browser.cookies.delete(`footbridge-${ownPort}`);
    await expectTrouble(browser, await browser.comeBack(back), 400, 'unknown');
    await expectTrouble(copy, await copy.comeBack(back), 400, 'used');
  });

  it('that comes after ten minutes opens nothing', async () => {
    const { tested } = await scene();
    const browser = aBrowser(tested);
    const back = await browser.allowed();
    tested.advance(10 * 60_000 + 1);
    await expectTrouble(browser, await browser.comeBack(back), 400, 'unknown');
  });

  it('of another provider opens nothing, and its code goes nowhere (RFC 9207)', async () => {
    const { provider, tested } = await scene();
    for (const issuer of ['https://evil.example', undefined]) {
      const browser = aBrowser(tested);
      const back = await browser.allowed();
      if (issuer === undefined) back.searchParams.delete('iss');
      else back.searchParams.set('iss', issuer);
      await expectTrouble(browser, await browser.comeBack(back), 502, 'not-understood');
    }
    expect(provider.askedByProgram).not.toContain('/token');
  });

  it('for another nonce opens nothing', async () => {
    const { tested } = await scene();
    const browser = aBrowser(tested);
    const address = new URL(await browser.provider());
    address.searchParams.set('nonce', 'a-nonce-of-somebody-else');
    const back = await allowAt(address.href, callback);
    await expectTrouble(browser, await browser.comeBack(back), 502, 'not-understood');
  });

  it.each([
    [
      'is of another person',
      ([head, body, mac]: string[]) => [head, changed(body, { sub: 'eve' }), mac],
    ],
    [
      'is for another client',
      ([head, body, mac]: string[]) => [head, changed(body, { aud: 'other' }), mac],
    ],
    ['is not signed', ([head, body]: string[]) => [changed(head, { alg: 'none' }), body, '']],
    ['is signed by nobody known', ([head, body]: string[]) => [head, body, 'A'.repeat(342)]],
  ] as const)('whose ID token %s opens nothing', async (_what, change) => {
    const { provider, tested } = await scene();
    provider.instead = (path, real) => {
      if (path !== '/token') return undefined;
      const tokens = JSON.parse(real) as { id_token: string };
      return {
        body: JSON.stringify({ ...tokens, id_token: change(tokens.id_token.split('.')).join('.') }),
      };
    };
    const browser = aBrowser(tested);
    await expectTrouble(browser, await browser.signIn(), 502, 'not-understood');
  });

  it('with facts about another person opens nothing', async () => {
    const { provider, tested } = await scene({ allow: ['groups=editors'] });
    provider.instead = (path) =>
      path === '/me' ? { body: '{"sub":"ada","groups":["editors"]}' } : undefined;
    const browser = aBrowser(tested);
    await expectTrouble(browser, await browser.signIn('eve'), 502, 'not-understood');
  });

  it('that says no is told in words, and nothing of its own text is shown', async () => {
    const { provider, tested } = await scene();
    for (const [error, said, status] of [
      ['access_denied', 'declined', 403],
      ['temporarily_unavailable', 'unreachable', 503],
      ['invalid_scope', 'refused', 502],
      ['<b>no</b>', 'refused', 502],
    ] as const) {
      const browser = aBrowser(tested);
      const state = new URL(await browser.provider()).searchParams.get('state') ?? '';
      const back = new URL(callback);
      back.search = String(
        new URLSearchParams({
          error,
          error_description: 'call this number',
          state,
          iss: provider.origin,
        }),
      );
      const text = await expectTrouble(browser, await browser.comeBack(back), status, said);
      expect(text).not.toMatch(/call this number|<b>/);
    }
  });
});

function changed(part: string | undefined, to: object): string {
  const content = JSON.parse(Buffer.from(part ?? '', 'base64url').toString()) as object;
  return Buffer.from(JSON.stringify({ ...content, ...to })).toString('base64url');
}

describe('a provider that is down', () => {
  it('leaves those who are inside where they are, tells the others, and lets them in when it is back', async () => {
    const { provider, tested } = await scene();
    const [ada, eve] = [aBrowser(tested), aBrowser(tested)];
    await ada.signIn();
    const back = await eve.allowed('eve');
    provider.instead = () => ({ status: 503, body: 'closed' });
    const text = await expectTrouble(eve, await eve.comeBack(back), 503, 'unreachable');
    expect(text).toContain('<a href="/sign-in">Sign in</a>');
    expect((await ada.ask('/api/session')).status).toBe(200);
    provider.instead = undefined;
    expect((await eve.signIn('eve')).status).toBe(200);
  });

  it('that is gone is told in words too', async () => {
    const { provider, tested } = await scene();
    const browser = aBrowser(tested);
    const back = await browser.allowed();
    await provider.close();
    await expectTrouble(browser, await browser.comeBack(back), 503, 'unreachable');
  });

  it('and one that does not take the secret is told as the operator’s affair', async () => {
    const { tested } = await scene({ settings: { clientSecret: 'a-wrong-secret-0123456789' } });
    const browser = aBrowser(tested);
    const text = await expectTrouble(browser, await browser.signIn(), 502, 'client-refused');
    expect(text).not.toContain('a-wrong-secret');
  });

  it.each([
    ['nobody answers', 'http://127.0.0.1:9', 'does not answer (service-unreachable)'],
    ['it is no host', 'https://login.example.invalid', 'does not answer (host-not-found)'],
    ['it is not https', 'http://login.example.com', 'is not https'],
    ['it is inside a network', 'https://10.0.0.5', 'FOOTBRIDGE_ALLOW=10.0.0.5:443'],
  ])('at the start is told to the operator: %s', async (_what, issuer, said) => {
    const settings = { issuer, clientId: 'a', clientSecret: 'secret-0123456789', scopes: 'openid' };
    const refusal = await discoverProvider(settings, wayOut(['127.0.0.1:9'])).catch(String);
    expect(refusal).toContain(`FOOTBRIDGE_OIDC_ISSUER: ${issuer}`);
    expect(refusal).toContain(said);
    expect(refusal).not.toContain('secret-0123456789');
  });

  it.each([
    ['it fails', { status: 500, body: '{}' }, 'not as an OpenID Connect provider'],
    ['it is a page', { body: '<!doctype html>' }, 'not as an OpenID Connect provider'],
    [
      'it is another one',
      { body: '{"issuer":"https://other.example"}' },
      'says of itself that it is https://other.example',
    ],
  ])('at the start is told to the operator by what it says: %s', async (_what, answer, said) => {
    const provider = await openIdProvider();
    provider.instead = () => answer;
    await expect(discovered(provider)).rejects.toThrow(said);
  });

  it('at the start is told to the operator when it cannot sign anybody in', async () => {
    const provider = await openIdProvider();
    provider.instead = () => ({ body: JSON.stringify({ issuer: provider.origin }) });
    await expect(discovered(provider)).rejects.toThrow('does not say where people sign in');
  });
});

describe('the session of a person', () => {
  it('ends after its hours, whether the page was loaded in between or not', async () => {
    const { tested } = await scene();
    const browser = aBrowser(tested);
    await browser.signIn();
    tested.advance(11 * hourMs);
    const document = await browser.open('/');
    expect([document.status, document.headers.get('set-cookie')]).toEqual([200, null]);
    expect((await browser.ask('/api/session')).status).toBe(200);
    tested.advance(hourMs);
    expect((await refusalOf(await browser.ask('/api/session'))).code).toBe('proxy.not-signed-in');
    expect((await browser.open('/flows/7')).headers.get('location')).toBe(
      '/sign-in?to=%2Fflows%2F7',
    );
    expect((await browser.signIn()).status).toBe(200);
    expect((await browser.open('/flows/7')).status).toBe(200);
  });

  it('is signed out here and at the provider, and is none any more, also in a copy', async () => {
    const { provider, tested } = await scene();
    const browser = aBrowser(tested);
    await browser.signIn();
    const copy = aBrowser(tested);
    for (const [name, value] of browser.cookies) copy.cookies.set(name, value);
    const out = await browser.ask('/api/session', { method: 'DELETE' });
    const { next } = (await out.json()) as { next: string };
    const address = new URL(next);
    expect([address.origin, address.pathname]).toEqual([provider.origin, '/session/end']);
    expect(Object.fromEntries(address.searchParams)).toEqual({
      client_id: 'footbridge',
      post_logout_redirect_uri: `${footbridge}/sign-in/ended`,
      id_token_hint: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/) as string,
    });
    expect(await (await fetch(next)).text()).toContain('/session/end/confirm');
    for (const one of [browser, copy]) expect((await one.ask('/api/session')).status).toBe(401);
    expect(await (await browser.ask('/sign-in/ended')).text()).toContain('Signed out');
  });

  it('is signed out here alone where the provider has no page for it', async () => {
    const provider = await openIdProvider();
    provider.instead = (path, real) => {
      if (!path.startsWith('/.well-known/')) return undefined;
      const { end_session_endpoint: _end, ...facts } = JSON.parse(real) as Record<string, unknown>;
      return { body: JSON.stringify(facts) };
    };
    const { tested } = await scene({ provider });
    const browser = aBrowser(tested);
    await browser.signIn();
    const out = await browser.ask('/api/session', { method: 'DELETE' });
    expect(await out.json()).toEqual({ next: '/sign-in/ended' });
  });

  it('is not ended by another website', async () => {
    const { tested } = await scene();
    const browser = aBrowser(tested);
    await browser.signIn();
    const headers = { Origin: 'https://evil.example' };
    await browser.ask('/api/session', { method: 'DELETE', headers });
    expect((await browser.ask('/api/session')).status).toBe(200);
  });
});

describe('the workspace of a person', () => {
  it('opens its own seals, in a later session too, and no seal of another person', async () => {
    const target = await service((_request, response) => response.end('reached'));
    const origin = `http://127.0.0.1:${target.port}`;
    const { tested } = await scene({
      options: {
        allow: [`127.0.0.1:${target.port}`],
        components: [aComponent('catalog:test', [origin], bearer)],
      },
    });
    const [ada, adaAgain, eve] = [aBrowser(tested), aBrowser(tested), aBrowser(tested)];
    await ada.signIn('ada');
    await adaAgain.signIn('ada');
    await eve.signIn('eve');
    const sealed = await ada.post('/api/credentials', {
      component: 'catalog:test',
      type: 'key',
      values: { key: 'a-secret-of-ada-0123456789' },
    });
    const { token } = (await sealed.json()) as { token: string };
    const call = (browser: ReturnType<typeof aBrowser>): Promise<Response> =>
      browser.post('/api/call', {
        component: 'catalog:test',
        effect: 'read',
        origin,
        method: 'GET',
        path: '/',
        query: [],
        headers: [],
        credential: token,
      });
    expect(await (await call(adaAgain)).text()).toBe('reached');
    expect(await refusalOf(await call(eve))).toMatchObject({
      status: 401,
      code: 'proxy.credential-other-workspace',
    });
    expect(target.received).toHaveLength(1);
  });
});
