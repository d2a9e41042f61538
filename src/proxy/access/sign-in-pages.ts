/** What every access method has: where a person comes back to, and what is said after signing out. */
import { Hono } from 'hono';
import { plainPage } from '../plain-page.ts';

export const signInPath = '/sign-in';
/** Opened in a window beside the page, so that nothing half-done in the page is lost. */
const signedInPath = '/sign-in/done';
export const signedOutPath = '/sign-in/ended';

export interface SignInWords {
  readonly title: string;
  readonly done: string;
  readonly close: string;
  readonly ended: string;
  readonly signIn: string;
}

export function createSignInRoutes(words: SignInWords): Hono {
  const routes = new Hono();
  routes.get('/done', () =>
    plainPage({
      title: words.title,
      said: [words.done, words.close],
      role: 'status',
      closesItself: true,
    }),
  );
  routes.get('/ended', () =>
    plainPage({
      title: words.title,
      said: [words.ended],
      role: 'status',
      ways: [{ label: words.signIn, address: '/' }],
    }),
  );
  return routes;
}

/** The address that signs in and then goes on to one of our own. */
export function signInAddress(goesOn: string, more: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams({ ...(goesOn === '/' ? {} : { to: goesOn }), ...more });
  return query.size === 0 ? signInPath : `${signInPath}?${query}`;
}

/** An address of this very page; anything else is its front door. */
export function ownAddress(given: string | undefined): string {
  const own = 'http://own.invalid';
  if (given === undefined || !given.startsWith('/') || !URL.canParse(given, own)) return '/';
  const url = new URL(given, own);
  const isOwn = url.origin === own && !url.pathname.startsWith('//') && given.length <= 1000;
  // Signing in leads to no other signing in.
  const isRound = url.pathname.startsWith(signInPath) && url.pathname !== signedInPath;
  return isOwn && !isRound ? `${url.pathname}${url.search}` : '/';
}
