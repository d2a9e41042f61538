/**
 * What the sign-in window shows when the service sends it back. It says "done", or why not, and closes itself; of the
 * service's answer nothing is written into it. The page that opened it hears of the end from the server: its own policy
 * (`Cross-Origin-Opener-Policy`) cuts every tie between the two windows.
 */
import { Hono } from 'hono';
import { plainPage } from '../plain-page.ts';
import { pageHeaders, pagePolicy } from '../policy.ts';
import { RefusedError, refusalStatus } from '../refusal.ts';
import type { SignIns } from './sign-ins.ts';

export interface CallbackWords {
  readonly title: string;
  readonly done: string;
  readonly close: string;
  readonly failed: (refused: Pick<RefusedError, 'code' | 'params'>) => string;
}

export function createCallbackPage(
  signIns: SignIns,
  words: CallbackWords,
  browserOf: (cookie: string | undefined) => string | undefined,
): Hono {
  const app = new Hono();
  app.get('/callback/*', async (context) => {
    const { title, close } = words;
    try {
      const { pathname, searchParams } = new URL(context.req.url);
      await signIns.finish(pathname, searchParams, browserOf(context.req.header('cookie')));
      return plainPage({ title, said: [words.done, close], role: 'status', closesItself: true });
    } catch (cause) {
      const refused =
        cause instanceof RefusedError ? cause : new RefusedError('proxy.server-fault');
      const status = refusalStatus[refused.code];
      return plainPage({ status, title, said: [words.failed(refused), close], role: 'alert' });
    }
  });
  app.get(
    '/close.js',
    () =>
      new Response('close();', {
        headers: {
          ...pageHeaders(pagePolicy),
          'Content-Type': 'text/javascript; charset=utf-8',
          'Cache-Control': 'no-cache',
        },
      }),
  );
  return app;
}
