/**
 * The shared access key: who may use a Footbridge that others can reach (P8).
 *
 * 1. Everybody with the same key shares one workspace; another key is another workspace, and ends the sessions of the old.
 * 2. Wrong tries are few: five a minute for the whole server, counted before the key is compared.
 */
import { createHmac } from 'node:crypto';
import { pageHeaders, pagePolicy } from './policy.ts';
import { isSame } from './session.ts';

const shortestKey = 16;
const triesAMinute = 5;

export interface Access {
  /** The one workspace of everybody who has the key. */
  readonly workspace: string;
  /** 'wait': there were too many wrong ones. */
  enter(givenKey: string): 'entered' | 'wrong' | 'wait';
  signInPage(problem?: 'wrong' | 'wait'): Response;
}

export interface SignInWords {
  readonly title: string;
  readonly label: string;
  readonly button: string;
  readonly wrong: string;
  readonly wait: string;
}

export function createAccess(options: {
  readonly key: string;
  readonly words: SignInWords;
  readonly now: () => number;
}): Access {
  const { key, words, now } = options;
  if (key.length < shortestKey)
    throw new Error(`FOOTBRIDGE_ACCESS_KEY has to be ${shortestKey} characters or longer.`);
  let wrongTries: number[] = [];
  return {
    workspace: createHmac('sha256', key)
      .update('footbridge workspace')
      .digest('base64url')
      .slice(0, 22),
    enter(givenKey) {
      wrongTries = wrongTries.filter((at) => at > now() - 60_000);
      if (wrongTries.length >= triesAMinute) return 'wait';
      if (isSame(key, givenKey)) return 'entered';
      wrongTries.push(now());
      return 'wrong';
    },
    signInPage(problem) {
      return new Response(toHtml(words, problem), {
        status: problem === undefined ? 200 : problem === 'wait' ? 429 : 401,
        headers: {
          ...pageHeaders(pagePolicy),
          'Content-Type': 'text/html; charset=utf-8',
          'Cache-Control': 'no-store',
        },
      });
    },
  };
}

function toHtml(words: SignInWords, problem: 'wrong' | 'wait' | undefined): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${words.title}</title>
<style>
body { font: 16px/1.5 system-ui, sans-serif; display: grid; place-items: center; min-height: 100vh; margin: 0 }
form { display: grid; gap: 12px; width: min(320px, 90vw) }
h1 { font-size: 22px; margin: 0 }
label { display: grid; gap: 4px }
input, button { font: inherit; padding: 8px 12px; border-radius: 8px; border: 1px solid GrayText }
button { cursor: pointer }
</style>
<form method="post" action="/sign-in">
<h1>${words.title}</h1>
${problem === undefined ? '' : `<p role="alert">${problem === 'wait' ? words.wait : words.wrong}</p>`}
<label>${words.label}<input type="password" name="key" autocomplete="current-password" required autofocus></label>
<button>${words.button}</button>
</form>
</html>`;
}
