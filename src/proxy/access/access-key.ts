/**
 * The shared access key.
 *
 * 1. Everybody with the same key shares one workspace; another key is another workspace, and ends the sessions of the old.
 * 2. Wrong tries are few: five a minute for the whole server, counted before the key is compared.
 */
import { createHmac } from 'node:crypto';
import type { Context } from 'hono';
import { escapeHtml, plainPage } from '../plain-page.ts';
import { readBytes } from '../request-body.ts';
import { isSame } from '../session.ts';
import type { AccessMethod } from './access.ts';
import {
  createSignInRoutes,
  ownAddress,
  signedOutPath,
  signInAddress,
  type SignInWords,
} from './sign-in-pages.ts';

const shortestKey = 16;
const triesAMinute = 5;
const formBytes = 64 * 1024;
const yearMs = 365 * 24 * 60 * 60 * 1000;

interface AccessKeyWords extends SignInWords {
  readonly label: string;
  readonly wrong: string;
  readonly wait: string;
}

/** Throws an error for the operator when the key is too short. */
export function accessByKey(key: string, words: AccessKeyWords): AccessMethod {
  if (key.length < shortestKey)
    throw new Error(`FOOTBRIDGE_ACCESS_KEY has to be ${shortestKey} characters or longer.`);
  const workspace = createHmac('sha256', key)
    .update('footbridge workspace')
    .digest('base64url')
    .slice(0, 22);
  return {
    rules: { mark: workspace, lastsMs: yearMs, isProlonged: true },
    open({ sessions, door, now }) {
      const routes = createSignInRoutes(words);
      let wrongTries: number[] = [];

      function enter(givenKey: string): 'entered' | 'wrong' | 'wait' {
        wrongTries = wrongTries.filter((at) => at > now() - 60_000);
        if (wrongTries.length >= triesAMinute) return 'wait';
        if (isSame(key, givenKey)) return 'entered';
        wrongTries.push(now());
        return 'wrong';
      }

      routes.get('/', (context) => keyPage(words, goalOf(context)));
      routes.post('/', async (context) => {
        door.checkCaller((name) => context.req.header(name));
        const sent = (await readBytes(context.req.raw, formBytes)).toString('utf8');
        const entered = enter(new URLSearchParams(sent).get('key') ?? '');
        if (entered !== 'entered') return keyPage(words, goalOf(context), entered);
        return new Response(null, {
          status: 303,
          headers: {
            Location: goalOf(context),
            'Set-Cookie': sessions.begin({ workspace }).cookie,
            'Cache-Control': 'no-store',
          },
        });
      });
      return { routes, afterSignOut: () => signedOutPath };
    },
  };
}

function goalOf(context: Context): string {
  return ownAddress(context.req.query('to'));
}

function keyPage(words: AccessKeyWords, goal: string, problem?: 'wrong' | 'wait'): Response {
  return plainPage({
    status: problem === undefined ? 200 : problem === 'wait' ? 429 : 401,
    title: words.title,
    said: problem === undefined ? [] : [words[problem]],
    role: 'alert',
    form: `<form method="post" action="${escapeHtml(signInAddress(goal))}">
<label>${escapeHtml(words.label)}<input type="password" name="key" autocomplete="current-password" required autofocus></label>
<button>${escapeHtml(words.signIn)}</button>
</form>`,
  });
}
