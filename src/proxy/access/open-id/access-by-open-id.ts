/**
 * Signing in at a provider (OpenID Connect): each person has a workspace of their own.
 *
 * 1. The workspace is made of issuer and subject, nothing else: a changed name or address of a person loses nothing, and
 *    nobody gets another's by taking over an address.
 * 2. A session lasts so many hours and is not prolonged. Whoever is taken off the list, or out of the provider, is out by then;
 *    changed settings end all sessions at once.
 * 3. The address of a person's browser after signing in is always one of our own.
 * 4. The ID token stays in memory, for signing out at the provider; no other token of it is kept.
 */
import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import { plainPage } from '../../plain-page.ts';
import type { AccessMethod } from '../access.ts';
import {
  createSignInRoutes,
  ownAddress,
  signedOutPath,
  signInAddress,
  signInPath,
  type SignInWords,
} from '../sign-in-pages.ts';
import { emailOf, isAllowed, parseAllowRule } from './allowed.ts';
import type { OpenIdProvider, SignedIn } from './provider.ts';
import type { SignInTrouble } from './trouble.ts';
import { createSignInsUnderWay } from './under-way.ts';

type Problem = SignInTrouble['problem'] | 'unknown' | 'not-allowed' | 'busy' | 'other-name';

interface OpenIdWords extends SignInWords {
  readonly going: string;
  readonly goOn: string;
  readonly somebodyElse: string;
  readonly trouble: (
    problem: Problem,
    params: { readonly host: string; readonly person: string; readonly code: string },
  ) => string;
}

const statusOf: Readonly<Record<Problem, number>> = {
  declined: 403,
  used: 400,
  'client-refused': 502,
  unreachable: 503,
  refused: 502,
  'not-understood': 502,
  unknown: 400,
  'not-allowed': 403,
  busy: 503,
  'other-name': 400,
};

const callbackPath = `${signInPath}/callback`;
const hourMs = 60 * 60 * 1000;
const mostFinishing = 32;
const keptIdTokens = 2_000;

/** What the operator registers at the provider. */
export const registeredPaths = { signIn: callbackPath, signOut: signedOutPath } as const;

/** Throws an error for the operator about `allow`. */
export function accessByOpenId(
  provider: OpenIdProvider,
  options: {
    readonly allow: readonly string[];
    readonly sessionHours: number;
    readonly words: OpenIdWords;
  },
): AccessMethod {
  const { allow, sessionHours, words } = options;
  const rules = allow.map(parseAllowRule);
  return {
    rules: {
      mark: hashOf([provider.issuer, provider.clientId, [...allow].sort(), sessionHours]),
      lastsMs: sessionHours * hourMs,
      isProlonged: false,
    },
    open({ sessions, originOf, ...deps }) {
      const routes = createSignInRoutes(words);
      const underWay = createSignInsUnderWay(deps);
      const idTokens = new Map<string, string>();
      let finishing = 0;

      function keepIdToken(id: string, token: string): void {
        const [oldest] = idTokens.keys();
        if (idTokens.size >= keptIdTokens && oldest !== undefined) idTokens.delete(oldest);
        idTokens.set(id, token);
      }

      routes.get('/', async (context) => {
        const origin = originOf(context.req.header('host'));
        const { to, again, renamed } = context.req.query();
        // The provider sends people back to one address, and cookies stay with the name they were set under.
        if (!isAskedUnder(origin, context)) {
          if (renamed === '1') return troublePage('other-name');
          return goTo(`${origin}${signInAddress(ownAddress(to), { renamed: '1' })}`);
        }
        const { address, proof } = await provider.begin(`${origin}${callbackPath}`, again === '1');
        const cookies = await underWay.begin(cookieOf(context), proof, ownAddress(to));
        return goTo(address, cookies);
      });

      routes.get('/callback', async (context) => {
        const { searchParams } = new URL(context.req.url);
        const cookie = cookieOf(context);
        const begun = await underWay.find(cookie, searchParams.get('state') ?? '');
        if (begun === undefined) return troublePage('unknown');
        const { found, forget } = begun;
        if (finishing >= mostFinishing) return troublePage('busy', found.goal);
        finishing += 1;
        try {
          const given = await provider.finish(searchParams, found);
          if ('problem' in given)
            return troublePage(given.problem, found.goal, [forget], { code: given.code ?? '' });
          const person = personOf(given);
          if (!isAllowed(given.claims, rules))
            return troublePage('not-allowed', found.goal, [forget], { person });
          const workspace = hashOf([given.claims.iss, given.claims.sub]).slice(0, 22);
          const begin = sessions.begin({ workspace, person });
          if (begin.session.id !== undefined) keepIdToken(begin.session.id, given.idToken);
          return plainPage({
            title: words.title,
            said: [words.going],
            role: 'status',
            ways: [{ label: words.goOn, address: found.goal }],
            goesTo: found.goal,
            cookies: [forget, begin.cookie],
          });
        } finally {
          finishing -= 1;
        }
      });

      return {
        routes,
        afterSignOut({ id = '' }, host) {
          const idToken = idTokens.get(id);
          idTokens.delete(id);
          const comesBack = `${originOf(host)}${signedOutPath}`;
          return provider.endAddress(idToken, comesBack) ?? signedOutPath;
        },
      };
    },
  };

  function troublePage(
    problem: Problem,
    goal = '/',
    cookies: readonly string[] = [],
    more: { readonly person?: string; readonly code?: string } = {},
  ): Response {
    const { host } = provider;
    return plainPage({
      status: statusOf[problem],
      title: words.title,
      said: [words.trouble(problem, { host, person: '', code: '', ...more })],
      role: 'alert',
      ways: [
        problem === 'not-allowed'
          ? { label: words.somebodyElse, address: signInAddress(goal, { again: '1' }) }
          : { label: words.signIn, address: signInAddress(goal) },
      ],
      cookies,
    });
  }
}

function goTo(address: string, cookies: readonly string[] = []): Response {
  const headers = new Headers({
    Location: address,
    'Cache-Control': 'no-store',
    'Referrer-Policy': 'no-referrer',
  });
  for (const cookie of cookies) headers.append('Set-Cookie', cookie);
  return new Response(null, { status: 303, headers });
}

function isAskedUnder(origin: string, context: Context): boolean {
  return new URL(origin).host === context.req.header('host')?.toLowerCase();
}

function cookieOf(context: Context): string | undefined {
  return context.req.header('cookie');
}

/** For the person to read: who is signed in. */
function personOf({ claims }: SignedIn): string {
  const names = [emailOf(claims), claims['preferred_username'], claims['name'], claims.sub];
  const name = names.find((given) => typeof given === 'string' && given.trim() !== '');
  return String(name)
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
    .slice(0, 80);
}

function hashOf(parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}
