/** The few pages that the server writes itself: signing in to Footbridge, and the window of a sign-in at a service. */
import { pageHeaders, pagePolicy } from './policy.ts';

interface PlainPage {
  readonly status?: number;
  readonly title: string;
  readonly said: readonly string[];
  /** How a screen reader takes the first of these. */
  readonly role?: 'status' | 'alert';
  readonly ways?: readonly { readonly label: string; readonly address: string }[];
  /** HTML of our own, with every value in it escaped. */
  readonly form?: string;
  /** The page opens this address by itself: as a page of this site, so that the session's cookie comes along. */
  readonly goesTo?: string;
  /** The window closes itself, where the browser lets it. */
  readonly closesItself?: boolean;
  readonly cookies?: readonly string[];
}

const closeScriptPath = '/oauth/close.js';

export function plainPage(page: PlainPage): Response {
  const headers = new Headers({
    ...pageHeaders(pagePolicy),
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
    // Without a word of where it comes from a form arrives as of nobody (`Origin: null`), and the door lets nobody in.
    ...(page.form === undefined ? {} : { 'Referrer-Policy': 'same-origin' }),
  });
  for (const cookie of page.cookies ?? []) headers.append('Set-Cookie', cookie);
  return new Response(toHtml(page), { status: page.status ?? 200, headers });
}

function toHtml({ title, said, role, ways, form, goesTo, closesItself }: PlainPage): string {
  const [first, ...more] = said.map(escapeHtml);
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
${goesTo === undefined ? '' : `<meta http-equiv="refresh" content="0;url=${escapeHtml(goesTo)}">`}
<title>${escapeHtml(title)}</title>
<style>
body { font: 16px/1.5 system-ui, sans-serif; display: grid; place-items: center; min-height: 90vh; margin: 0 }
main { display: grid; gap: 12px; width: min(420px, 90vw) }
form { display: grid; gap: 12px }
h1 { font-size: 22px; margin: 0 }
p { margin: 0; overflow-wrap: anywhere }
label { display: grid; gap: 4px }
input, button { font: inherit; padding: 8px 12px; border-radius: 8px; border: 1px solid GrayText }
button { cursor: pointer }
nav { display: flex; flex-wrap: wrap; gap: 8px 20px }
</style>
<main>
<h1>${escapeHtml(title)}</h1>
${first === undefined ? '' : `<p${role === undefined ? '' : ` role="${role}"`}>${first}</p>`}
${more.map((text) => `<p>${text}</p>`).join('\n')}
${form ?? ''}
${ways === undefined ? '' : `<nav>${ways.map(({ label, address }) => `<a href="${escapeHtml(address)}">${escapeHtml(label)}</a>`).join('')}</nav>`}
</main>
${closesItself === true ? `<script src="${closeScriptPath}"></script>` : ''}
</html>`;
}

export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
