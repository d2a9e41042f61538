/** Acceptance: a code that is typed elsewhere, and the app that the operator sets up. */
import { describe, expect, it } from 'vitest';
import type { OAuth2Rule } from '../../catalog/contract.ts';
import { answerHeaders } from '../contract.ts';
import { createMemoryStore } from '../store.ts';
import {
  allowAt,
  clientSecret,
  type AuthorizationServer,
} from '../testing/authorization-server.ts';
import { refusalOf } from '../testing/proxy-under-test.ts';
import {
  authorizationServer,
  callback,
  id,
  signInRule,
  scene,
  begin,
  comeBack,
  sealedBy,
} from '../testing/oauth-scene.ts';

describe('with a code that is typed elsewhere', () => {
  const deviceRule = (server: AuthorizationServer): OAuth2Rule => ({
    scheme: 'oauth2',
    grant: 'device-code',
    deviceUrl: `${server.origin}/device/auth`,
    tokenUrl: `${server.origin}/token`,
    clientId: '/clientId',
    scopes: ['openid', 'offline_access'],
  });

  it('the page shows code and address, and gets the seal when the person has allowed it', async () => {
    const server = await authorizationServer();
    const made = await scene(server, deviceRule(server), { fields: ['clientId'] });
    const { browser, me, tested } = made;
    const { started } = await begin(browser, { clientId: 'screen' });
    expect(started.code).toMatch(/^[A-Z]{4}-[A-Z]{4}$/);
    expect(started.address).toBe(`${server.origin}/device`);
    await allowAt(started.addressWithCode ?? '', callback, /sign-in success/i);
    tested.advance(5_000);
    const { token } = await sealedBy(browser, started);
    expect(await (await me(token)).json()).toEqual({ who: 'ada', token: '********' });
  });

  it('a page that went while the service was asked, or asks twice, gets the seal all the same', async () => {
    const server = await authorizationServer();
    const { browser, tested } = await scene(server, deviceRule(server), { fields: ['clientId'] });
    const { started } = await begin(browser, { clientId: 'screen' });
    await allowAt(started.addressWithCode ?? '', callback, /sign-in success/i);
    tested.advance(5_000);
    const page = new AbortController();
    const gone = browser.ask(`/api/sign-ins/${started.id}`, { signal: page.signal });
    await new Promise(setImmediate);
    page.abort();
    const [, sealed] = await Promise.all([gone, sealedBy(browser, started)]);
    expect(sealed.token).not.toBe('');
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
