/** Signing in to Footbridge at a real OpenID Connect provider (oidc-provider), with its sign-in pages. */
import { expect } from 'vitest';
import { accessByOpenId } from '../access/open-id/access-by-open-id.ts';
import { discoverProvider, type ProviderSettings } from '../access/open-id/provider.ts';
import { createDestinations } from '../egress/destinations.ts';
import { createEgress, type Egress } from '../egress/egress.ts';
import { allowAt } from './authorization-server.ts';
import { providerSecret, startOpenIdProvider, type TestProvider } from './open-id-provider.ts';
import {
  accessWords,
  arriving,
  ownPort,
  refusalOf,
  type ProxyUnderTest,
} from './proxy-under-test.ts';
import { proxy } from './scene.ts';
import { closed } from '../../shared/testing/closed.ts';

export const footbridge = `http://127.0.0.1:${ownPort}`;

export const callback = `${footbridge}/sign-in/callback`;

export const hourMs = 60 * 60 * 1000;

type Options = NonNullable<Parameters<typeof proxy>[0]>;

export async function openIdProvider(
  options: Partial<Parameters<typeof startOpenIdProvider>[0]> = {},
): Promise<TestProvider> {
  return closed(await startOpenIdProvider({ footbridges: [footbridge], ...options }));
}

export function wayOut(allow: readonly string[]) {
  const destinations = createDestinations({
    allow,
    own: () => ({ port: ownPort, addresses: [] }),
  });
  return { egress: closed(createEgress({ destinations })), destinations };
}

export async function discovered(
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
export async function scene(
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
export function aBrowser({ app }: ProxyUnderTest) {
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
export async function expectTrouble(
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
