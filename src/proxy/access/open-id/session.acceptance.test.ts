/** Acceptance: a session ends, and what a person has is theirs alone. */
import { describe, expect, it } from 'vitest';
import { aComponent, refusalOf } from '../../testing/proxy-under-test.ts';
import { bearer, service } from '../../testing/scene.ts';
import {
  footbridge,
  hourMs,
  openIdProvider,
  scene,
  aBrowser,
} from '../../testing/open-id-scene.ts';

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
