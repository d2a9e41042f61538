/** Who may ask the shop: by a key in a header, by name and password, or by a name in the envelope (WS-Security). */
import { createHash } from 'node:crypto';
import { childOf, textOf, type SoapNode } from './soap-request.ts';
import type { SoapFault } from './soap-answer.ts';

export const shopSampleKey = 'shop-demo-key-3333-4444-5555';
export const shopSampleUser = 'shop-demo';

const window = 5 * 60_000;

interface Asked {
  readonly key: string | undefined;
  readonly authorization: string | undefined;
  readonly header: SoapNode | undefined;
}

/** Remembers nonces as long as their time counts, so that nothing is sent once more by somebody else. */
export function createShopSignIn(now: () => Date): (asked: Asked) => SoapFault | undefined {
  const seen = new Map<string, number>();

  return ({ key, authorization, header }) => {
    if (key !== undefined) return key === shopSampleKey ? undefined : unknown;
    if (authorization !== undefined)
      return authorization === basicOf(shopSampleUser, shopSampleKey) ? undefined : unknown;
    const token = childOf(childOf(header, 'Security'), 'UsernameToken');
    if (token === undefined)
      return {
        of: 'sign-in',
        code: 'InvalidSecurity',
        words: 'Sign in with the header X-Shop-Key, or with a UsernameToken in the envelope.',
      };
    return textOf(token, 'Username') === shopSampleUser && isProved(token) ? undefined : unknown;
  };

  function isProved(token: SoapNode): boolean {
    const password = textOf(token, 'Password');
    const type = childOf(token, 'Password')?.attributes['Type'] ?? '';
    if (!type.endsWith('#PasswordDigest')) return password === shopSampleKey;
    const nonce = textOf(token, 'Nonce');
    const created = textOf(token, 'Created');
    const age = Math.abs(now().getTime() - Date.parse(created));
    for (const [old, at] of seen) if (now().getTime() - at > window) seen.delete(old);
    if (!(age <= window) || seen.has(nonce)) return false;
    const digest = createHash('sha1')
      .update(Buffer.from(nonce, 'base64'))
      .update(created)
      .update(shopSampleKey)
      .digest('base64');
    if (digest !== password) return false;
    seen.set(nonce, now().getTime());
    return true;
  }
}

const unknown: SoapFault = {
  of: 'sign-in',
  code: 'FailedAuthentication',
  words: 'The security token could not be authenticated or authorized.',
};

function basicOf(user: string, password: string): string {
  return `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
}
