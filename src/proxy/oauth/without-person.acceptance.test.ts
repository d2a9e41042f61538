/** Acceptance: an app signs in for itself. */
import { exportPKCS8, generateKeyPair } from 'jose';
import { describe, expect, it } from 'vitest';
import type { OAuth2Rule } from '../../catalog/contract.ts';
import { answerHeaders, type SealAnswer } from '../contract.ts';
import {
  clientSecret,
  jwtIssuer,
  type AuthorizationServer,
} from '../testing/authorization-server.ts';
import { aComponent, refusalOf } from '../testing/proxy-under-test.ts';
import { proxy, service } from '../testing/scene.ts';
import { authorizationServer, id, scene, desk, signedIn } from '../testing/oauth-scene.ts';

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
