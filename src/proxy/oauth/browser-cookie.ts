/**
 * Tells the browser that began a sign-in from every other one. Apart from the session's cookie, because this one has to come
 * along when the service sends the window back (SameSite=Lax); it opens nothing.
 */
import { randomBytes } from 'node:crypto';

const lifetimeSeconds = 60 * 60;

export interface BrowserCookie {
  read(cookieHeader: string | undefined): string | undefined;
  /** A word for this browser, and the cookie to set so that it says it. */
  mark(cookieHeader: string | undefined): { readonly browser: string; readonly cookie: string };
}

export function createBrowserCookie(port: () => number, isSecure: boolean): BrowserCookie {
  function read(header: string | undefined): string | undefined {
    const name = `footbridge-sign-in-${port()}=`;
    const found = header
      ?.split(';')
      .map((part) => part.trim())
      .find((part) => part.startsWith(name));
    const value = found?.slice(name.length);
    return value !== undefined && /^[\w-]{22}$/.test(value) ? value : undefined;
  }
  return {
    read,
    mark(header) {
      const browser = read(header) ?? randomBytes(16).toString('base64url');
      const secure = isSecure ? '; Secure' : '';
      return {
        browser,
        cookie: `footbridge-sign-in-${port()}=${browser}; Path=/; Max-Age=${lifetimeSeconds}; HttpOnly; SameSite=Lax${secure}`,
      };
    },
  };
}
