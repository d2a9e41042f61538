/**
 * Set-up of a thread, imported before everything else.
 *
 * 1. Schemas are made while modules load, and a schema that is made before this tries to compile itself from text, which
 *    the page's policy forbids.
 * 2. Of Trusted Types only this passes: the address of the thread of functions, which the thread of runs starts.
 */
import { z } from 'zod';

z.config({ jitless: true });

interface TrustedTypesFactory {
  createPolicy(name: 'default', rules: { createScriptURL(url: string): string }): unknown;
}

const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypesFactory };
trustedTypes?.createPolicy('default', {
  createScriptURL(url) {
    const { origin, pathname } = new URL(url, location.href);
    if (origin !== location.origin || !/\/code-worker[^/]*$/.test(pathname))
      throw new TypeError('Only the thread of functions is started from here.');
    return url;
  },
});
