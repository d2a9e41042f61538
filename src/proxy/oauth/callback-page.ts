/**
 * What the sign-in window shows when the service sends it back. It says "done", or why not, and closes itself; of the
 * service's answer nothing is written into it. The page that opened it hears of the end from the server: its own policy
 * (`Cross-Origin-Opener-Policy`) cuts every tie between the two windows.
 */
import { Hono } from 'hono';
import { pageHeaders, pagePolicy } from '../policy.ts';
import { RefusedError, refusalStatus } from '../refusal.ts';
import type { SignIns } from './sign-ins.ts';

export interface CallbackWords {
  readonly title: string;
  readonly done: string;
  readonly close: string;
  readonly failed: (refused: Pick<RefusedError, 'code' | 'params'>) => string;
}

const scriptPath = '/oauth/close.js';

export function createCallbackPage(
  signIns: SignIns,
  words: CallbackWords,
  browserOf: (cookie: string | undefined) => string | undefined,
): Hono {
  const app = new Hono();
  app.get('/callback', async (context) => {
    try {
      const { searchParams } = new URL(context.req.url);
      await signIns.finish(searchParams, browserOf(context.req.header('cookie')));
      return toPage(200, words.title, words.done, `${words.close}`, true);
    } catch (cause) {
      const refused =
        cause instanceof RefusedError ? cause : new RefusedError('proxy.server-fault');
      return toPage(refusalStatus[refused.code], words.title, words.failed(refused), words.close);
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

function toPage(
  status: number,
  title: string,
  said: string,
  close: string,
  closesItself = false,
): Response {
  const html = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escape(title)}</title>
<style>
body { font: 16px/1.5 system-ui, sans-serif; display: grid; place-items: center; min-height: 90vh; margin: 0 }
main { display: grid; gap: 8px; width: min(420px, 90vw) }
h1 { font-size: 22px; margin: 0 }
p { margin: 0 }
</style>
<main>
<h1>${escape(title)}</h1>
<p role="${closesItself ? 'status' : 'alert'}">${escape(said)}</p>
<p>${escape(close)}</p>
</main>
${closesItself ? `<script src="${scriptPath}"></script>` : ''}
</html>`;
  return new Response(html, {
    status,
    headers: {
      ...pageHeaders(pagePolicy),
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
    },
  });
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
