/** Acceptance: a token that ends is renewed, and given back when nobody needs it any more. */
import { describe, expect, it } from 'vitest';
import { createBlobFiles } from '../../shared/index.ts';
import { answerHeaders } from '../contract.ts';
import { createServiceCalls } from '../page-call.ts';
import { createMemoryStore, type ProxyStore } from '../store.ts';
import { arriving, refusalOf } from '../testing/proxy-under-test.ts';
import { createKeyText, keyRingOf } from '../vault/keys.ts';
import {
  authorizationServer,
  signInRule,
  scene,
  callOfMe,
  signedIn,
} from '../testing/oauth-scene.ts';

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

  it('is renewed for a file that was on its way, and the page sends that once more', async () => {
    const server = await authorizationServer();
    const made = await scene(server);
    const { sealed } = await signedIn(server, made);
    await server.endAccess();
    const files = createBlobFiles();
    const { id, size } = await files.keep(new Blob(['a,b']).stream());
    const { call } = createServiceCalls(made.browser.ask, undefined, files);
    const content = { $attachment: id, name: 'a.csv', size };
    const answer = await call(
      {
        ...callOfMe(server),
        ...{ effect: 'write', method: 'PUT', query: [], headers: [] },
        body: { as: 'bytes', value: { name: 'a.csv', content } },
      },
      sealed.token,
    );
    expect(answer).toMatchObject({ kind: 'answered', status: 200 });
    expect(server.asked).toEqual(['authorization_code', 'refresh_token']);
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
