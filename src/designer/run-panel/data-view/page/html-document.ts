/**
 * Markup of a service as a document for a frame that can do nothing.
 *
 * 1. The frame has no right of its sandbox: no script, no form, no window, no way to leave it, no origin.
 * 2. The document's own policy loads nothing but pictures that are in the text itself; so it holds should the frame's
 *    rights ever be widened.
 * 3. `<link>` could still make the browser look up a name or open a line to a host: it is taken for an unknown element.
 */
const policy =
  "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

const head = [
  '<!doctype html>',
  '<meta charset="utf-8">',
  `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
  '<meta http-equiv="x-dns-prefetch-control" content="off">',
  '<meta name="referrer" content="no-referrer">',
  '<base target="_blank">',
  '<style>body{margin:12px;font:14px/1.5 system-ui,sans-serif;color:#1c2024;background:#fff;overflow-wrap:anywhere}img{max-width:100%;height:auto}</style>',
].join('');

export function htmlDocument(markup: string): string {
  return head + markup.replace(/<(?=link[\s/>])/gi, '<x-');
}

const tags =
  /<(?:!doctype html|html|head|body|style|script|p|div|span|br|hr|table|tr|td|th|ul|ol|li|a|h[1-6]|b|strong|i|em|u|img|font|center|pre|blockquote|section|article|iframe|form)(?:[\s/][^<>]{0,2000})?>/i;
const lookedAt = 10_000;

/** Whether a text is written for a browser: it holds an element that everybody uses. */
export function isHtml(text: string): boolean {
  return tags.test(text.slice(0, lookedAt));
}
