import { describe, expect, it } from 'vitest';
import type { AuthRule } from '../catalog/contract.ts';
import type { Json } from '../shared/index.ts';
import { applyAuthRule as apply, injectionOf } from './auth-rules.ts';

const basic = { scheme: 'basic', user: '/user', password: '/password' } as const;
const applyAuthRule = (rule: AuthRule, values: Json) =>
  apply(rule, values, { now: () => 0, newId: () => 'id' });
const base64 = (text: string) => Buffer.from(text).toString('base64');

describe('a user name and a password', () => {
  it.each([[{ user: 'sk_live_0123456789', password: '' }], [{ user: 'sk_live_0123456789' }]])(
    'are sent without a password where the user name is the key',
    (values) => {
      const pair = base64('sk_live_0123456789:');
      expect(applyAuthRule(basic, values).headers).toEqual([['authorization', `Basic ${pair}`]]);
    },
  );

  it('keep back a user name that is the key: alone, beside a word, or by the name of its field', () => {
    const key = 'sk_live_0123456789';
    expect(applyAuthRule(basic, { user: key, password: '' }).secrets).toContain(key);
    expect(applyAuthRule(basic, { user: key, password: 'x' }).secrets).toContain(key);
    expect(
      applyAuthRule({ ...basic, user: '/apiKey' }, { apiKey: key, password: 'api_token' }).secrets,
    ).toContain(key);
  });

  it('keep back the password and the pair, and leave a person’s name in the data', () => {
    const values = { user: 'ada@example.com', password: 'correct horse' };
    expect(applyAuthRule(basic, values).secrets).toEqual([
      'correct horse',
      base64('ada@example.com:correct horse'),
    ]);
  });

  it('have behind the user name what the service wants there', () => {
    const values = { user: 'ada@example.com', password: 'token-0123456789' };
    expect(applyAuthRule({ ...basic, userEnd: '/token' }, values).headers).toEqual([
      ['authorization', `Basic ${base64('ada@example.com/token:token-0123456789')}`],
    ]);
  });

  it('need a user name', () => {
    expect(() => applyAuthRule(basic, { user: '', password: 'x' })).toThrow(
      'proxy.credential-incomplete',
    );
  });
});

describe('a token of OAuth 2', () => {
  const access = 'token-0123456789';
  const injected = (more: { readonly header?: string; readonly prefix?: string }) =>
    injectionOf(
      {
        auth: {
          scheme: 'oauth2',
          grant: 'client-credentials',
          tokenUrl: 'https://shop.example.com/token',
          ...more,
        },
        values: {},
        tokens: { access, obtained: 0, generation: 0 },
      },
      { now: () => 0, newId: () => 'id' },
    );

  it.each([
    [{}, ['authorization', `Bearer ${access}`]],
    [{ prefix: 'token ' }, ['authorization', `token ${access}`]],
    [{ header: 'X-Shop-Token' }, ['x-shop-token', access]],
    [{ header: 'X-Shop-Token', prefix: 'v1 ' }, ['x-shop-token', `v1 ${access}`]],
  ])('goes where the service wants it, and is kept back: %j', (more, header) => {
    expect(injected(more).headers).toEqual([header]);
    expect(injected(more).secrets).toContain(access);
  });
});

describe('a recipe of signing', () => {
  it('keeps back every key of the form that it sends or signs, and leaves the name of an account in the data', () => {
    const rule: AuthRule = {
      scheme: 'hmac',
      key: '/signingSecret',
      signs: '{method}{/passphrase}',
      headers: [{ name: 'Authorization', value: 'Key {/key}, of {/account}, is {signature}' }],
      query: [{ name: 'token', value: '{/token}' }],
    };
    const values = {
      signingSecret: 'signing-0123456789',
      passphrase: 'phrase-0123456789',
      key: 'key-0123456789',
      token: 'token-0123456789',
      account: 'Lovelace & Sons',
    };
    expect(new Set(applyAuthRule(rule, values).secrets)).toEqual(
      new Set([values.signingSecret, values.passphrase, values.key, values.token]),
    );
  });
});
