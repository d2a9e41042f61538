import { describe, expect, it } from 'vitest';
import type { HmacRule } from '../../catalog/contract.ts';
import { applyAuthRule } from '../auth-rules.ts';
import type { Outgoing } from './signed.ts';

const post: Outgoing = {
  method: 'POST',
  origin: 'https://api.example.com',
  path: '/orders',
  search: 'page=2',
  headers: [['content-type', 'application/json']],
  body: '{"test": 2432232314}',
};
const tools = { now: () => 1614265330_000, newId: () => 'msg_p5jXN8AQM9LWM0D4loKWxJek' };

function sign(rule: Omit<HmacRule, 'scheme'>, values: Record<string, string>, outgoing = post) {
  const { sign: signing } = applyAuthRule({ scheme: 'hmac', ...rule }, values, tools);
  if (signing === undefined) throw new Error('nothing signs');
  return signing(outgoing);
}

describe('a declared recipe', () => {
  // Source: the example of the Standard Webhooks specification (github.com/standard-webhooks/standard-webhooks).
  it('signs as Standard Webhooks do', () => {
    const { headers } = sign(
      {
        key: '/secret',
        keyAs: 'base64',
        as: 'base64',
        signs: '{nonce}.{time}.{body}',
        headers: [
          { name: 'webhook-id', value: '{nonce}' },
          { name: 'webhook-timestamp', value: '{time}' },
          { name: 'webhook-signature', value: 'v1,{signature}' },
        ],
      },
      { secret: 'MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw' },
    );
    expect(headers).toEqual([
      ['webhook-id', 'msg_p5jXN8AQM9LWM0D4loKWxJek'],
      ['webhook-timestamp', '1614265330'],
      ['webhook-signature', 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE='],
    ]);
  });

  // Source: RFC 4231, section 4.3 (test case 2), SHA-256 and SHA-512.
  it.each([
    ['sha256', '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843'],
    [
      'sha512',
      '164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea2505549758bf75c05a994a6d034f65f8f0e6fdcaeab1a34d4a6b4b636e070a38bce737',
    ],
  ])('makes the %s of RFC 4231', (hash, signature) => {
    const rule = {
      key: '/secret',
      hash: { at: '/hash' },
      signs: '{body}',
      headers: [{ name: 'X-Signature', value: '{signature}' }],
    };
    const outgoing = { ...post, body: 'what do ya want for nothing?' };
    expect(sign(rule, { secret: 'Jefe', hash }, outgoing).headers).toEqual([
      ['x-signature', signature],
    ]);
    const bytes = { ...post, body: Buffer.from(outgoing.body) };
    expect(sign(rule, { secret: 'Jefe', hash }, bytes).headers).toEqual([
      ['x-signature', signature],
    ]);
  });

  it('knows every part of the request, fields of the form, and puts the signature into the address', () => {
    const { query, secrets } = sign(
      {
        key: '/secret',
        signs: '{/keyId}|{method}|{url}|{host}|{path}|{search}|{target}|{contentType}|{time}',
        time: 'milliseconds',
        query: [{ name: 'signature', value: '{signature}' }],
      },
      { secret: 'Jefe', keyId: 'one' },
    );
    const text =
      'one|POST|https://api.example.com/orders?page=2|api.example.com|/orders|page=2|/orders?page=2|application/json|1614265330000';
    const alone = sign({ key: '/secret', signs: text }, { secret: 'Jefe' });
    expect(query).toEqual([['signature', alone.secrets[0]]]);
    expect(secrets).toEqual(alone.secrets);
  });

  it('is refused where it names what does not exist', () => {
    expect(() => sign({ key: '/secret', signs: '{verb}' }, { secret: 'x' })).toThrow(
      'proxy.recipe-not-understood',
    );
    expect(() => sign({ key: '/secret', signs: '{signature}' }, { secret: 'x' })).toThrow(
      'proxy.recipe-not-understood',
    );
  });

  it('never carries a line of the body into a header', () => {
    const rule = {
      key: '/secret',
      signs: '{body}',
      headers: [{ name: 'x-copy', value: '{body}' }],
    };
    const outgoing = { ...post, body: 'a\r\nx-evil: 1' };
    expect(() => sign(rule, { secret: 'x' }, outgoing)).toThrow(
      'proxy.credential-unusable-character',
    );
  });
});
