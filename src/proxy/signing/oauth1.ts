/** OAuth 1.0a: the `Authorization` header of RFC 5849, section 3. */
import { createHmac } from 'node:crypto';
import { encodeStrictly, type Outgoing, type Signed, type SigningTools } from './signed.ts';

export interface OAuth1Keys {
  readonly consumerKey: string;
  readonly consumerSecret: string;
  readonly token: string | undefined;
  readonly tokenSecret: string;
  readonly method: OAuth1Method;
  readonly realm: string | undefined;
}

const hashes = { 'HMAC-SHA1': 'sha1', 'HMAC-SHA256': 'sha256' } as const;
export const oauth1Methods = ['HMAC-SHA1', 'HMAC-SHA256', 'PLAINTEXT'] as const;
type OAuth1Method = (typeof oauth1Methods)[number];
type Pair = readonly [name: string, value: string];

export function signForOAuth1(outgoing: Outgoing, keys: OAuth1Keys, tools: SigningTools): Signed {
  const parameters: Pair[] = [
    ['oauth_consumer_key', keys.consumerKey],
    ...(keys.token === undefined ? [] : [['oauth_token', keys.token] as const]),
    ['oauth_signature_method', keys.method],
    ['oauth_timestamp', String(Math.floor(tools.now() / 1000))],
    ['oauth_nonce', tools.newId()],
  ];
  const secret = `${encodeStrictly(keys.consumerSecret)}&${encodeStrictly(keys.tokenSecret)}`;
  const signature =
    keys.method === 'PLAINTEXT'
      ? secret
      : createHmac(hashes[keys.method], secret)
          .update(baseString(outgoing, parameters))
          .digest('base64');
  const written = [
    ...(keys.realm === undefined ? [] : [`realm="${keys.realm.replace(/["\\]/g, '\\$&')}"`]),
    ...[...parameters, ['oauth_signature', signature] as const].map(
      ([name, value]) => `${name}="${encodeStrictly(value)}"`,
    ),
  ].join(', ');
  return { headers: [['authorization', `OAuth ${written}`]], secrets: [signature] };
}

/** Section 3.4.1. */
export function baseString(outgoing: Outgoing, parameters: readonly Pair[]): string {
  const type = outgoing.headers.find(([name]) => name === 'content-type')?.[1] ?? '';
  const isForm = /^application\/x-www-form-urlencoded\s*(;|$)/i.test(type);
  const all = [
    ...new URLSearchParams(outgoing.search),
    ...(isForm ? new URLSearchParams(typeof outgoing.body === 'string' ? outgoing.body : '') : []),
    ...parameters,
  ]
    .map(([name, value]): Pair => [encodeStrictly(name), encodeStrictly(value)])
    .sort(([name, value], [otherName, otherValue]) =>
      name === otherName ? (value < otherValue ? -1 : 1) : name < otherName ? -1 : 1,
    )
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
  return [outgoing.method, `${outgoing.origin}${outgoing.path}`, all].map(encodeStrictly).join('&');
}
