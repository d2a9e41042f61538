/**
 * Imported first, by `main.tsx`, before anything can make a parser or a style.
 *
 * 1. Zod builds parsers without `new Function`: the page's policy forbids it. Zod itself is not part of the first view,
 *    so its settings are laid where it looks for them when it is loaded; a test says whether it still does.
 * 2. Of Trusted Types only this passes: text that holds no "<" (the kit fills `<style>` elements through `innerHTML`;
 *    without "<" no text can become an element), and scripts of this page's own address (workers).
 */
const zods = globalThis as { __zod_globalConfig?: object };
zods.__zod_globalConfig = Object.assign(zods.__zod_globalConfig ?? {}, { jitless: true });

interface TrustedTypesFactory {
  createPolicy(
    name: 'default',
    rules: { createHTML(text: string): string; createScriptURL(url: string): string },
  ): unknown;
}

const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypesFactory };
trustedTypes?.createPolicy('default', {
  createHTML(text) {
    if (text.includes('<')) throw new TypeError('Markup from text is not allowed here.');
    return text;
  },
  createScriptURL(url) {
    if (!isOwnScript(url, location.href))
      throw new TypeError('Only scripts of this page are allowed here.');
    return url;
  },
});

/** Files of the build and, in development, of the sources; the one script that has to stand at the root. */
export function isOwnScript(url: string, page: string): boolean {
  const { origin, pathname } = new URL(url, page);
  if (origin !== new URL(page).origin) return false;
  return pathname === '/service-worker.js' || /^\/(assets|src|node_modules|@fs)\//.test(pathname);
}
