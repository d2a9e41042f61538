/** Acceptance: OAuth 2 against a real authorization server (oidc-provider), with its sign-in and consent pages. */
import { exportPKCS8, generateKeyPair } from 'jose';
import { afterEach, describe, expect, it } from 'vitest';
import type { Component, OAuth2Rule } from '../catalog/contract.ts';
import {
  answerHeaders,
  type SealAnswer,
  type SignInProgress,
  type SignInStarted,
} from './contract.ts';
import { challengeOf } from './oauth/pkce.ts';
import { createMemoryStore, type ProxyStore } from './store.ts';
import {
  allowAt,
  clientSecret,
  jwtIssuer,
  startAuthorizationServer,
  type AuthorizationServer,
} from './testing/authorization-server.ts';
import {
  aComponent,
  arriving,
  ownPort,
  refusalOf,
  type Browser,
  type ProxyUnderTest,
} from './testing/proxy-under-test.ts';
import { proxy, service } from './testing/scene.ts';
import { createKeyText, keyRingOf } from './vault/keys.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});
async function authorizationServer(
  options: Parameters<typeof startAuthorizationServer>[0] = {},
): Promise<AuthorizationServer> {
  const server = await startAuthorizationServer(options);
  closing.push(server.close);
  return server;
}

type Options = NonNullable<Parameters<typeof proxy>[0]>;
/** Every address that a service sends people back to begins so. */
const callback = `http://127.0.0.1:${ownPort}/oauth/callback/`;
const id = 'catalog:test';

function signInRule({ origin }: AuthorizationServer): OAuth2Rule {
  return {
    scheme: 'oauth2',
    grant: 'authorization-code',
    authorizeUrl: `${origin}/auth`,
    tokenUrl: `${origin}/token`,
    revokeUrl: `${origin}/token/revocation`,
    clientId: '/clientId',
    clientSecret: '/clientSecret',
    scopes: ['openid', 'offline_access', 'orders'],
    authorizeParameters: { prompt: 'consent' },
  };
}

/** Somebody has an account at the service, and a Footbridge that knows how to sign in there. */
async function scene(
  server: AuthorizationServer,
  auth: OAuth2Rule = signInRule(server),
  more: Pick<Options, 'allow' | 'store' | 'keys' | 'config'> & { readonly fields?: string[] } = {},
) {
  const component: Component = aComponent(
    id,
    [server.origin],
    auth,
    more.fields ?? ['clientId', 'clientSecret'],
  );
  const { fields: _fields, ...options } = more;
  const tested = proxy({ allow: [server.host], components: [component], ...options });
  const browser = await tested.browser();
  const me = (token: string): Promise<Response> =>
    browser.call({ origin: server.origin, path: '/api/me', credential: token });
  return { tested, browser, me };
}

function callOfMe({ origin }: AuthorizationServer) {
  return {
    component: id,
    effect: 'read',
    origin,
    method: 'GET',
    path: '/api/me',
    query: [],
    headers: [],
  };
}

const desk = { clientId: 'desk', clientSecret };

async function begin(browser: Browser, values: Record<string, string> = desk) {
  const answer = await browser.post('/api/sign-ins', { component: id, type: 'key', values });
  if (!answer.ok) throw new Error(await answer.text());
  const [cookie = ''] = (answer.headers.get('set-cookie') ?? '').split(';');
  return { started: (await answer.json()) as SignInStarted, cookie };
}

/** The window comes back from the service: with the cookie that any site's answer brings along, and no other. */
function comeBack(tested: ProxyUnderTest, back: URL, cookie: string): Promise<Response> {
  const headers: Record<string, string> = { 'Sec-Fetch-Site': 'cross-site', Cookie: cookie };
  return Promise.resolve(tested.app.fetch(arriving(`${back.pathname}${back.search}`, { headers })));
}

async function progress(browser: Browser, { id: signIn }: SignInStarted): Promise<SignInProgress> {
  return (await (await browser.ask(`/api/sign-ins/${signIn}`)).json()) as SignInProgress;
}

async function sealedBy(browser: Browser, started: SignInStarted): Promise<SealAnswer> {
  const ended = await progress(browser, started);
  if (ended.state !== 'done') throw new Error('it is still waiting');
  return ended.answer;
}

/** From the button to the seal, with everything the person does in between. */
async function signedIn(server: AuthorizationServer, made: Awaited<ReturnType<typeof scene>>) {
  const { started, cookie } = await begin(made.browser);
  const back = await allowAt(started.window ?? '', callback);
  const page = await comeBack(made.tested, back, cookie);
  return { started, page, back, cookie, sealed: await sealedBy(made.browser, started) };
}

// Source: RFC 7636, appendix B.
it('makes the challenge of a verifier as RFC 7636 does', () => {
  expect(challengeOf('dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk')).toBe(
    'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
  );
});

describe('signing in in a window', () => {
  it('ends with a seal that calls the service as the person who allowed it', async () => {
    const server = await authorizationServer();
    const made = await scene(server);
    const { sealed, page } = await signedIn(server, made);
    expect(page.status).toBe(200);
    expect(sealed.hosts).toEqual([server.host]);
    expect(sealed.hints).toEqual({ clientId: '…', clientSecret: '…0123' });

    const answer = await made.me(sealed.token);
    expect(answer.headers.get(answerHeaders.status)).toBe('200');
    expect(await answer.json()).toEqual({ who: 'ada', token: '********' });
    expect(server.granted).toEqual(['authorization_code']);
  });

  it('sends state, challenge and nonce, and no secret, with the person', async () => {
    const server = await authorizationServer();
    const { browser } = await scene(server);
    const { started } = await begin(browser);
    const asked = Object.fromEntries(new URL(started.window ?? '').searchParams);
    expect(asked).toMatchObject({
      response_type: 'code',
      client_id: 'desk',
      redirect_uri: `${callback}at/${server.host.replace(':', '~')}`,
      code_challenge_method: 'S256',
      scope: 'openid offline_access orders',
      prompt: 'consent',
    });
    expect(asked['state']).toMatch(/^[\w-]{22}$/);
    expect(asked['nonce']).toMatch(/^[\w-]{22}$/);
    expect(asked['code_challenge']).toMatch(/^[\w-]{43}$/);
    expect(JSON.stringify(started)).not.toContain(clientSecret);
  });

  it('tells neither window nor page a token, a code or the form’s secret', async () => {
    const server = await authorizationServer();
    const made = await scene(server);
    const { page, sealed, back } = await signedIn(server, made);
    await (await made.me(sealed.token)).text();
    const [access = ''] = server.seen;
    const html = await page.text();
    expect(access.length).toBeGreaterThan(20);
    for (const told of [html, JSON.stringify(sealed)]) {
      expect(told).not.toContain(access);
      expect(told).not.toContain(clientSecret);
      expect(told).not.toContain(back.searchParams.get('code'));
    }
    expect(page.headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(page.headers.get('cache-control')).toBe('no-store');
  });

  it('gives the seal once', async () => {
    const server = await authorizationServer();
    const made = await scene(server);
    const { started } = await signedIn(server, made);
    expect(await refusalOf(await made.browser.ask(`/api/sign-ins/${started.id}`))).toMatchObject({
      status: 404,
      code: 'proxy.sign-in-unknown',
    });
  });

  it('says so in window and page when the person does not allow it', async () => {
    const server = await authorizationServer();
    const { tested, browser } = await scene(server);
    const { started, cookie } = await begin(browser);
    const state = new URL(started.window ?? '').searchParams.get('state') ?? '';
    const back = new URL(
      `${callback}at/${server.host.replace(':', '~')}?error=access_denied&error_description=%3Cb%3Eno%3C/b%3E&state=${state}`,
    );
    const page = await comeBack(tested, back, cookie);
    expect(page.status).toBe(403);
    const html = await page.text();
    expect(html).toContain('proxy.sign-in-declined');
    expect(html).not.toContain('<b>no');
    expect(await refusalOf(await browser.ask(`/api/sign-ins/${started.id}`))).toMatchObject({
      code: 'proxy.sign-in-declined',
    });
  });

  it.each([
    ['another browser', (cookie: string) => `${cookie.slice(0, -4)}0000`],
    ['a browser without its cookie', () => ''],
  ])('is not finished by %s', async (_who, cookieOf) => {
    const server = await authorizationServer();
    const { tested, browser } = await scene(server);
    const { started, cookie } = await begin(browser);
    const back = await allowAt(started.window ?? '', callback);
    expect((await comeBack(tested, back, cookieOf(cookie))).status).toBe(403);
    expect(server.asked).toEqual([]);
  });

  // RFC 9207: oidc-provider names itself in every answer.
  it.each([
    ['another service', ['https://honest.example']],
    ['no address', ['honest']],
    ['its own service and another one', ['own', 'https://honest.example']],
  ])(
    'does not take the code of an answer that names %s, and goes on waiting',
    async (_who, named) => {
      const server = await authorizationServer();
      const { tested, browser } = await scene(server);
      const { started, cookie } = await begin(browser);
      const back = await allowAt(started.window ?? '', callback);
      expect(back.searchParams.get('iss')).toBe(server.origin);
      const mixedUp = new URL(back);
      mixedUp.searchParams.delete('iss');
      for (const issuer of named)
        mixedUp.searchParams.append('iss', issuer === 'own' ? server.origin : issuer);

      const page = await comeBack(tested, mixedUp, cookie);
      expect(page.status).toBe(403);
      expect(await page.text()).toContain('proxy.sign-in-other-service');
      expect(server.asked).toEqual([]);
      expect((await comeBack(tested, back, cookie)).status).toBe(200);
    },
  );

  // RFC 9700, section 4.4: a dishonest service sends the browser on to an honest one that names itself in no answer.
  it('does not take the code of an answer that came to another service’s address, and goes on waiting', async () => {
    const [dishonest, honest] = [await authorizationServer(), await authorizationServer()];
    const { tested, browser } = await scene(dishonest);
    const { started, cookie } = await begin(browser);
    const sentOn = new URL(started.window ?? '');
    const { searchParams } = sentOn;
    const own = searchParams.get('redirect_uri') ?? '';
    searchParams.set('redirect_uri', `${callback}at/${honest.host.replace(':', '~')}`);
    const back = await allowAt(`${honest.origin}/auth${sentOn.search}`, callback);
    back.searchParams.delete('iss');

    const page = await comeBack(tested, back, cookie);
    expect([page.status, await page.text()]).toEqual([
      403,
      expect.stringContaining('proxy.sign-in-other-service'),
    ]);
    expect([dishonest.asked, honest.asked]).toEqual([[], []]);
    // The honest one sends nobody to an address that was registered at the other.
    searchParams.set('redirect_uri', own);
    const refused = await fetch(`${honest.origin}/auth${sentOn.search}`, { redirect: 'manual' });
    expect(refused.status).toBe(400);
    expect(
      (await comeBack(tested, await allowAt(started.window ?? '', callback), cookie)).status,
    ).toBe(200);
  });

  it('is finished by an answer that names no service, as many give it', async () => {
    const server = await authorizationServer();
    const { tested, browser } = await scene(server);
    const { started, cookie } = await begin(browser);
    const back = await allowAt(started.window ?? '', callback);
    back.searchParams.delete('iss');
    expect((await comeBack(tested, back, cookie)).status).toBe(200);
  });

  it('shows every host that learns of it, also the one that tokens are given back to', async () => {
    const server = await authorizationServer();
    const auth = { ...signInRule(server), revokeUrl: 'https://revoke.example/token' } as OAuth2Rule;
    const { sealed } = await signedIn(server, await scene(server, auth));
    expect(sealed.hosts).toEqual([server.host, 'revoke.example']);

    const open = { ...auth, revokeUrl: 'https://a@revoke.example/token' } as OAuth2Rule;
    const { browser } = await scene(server, open);
    const answer = await browser.post('/api/sign-ins', {
      component: id,
      type: 'key',
      values: desk,
    });
    expect((await refusalOf(answer)).code).toBe('proxy.address-not-valid');
  });

  it('is finished once, with its own state, within ten minutes', async () => {
    const server = await authorizationServer();
    const made = await scene(server);
    const { back, cookie } = await signedIn(server, made);
    expect((await comeBack(made.tested, back, cookie)).status).toBe(404);

    const other = new URL(back);
    other.searchParams.set('state', 'AAAAAAAAAAAAAAAAAAAAAA');
    expect((await comeBack(made.tested, other, cookie)).status).toBe(404);

    const { started, cookie: later } = await begin(made.browser);
    const late = await allowAt(started.window ?? '', callback);
    made.tested.advance(10 * 60_000);
    expect((await comeBack(made.tested, late, later)).status).toBe(404);
    expect(server.asked).toEqual(['authorization_code']);
  });

  it('belongs to the workspace that began it', async () => {
    const server = await authorizationServer();
    const { tested, browser } = await scene(server);
    const { started } = await begin(browser);
    const other = await tested.browser();
    expect((await other.ask(`/api/sign-ins/${started.id}`)).status).toBe(404);
    expect((await other.ask(`/api/sign-ins/${started.id}`, { method: 'DELETE' })).status).toBe(404);
  });

  it('says which of the app’s two is wrong, without the service’s redirects being followed', async () => {
    const server = await authorizationServer();
    const { tested, browser } = await scene(server);
    const { started, cookie } = await begin(browser, {
      clientId: 'desk',
      clientSecret: 'a-wrong-secret-0123',
    });
    const back = await allowAt(started.window ?? '', callback);
    await comeBack(tested, back, cookie);
    expect(await refusalOf(await browser.ask(`/api/sign-ins/${started.id}`))).toMatchObject({
      code: 'proxy.app-refused',
      params: { host: server.host },
    });
  });

  it('does not begin over an open line, or at an address that is none', async () => {
    const server = await authorizationServer();
    for (const [tokenUrl, code] of [
      ['http://tokens.example/token', 'proxy.https-needed'],
      ['javascript:alert(1)', 'proxy.address-not-valid'],
      ['https://a@b.example/token', 'proxy.address-not-valid'],
    ] as const) {
      const auth = { ...signInRule(server), authorizeUrl: tokenUrl } as OAuth2Rule;
      const { browser } = await scene(server, auth);
      const answer = await browser.post('/api/sign-ins', {
        component: id,
        type: 'key',
        values: desk,
      });
      expect((await refusalOf(answer)).code).toBe(code);
    }
  });
});

describe('a token that ends', () => {
  const hour = 3_600_000;

  it('is renewed once for many calls at once, and the page gets a fresh seal', async () => {
    const server = await authorizationServer();
    const made = await scene(server);
    const { sealed } = await signedIn(server, made);
    made.tested.advance(hour);
    const answers = await Promise.all(Array.from({ length: 8 }, () => made.me(sealed.token)));
    expect(answers.map(({ headers }) => headers.get(answerHeaders.status))).toEqual(
      Array.from({ length: 8 }, () => '200'),
    );
    expect(server.asked).toEqual(['authorization_code', 'refresh_token']);
    const fresh = answers[0]?.headers.get(answerHeaders.freshToken) ?? '';
    expect(fresh).not.toBe(sealed.token);
    const again = await made.me(fresh);
    expect([
      again.headers.get(answerHeaders.status),
      again.headers.get(answerHeaders.freshToken),
    ]).toEqual(['200', null]);
  });

  it('lives on in an older seal, generation after generation, after a restart too', async () => {
    const server = await authorizationServer();
    const shared = { store: createMemoryStore(), keys: keyRingOf([createKeyText()], 'the test') };
    const made = await scene(server, signInRule(server), shared);
    const { sealed } = await signedIn(server, made);
    for (let renewals = 1; renewals <= 3; renewals += 1) {
      made.tested.advance(hour);
      expect((await made.me(sealed.token)).headers.get(answerHeaders.status)).toBe('200');
      expect(server.asked.filter((grant) => grant === 'refresh_token')).toHaveLength(renewals);
    }
    const restarted = await scene(server, signInRule(server), shared);
    restarted.tested.advance(3 * hour);
    const answer = await restarted.tested.app.fetch(
      arriving('/api/call', {
        method: 'POST',
        headers: { Cookie: made.browser.cookie, 'X-Footbridge': '1' },
        body: JSON.stringify({ ...callOfMe(server), credential: sealed.token }),
      }),
    );
    expect(answer.headers.get(answerHeaders.status)).toBe('200');
    expect(server.asked.filter((grant) => grant === 'refresh_token')).toHaveLength(3);
  });

  it('is renewed a little before its end, by our own clock', async () => {
    const server = await authorizationServer();
    const made = await scene(server);
    const { sealed } = await signedIn(server, made);
    made.tested.advance(hour - 61_000);
    await made.me(sealed.token);
    expect(server.asked).toHaveLength(1);
    made.tested.advance(2_000);
    await made.me(sealed.token);
    expect(server.asked).toHaveLength(2);
  });

  it('is used to its very end while the service cannot renew it', async () => {
    const server = await authorizationServer();
    const made = await scene(server);
    const { sealed } = await signedIn(server, made);
    server.down = true;
    made.tested.advance(hour - 30_000);
    expect((await made.me(sealed.token)).headers.get(answerHeaders.status)).toBe('200');
    made.tested.advance(30_000);
    expect(await refusalOf(await made.me(sealed.token))).toMatchObject({
      code: 'proxy.tokens-unavailable',
      retryable: true,
    });
    server.down = false;
    expect((await made.me(sealed.token)).headers.get(answerHeaders.status)).toBe('200');
  });

  it('is renewed once when the service does not take it any more, and the call sent again', async () => {
    const server = await authorizationServer();
    const made = await scene(server);
    const { sealed } = await signedIn(server, made);
    await server.endAccess();
    const answer = await made.me(sealed.token);
    expect(answer.headers.get(answerHeaders.status)).toBe('200');
    expect(server.asked).toEqual(['authorization_code', 'refresh_token']);

    await server.endAccess();
    expect((await made.me(sealed.token)).headers.get(answerHeaders.status)).toBe('200');
    expect(server.asked).toHaveLength(3);
  });

  it('is not renewed again and again for a service that takes none', async () => {
    const server = await authorizationServer();
    const made = await scene(server);
    const { sealed } = await signedIn(server, made);
    const never = { origin: server.origin, path: '/api/never', credential: sealed.token };
    for (let calls = 0; calls < 3; calls += 1)
      expect((await made.browser.call(never)).headers.get(answerHeaders.status)).toBe('401');
    expect(server.asked).toEqual(['authorization_code', 'refresh_token']);
  });

  it('whose right was withdrawn asks for a new sign-in, and asks the service once only', async () => {
    const server = await authorizationServer();
    const made = await scene(server);
    const { sealed } = await signedIn(server, made);
    await server.revokeAll();
    for (let calls = 0; calls < 3; calls += 1)
      expect(await refusalOf(await made.me(sealed.token))).toMatchObject({
        status: 401,
        code: 'proxy.sign-in-again',
        params: { host: server.host },
        retryable: false,
      });
    expect(server.asked).toEqual(['authorization_code', 'refresh_token']);
  });

  it('is given back to the service when the account is deleted', async () => {
    const server = await authorizationServer();
    const made = await scene(server);
    const { sealed } = await signedIn(server, made);
    const [refresh = ''] = server.refreshTokens;
    expect(await server.takes(refresh)).toBe(true);
    const revoked = await made.browser.post('/api/credentials/revoke', { token: sealed.token });
    expect(revoked.status).toBe(204);
    expect(await server.takes(refresh)).toBe(false);
    expect((await refusalOf(await made.me(sealed.token))).code).toBe('proxy.credential-revoked');
  });

  it('is given back in its newest form when a renewal was under way', async () => {
    const server = await authorizationServer();
    const inner = createMemoryStore();
    const order: string[] = [];
    let whenRenewed = async (): Promise<void> => undefined;
    const store: ProxyStore = {
      ...inner,
      async keepTokens(tokens) {
        await whenRenewed();
        order.push(`keep ${tokens.generation}`);
        await inner.keepTokens(tokens);
      },
      forgetTokens(credential) {
        order.push(`forget ${inner.tokens(credential)?.generation}`);
        return inner.forgetTokens(credential);
      },
    };
    const made = await scene(server, signInRule(server), { store });
    const { sealed } = await signedIn(server, made);
    let revoked: Promise<Response> | undefined;
    whenRenewed = async () => {
      revoked = made.browser.post('/api/credentials/revoke', { token: sealed.token });
      for (let turns = 0; turns < 100; turns += 1) await new Promise((next) => setImmediate(next));
    };
    made.tested.advance(hour);
    await made.me(sealed.token);
    expect((await revoked)?.status).toBe(204);
    expect(order).toEqual(['keep 2', 'forget 2']);
    expect(await Promise.all(server.refreshTokens.map(server.takes))).toEqual([false, false]);
  });

  it('is not renewed by a call that began before the account was deleted', async () => {
    const server = await authorizationServer();
    const inner = createMemoryStore();
    let isDeleted = false;
    const store: ProxyStore = {
      ...inner,
      tokens(credential) {
        if (isDeleted) void inner.revoke(credential);
        return inner.tokens(credential);
      },
    };
    const made = await scene(server, signInRule(server), { store });
    const { sealed } = await signedIn(server, made);
    isDeleted = true;
    made.tested.advance(hour);
    expect((await refusalOf(await made.me(sealed.token))).code).toBe('proxy.credential-revoked');
    expect(server.asked).toEqual(['authorization_code']);
  });
});

describe('without a person', () => {
  const robot = { clientId: 'robot', clientSecret };
  const ruleOf = (server: AuthorizationServer): OAuth2Rule => ({
    scheme: 'oauth2',
    grant: 'client-credentials',
    tokenUrl: `${server.origin}/token`,
    clientId: '/clientId',
    clientSecret: '/clientSecret',
  });

  it('an app signs in for itself, and again when its token ends', async () => {
    const server = await authorizationServer();
    const { browser, me, tested } = await scene(server, ruleOf(server));
    const { token } = await browser.seal(id, robot);
    expect(await (await me(token)).json()).toEqual({ who: 'robot', token: '********' });
    tested.advance(3_600_000);
    expect((await me(token)).headers.get(answerHeaders.status)).toBe('200');
    expect(server.asked).toEqual(['client_credentials', 'client_credentials']);
  });

  it('an address of tokens that is inside is refused without a socket', async () => {
    const inside = await service();
    const server = await authorizationServer();
    const tokenUrl = `https://127.0.0.1:${inside.port}/token`;
    const { browser } = await scene(server, { ...ruleOf(server), tokenUrl } as OAuth2Rule);
    const answer = await browser.post('/api/credentials', {
      component: id,
      type: 'key',
      values: robot,
    });
    expect((await refusalOf(answer)).code).toBe('proxy.destination-not-allowed');
    expect(inside.sockets()).toBe(0);
  });

  it('an address of tokens that dies in the middle of its answer is told so, and the next sign-in works', async () => {
    let asked = 0;
    const dying = await service((_request, response) => {
      asked += 1;
      const body = JSON.stringify({
        access_token: 'a-token-of-this-test-0123',
        token_type: 'Bearer',
      });
      response.writeHead(200, {
        'Content-Type': 'application/json',
        'Content-Length': body.length,
      });
      if (asked > 1) return response.end(body);
      response.write(body.slice(0, 20), () => setTimeout(() => response.destroy(), 10));
    });
    const server = await authorizationServer();
    const host = `127.0.0.1:${dying.port}`;
    const rule = { ...ruleOf(server), tokenUrl: `http://${host}/token` } as OAuth2Rule;
    const { browser } = await scene(server, rule, { allow: [server.host, host] });
    const signIn = () =>
      browser.post('/api/credentials', { component: id, type: 'key', values: robot });
    expect(await refusalOf(await signIn())).toMatchObject({
      code: 'proxy.answer-cut',
      params: { host },
      retryable: true,
    });
    expect((await signIn()).status).toBe(200);
  });

  it('a wrong secret is told at the form, in the words of no secret', async () => {
    const server = await authorizationServer();
    const { browser } = await scene(server, ruleOf(server));
    const answer = await browser.post('/api/credentials', {
      component: id,
      type: 'key',
      values: { clientId: 'robot', clientSecret: 'a-wrong-secret-0123' },
    });
    const text = await answer.text();
    expect(text).toContain('proxy.app-refused');
    expect(text).not.toContain('a-wrong-secret');
  });

  it('a refresh token that a person has already is worth a sign-in, and a made-up one is not', async () => {
    const server = await authorizationServer();
    await signedIn(server, await scene(server));
    const rule = {
      ...ruleOf(server),
      grant: 'refresh-token',
      refreshToken: '/refreshToken',
    } as OAuth2Rule;
    const { browser, me } = await scene(server, rule, {
      fields: ['clientId', 'clientSecret', 'refreshToken'],
    });
    const seal = (refreshToken: string) =>
      browser.post('/api/credentials', {
        component: id,
        type: 'key',
        values: { ...desk, refreshToken },
      });
    const { token } = (await (await seal(server.refreshTokens[0] ?? '')).json()) as SealAnswer;
    expect(await (await me(token)).json()).toEqual({ who: 'ada', token: '********' });
    expect((await refusalOf(await seal('a-refresh-token-nobody-gave'))).code).toBe(
      'proxy.sign-in-again',
    );
  });

  // RFC 7523, sections 2.1 and 3: the statement is verified by jose, with issuer, audience, time and signature.
  it('a signed statement is taken for a sign-in, out of a key file as a service hands it out', async () => {
    const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
    const clock = { now: () => Date.now() };
    const server = await authorizationServer({ jwtKey: publicKey, now: () => clock.now() });
    const rule: OAuth2Rule = {
      scheme: 'oauth2',
      grant: 'jwt-bearer',
      tokenUrl: `${server.origin}/jwt-token`,
      algorithm: 'RS256',
      key: '/file/private_key',
      keyId: '/file/private_key_id',
      claims: { iss: { at: '/file/client_email' }, aud: `${server.origin}/jwt-token` },
    };
    const { browser, me, tested } = await scene(server, rule, { fields: ['file'] });
    clock.now = tested.now;
    const file = JSON.stringify({
      client_email: jwtIssuer,
      private_key: await exportPKCS8(privateKey),
      private_key_id: 'one',
    });
    const { token } = await browser.seal(id, { file });
    expect(await (await me(token)).json()).toEqual({ who: jwtIssuer, token: '********' });

    const other = await generateKeyPair('RS256', { extractable: true });
    const forged = JSON.stringify({
      client_email: jwtIssuer,
      private_key: await exportPKCS8(other.privateKey),
    });
    const refused = await browser.post('/api/credentials', {
      component: id,
      type: 'key',
      values: { file: forged },
    });
    expect(await refusalOf(refused)).toMatchObject({
      code: 'proxy.sign-in-refused',
      params: { why: 'the statement is not valid' },
    });
    const broken = await browser.post('/api/credentials', {
      component: id,
      type: 'key',
      values: { file: JSON.stringify({ client_email: jwtIssuer, private_key: 'not a key' }) },
    });
    expect((await refusalOf(broken)).code).toBe('proxy.key-not-readable');
  });
});

it('asks for a token by a service’s own name for a grant, with what it wants to know beside', async () => {
  const target = await service((_request, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ access_token: 'an-access-token-0123', expires_in: 3600 }));
  });
  const origin = `http://127.0.0.1:${target.port}`;
  const rule: OAuth2Rule = {
    scheme: 'oauth2',
    grant: 'client-credentials',
    grantType: 'account_credentials',
    tokenUrl: `${origin}/token`,
    clientId: '/clientId',
    clientSecret: '/clientSecret',
    tokenParameters: { account_id: { at: '/account' } },
  };
  const tested = proxy({
    allow: [`127.0.0.1:${target.port}`],
    components: [aComponent(id, [origin], rule, ['account', 'clientId', 'clientSecret'])],
  });
  const browser = await tested.browser();
  const { token } = await browser.seal(id, { ...desk, account: 'acme' });
  const [asked] = target.received;
  expect([...new URLSearchParams(asked?.body)]).toEqual([
    ['grant_type', 'account_credentials'],
    ['account_id', 'acme'],
  ]);
  const pair = Buffer.from(`desk:${clientSecret}`).toString('base64');
  expect(asked?.headers['authorization']).toBe(`Basic ${pair}`);
  await browser.call({ origin, credential: token });
  expect(target.received[1]?.headers['authorization']).toBe('Bearer an-access-token-0123');
});

describe('with a code that is typed elsewhere', () => {
  it('the page shows code and address, and gets the seal when the person has allowed it', async () => {
    const server = await authorizationServer();
    const rule: OAuth2Rule = {
      scheme: 'oauth2',
      grant: 'device-code',
      deviceUrl: `${server.origin}/device/auth`,
      tokenUrl: `${server.origin}/token`,
      clientId: '/clientId',
      scopes: ['openid', 'offline_access'],
    };
    const { browser, me, tested } = await scene(server, rule, { fields: ['clientId'] });
    const { started } = await begin(browser, { clientId: 'screen' });
    expect(started.code).toMatch(/^[A-Z]{4}-[A-Z]{4}$/);
    expect(started.address).toBe(`${server.origin}/device`);
    await allowAt(started.addressWithCode ?? '', callback, /sign-in success/i);
    tested.advance(5_000);
    const { token } = await sealedBy(browser, started);
    expect(await (await me(token)).json()).toEqual({ who: 'ada', token: '********' });
  });
});

describe('an app that the operator sets up', () => {
  const withApp = (server: AuthorizationServer): OAuth2Rule => {
    const { clientId: _id, clientSecret: _secret, ...rule } = signInRule(server);
    return { ...rule, app: 'test-desk' } as OAuth2Rule;
  };

  it('is asked for, shows the exact address to register, and is never shown again', async () => {
    const server = await authorizationServer();
    const store = createMemoryStore();
    const made = await scene(server, withApp(server), { fields: [], store });
    const values = {};
    const first = await made.browser.post('/api/sign-ins', { component: id, type: 'key', values });
    expect((await refusalOf(first)).code).toBe('proxy.app-not-set-up');
    const about = async () => (await made.browser.ask('/api/oauth-apps/test-desk')).json();
    expect(await about()).toEqual({
      isSetUp: false,
      maySetUp: true,
      redirect: `${callback}test-desk`,
      variable: 'FOOTBRIDGE_OAUTH_TEST_DESK_ID',
    });
    const set = await made.browser.ask('/api/oauth-apps/test-desk', {
      method: 'PUT',
      body: JSON.stringify({ id: 'desk', secret: clientSecret }),
    });
    expect(set.status).toBe(204);
    expect(await about()).toMatchObject({ isSetUp: true });
    expect(JSON.stringify(store.app('test-desk'))).not.toContain(clientSecret);

    const { started, cookie } = await begin(made.browser, values);
    await comeBack(made.tested, await allowAt(started.window ?? '', callback), cookie);
    const { token } = await sealedBy(made.browser, started);
    expect((await made.me(token)).headers.get(answerHeaders.status)).toBe('200');
  });

  it('comes from the environment first, and behind an access key from nowhere else', async () => {
    const server = await authorizationServer();
    const fixed = new Map([['TEST_DESK', { id: 'desk', secret: clientSecret }]]);
    const { browser } = await scene(server, withApp(server), {
      fields: [],
      config: { oauthApps: fixed },
    });
    const { started } = await begin(browser, {});
    expect(new URL(started.window ?? '').searchParams.get('client_id')).toBe('desk');
    const put = await browser.ask('/api/oauth-apps/test-desk', {
      method: 'PUT',
      body: JSON.stringify({ id: 'mine' }),
    });
    expect(await refusalOf(put)).toMatchObject({ status: 403, code: 'proxy.app-by-operator' });
    expect((await browser.ask('/api/oauth-apps/another')).status).toBe(404);
  });
});
