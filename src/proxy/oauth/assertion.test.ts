import { exportPKCS8, generateKeyPair, jwtVerify, type CryptoKey } from 'jose';
import { createPrivateKey } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { OAuth2Rule } from '../../catalog/contract.ts';
import { assertionOf } from './assertion.ts';

const rule: Extract<OAuth2Rule, { grant: 'jwt-bearer' }> = {
  scheme: 'oauth2',
  grant: 'jwt-bearer',
  tokenUrl: 'https://login.example.com/token',
  algorithm: 'RS256',
  key: '/key',
  claims: {
    iss: { at: '/issuer' },
    sub: { at: '/subject' },
    aud: 'https://login.example.com',
  },
};
const now = Date.UTC(2026, 0, 1);
let pem: string;
let publicKey: CryptoKey;
beforeAll(async () => {
  const pair = await generateKeyPair('RS256', { extractable: true });
  pem = await exportPKCS8(pair.privateKey);
  publicKey = pair.publicKey;
});

// RFC 7523, section 3: iss, sub, aud, exp, iat.
describe('a signed statement', () => {
  it('says who asks, for whom, to whom and until when, and nothing that the form leaves empty', async () => {
    const statement = await assertionOf(rule, { key: pem, issuer: 'app', subject: '' }, now);
    const { payload, protectedHeader } = await jwtVerify(statement, publicKey, {
      currentDate: new Date(now),
    });
    expect(protectedHeader).toEqual({ alg: 'RS256', typ: 'JWT' });
    expect(payload).toEqual({
      iss: 'app',
      aud: 'https://login.example.com',
      iat: now / 1000 - 10,
      exp: now / 1000 + 290,
    });
  });

  it.each([
    [
      'without line ends, as a field of one line keeps it',
      (key: string) => key.replaceAll('\n', ''),
    ],
    ['with spaces in their place', (key: string) => key.replaceAll('\n', ' ')],
    ['with line ends as two characters, out of JSON', (key: string) => key.replaceAll('\n', '\\n')],
    [
      'in the older form (PKCS 1)',
      (key: string) =>
        createPrivateKey(key).export({ type: 'pkcs1', format: 'pem' }).toString('utf8'),
    ],
  ])('takes a key %s', async (_how, written) => {
    const statement = await assertionOf(rule, { key: written(pem), issuer: 'app' }, now);
    await expect(
      jwtVerify(statement, publicKey, { currentDate: new Date(now) }),
    ).resolves.toBeDefined();
  });

  it('is not made with a key of another kind', async () => {
    const wrong = { ...rule, algorithm: 'ES256' as const };
    await expect(assertionOf(wrong, { key: pem, issuer: 'app' }, now)).rejects.toThrow(
      'proxy.key-not-readable',
    );
  });
});
