/** Signing in by OAuth 2 at a real authorization server (oidc-provider), with its sign-in and consent pages. */
import type { Component, OAuth2Rule } from '../../catalog/contract.ts';
import type { SealAnswer, SignInProgress, SignInStarted } from '../contract.ts';
import {
  allowAt,
  clientSecret,
  startAuthorizationServer,
  type AuthorizationServer,
} from './authorization-server.ts';
import {
  aComponent,
  arriving,
  ownPort,
  type Browser,
  type ProxyUnderTest,
} from './proxy-under-test.ts';
import { proxy } from './scene.ts';
import { closed } from '../../shared/testing/closed.ts';

export async function authorizationServer(
  options: Parameters<typeof startAuthorizationServer>[0] = {},
): Promise<AuthorizationServer> {
  return closed(await startAuthorizationServer(options));
}

type Options = NonNullable<Parameters<typeof proxy>[0]>;

/** Every address that a service sends people back to begins so. */
export const callback = `http://127.0.0.1:${ownPort}/oauth/callback/`;

export const id = 'catalog:test';

export function signInRule({ origin }: AuthorizationServer): OAuth2Rule {
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
export async function scene(
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

export function callOfMe({ origin }: AuthorizationServer) {
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

export const desk = { clientId: 'desk', clientSecret };

export async function begin(browser: Browser, values: Record<string, string> = desk) {
  const answer = await browser.post('/api/sign-ins', { component: id, type: 'key', values });
  if (!answer.ok) throw new Error(await answer.text());
  const [cookie = ''] = (answer.headers.get('set-cookie') ?? '').split(';');
  return { started: (await answer.json()) as SignInStarted, cookie };
}

/** The window comes back from the service: with the cookie that any site's answer brings along, and no other. */
export function comeBack(tested: ProxyUnderTest, back: URL, cookie: string): Promise<Response> {
  const headers: Record<string, string> = { 'Sec-Fetch-Site': 'cross-site', Cookie: cookie };
  return Promise.resolve(tested.app.fetch(arriving(`${back.pathname}${back.search}`, { headers })));
}

async function progress(browser: Browser, { id: signIn }: SignInStarted): Promise<SignInProgress> {
  return (await (await browser.ask(`/api/sign-ins/${signIn}`)).json()) as SignInProgress;
}

export async function sealedBy(browser: Browser, started: SignInStarted): Promise<SealAnswer> {
  const ended = await progress(browser, started);
  if (ended.state !== 'done') throw new Error('it is still waiting');
  return ended.answer;
}

/** From the button to the seal, with everything the person does in between. */
export async function signedIn(
  server: AuthorizationServer,
  made: Awaited<ReturnType<typeof scene>>,
) {
  const { started, cookie } = await begin(made.browser);
  const back = await allowAt(started.window ?? '', callback);
  const page = await comeBack(made.tested, back, cookie);
  return { started, page, back, cookie, sealed: await sealedBy(made.browser, started) };
}
