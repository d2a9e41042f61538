/** The signed statement of RFC 7523, section 2.1: who asks, for whom, to whom, until when. */
import { createPrivateKey, type KeyObject } from 'node:crypto';
import { SignJWT } from 'jose';
import type { OAuth2Rule } from '../../catalog/contract.ts';
import type { Json } from '../../shared/index.ts';
import { RefusedError } from '../refusal.ts';
import { optionalOf, saidPairs, textOf } from './oauth-rule.ts';

type JwtRule = Extract<OAuth2Rule, { grant: 'jwt-bearer' }>;

const lifetimeSeconds = 300;
/** The service's clock may be behind: a statement from the future is refused everywhere. */
const backdatedSeconds = 10;

export async function assertionOf(rule: JwtRule, values: Json, now: number): Promise<string> {
  const issued = Math.floor(now / 1000) - backdatedSeconds;
  const keyId = optionalOf(values, rule.keyId);
  return new SignJWT(Object.fromEntries(saidPairs(rule.claims, values)))
    .setProtectedHeader({
      alg: rule.algorithm,
      typ: 'JWT',
      ...(keyId === undefined ? {} : { kid: keyId }),
    })
    .setIssuedAt(issued)
    .setExpirationTime(issued + lifetimeSeconds)
    .sign(privateKeyOf(rule, values));
}

/** Throws `proxy.key-not-readable`, without a word of the key. */
export function privateKeyOf(rule: JwtRule, values: Json): KeyObject {
  try {
    const key = createPrivateKey(withLines(textOf(values, rule.key)));
    const wanted = rule.algorithm.startsWith('ES') ? 'ec' : 'rsa';
    if (key.asymmetricKeyType === wanted) return key;
  } catch {
    // Its own words may quote the key.
  }
  throw new RefusedError('proxy.key-not-readable', { field: rule.key });
}

/** A key loses its line ends in a field of one line, and has them as two characters when it was copied out of JSON. */
function withLines(pem: string): string {
  return pem
    .replaceAll('\\n', '\n')
    .replace(
      /-----BEGIN ([A-Z ]+)-----([^-]+)-----END \1-----/,
      (_all, kind: string, body: string) =>
        `-----BEGIN ${kind}-----\n${body.replace(/\s+/g, '')}\n-----END ${kind}-----\n`,
    );
}
