/**
 * What a caller who waits is answered.
 *
 * 1. It stands on the page's own origin, so it can do nothing there: no cookie, a sandbox of its own, types that no
 *    browser runs as a script, and only headers of a short list.
 * 2. Nobody waits longer than the limit; what the flow says afterwards is nobody's.
 */
import type { WebhookAnswer } from '../contract.ts';

/** Sentences for callers: the flow gave no answer, it stopped before, it took too long. */
export interface HookWords {
  readonly without: { readonly done: string; readonly failed: string };
  late(seconds: number): string;
}

const defaultLimitMs = 30_000;
const types =
  /^(application\/(json|xml|[a-z0-9.+-]+\+json)|text\/(plain|csv|html|xml))(; charset=utf-8)?$/;
const allowed: Readonly<Record<string, RegExp>> = {
  'content-type': types,
  location: /^(https?:\/\/|\/)[\x21-\x7e]*$/,
  'retry-after': /^\d{1,6}$/,
  'cache-control': /^(no-store|max-age=\d{1,6})$/,
};
const ownHeaders = {
  'Content-Security-Policy':
    "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data: https:",
  'X-Content-Type-Options': 'nosniff',
  'Cache-Control': 'no-store',
} as const;
const withoutBody: ReadonlySet<number> = new Set([204, 205, 304]);

export async function answerCaller(
  answered: Promise<WebhookAnswer>,
  caller: AbortSignal,
  words: HookWords,
  giveUp: () => void,
  limitMs = defaultLimitMs,
): Promise<Response> {
  const limit = new AbortController();
  const over = new Promise<'late'>((resolve) => {
    const end = (): void => resolve('late');
    const timer = setTimeout(end, limitMs);
    limit.signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
    caller.addEventListener('abort', end, { once: true });
  });
  try {
    const said = await Promise.race([answered, over]);
    if (said === 'late') {
      giveUp();
      return inWords(504, words.late(Math.round(limitMs / 1000)));
    }
    return 'without' in said
      ? inWords(said.without === 'done' ? 202 : 500, words.without[said.without])
      : responseOf(said);
  } finally {
    limit.abort();
  }
}

function responseOf({
  status,
  headers,
  body,
}: Exclude<WebhookAnswer, { readonly without: string }>): Response {
  const sent = new Headers(ownHeaders);
  for (const [name, value] of Object.entries(headers)) {
    const key = name.toLowerCase();
    if (Object.hasOwn(allowed, key) && allowed[key]?.test(value) === true) sent.set(key, value);
  }
  const isEmpty = withoutBody.has(status);
  if (!isEmpty && !sent.has('content-type')) sent.set('content-type', 'text/plain; charset=utf-8');
  return new Response(isEmpty ? null : body, { status, headers: sent });
}

function inWords(status: number, words: string): Response {
  return responseOf({
    status,
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
    body: `${words}\n`,
  });
}
