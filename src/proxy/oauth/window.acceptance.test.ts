/** Acceptance: a person signs in to a service in a window. */
import { describe, expect, it } from 'vitest';
import type { OAuth2Rule } from '../../catalog/contract.ts';
import { answerHeaders } from '../contract.ts';
import { challengeOf } from './pkce.ts';
import { allowAt, clientSecret } from '../testing/authorization-server.ts';
import { refusalOf } from '../testing/proxy-under-test.ts';
import {
  authorizationServer,
  callback,
  id,
  signInRule,
  scene,
  desk,
  begin,
  comeBack,
  signedIn,
} from '../testing/oauth-scene.ts';

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
