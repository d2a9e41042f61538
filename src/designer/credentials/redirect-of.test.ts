import { expect, it } from 'vitest';
import type { OAuth2Rule } from '../../catalog/contract.ts';
import { redirectOf } from './redirect-of.ts';

const origin = 'http://127.0.0.1:4400';
const typed = {
  scheme: 'oauth2',
  grant: 'authorization-code',
  authorizeUrl: { at: '/signIn' },
  tokenUrl: { at: '/tokens' },
  clientId: '/id',
} as const satisfies OAuth2Rule;

it('is known once both addresses of the service are typed', () => {
  const auth = typed;
  expect(redirectOf({ auth }, {}, origin)).toBeUndefined();
  expect(redirectOf({ auth }, { signIn: 'https://a.example/auth' }, origin)).toBeUndefined();
  expect(redirectOf({ auth }, { signIn: 'https://', tokens: 'https://a' }, origin)).toBeUndefined();
  expect(
    redirectOf(
      { auth },
      { signIn: ' https://A.example/auth', tokens: 'https://a.example/token' },
      origin,
    ),
  ).toBe('http://127.0.0.1:4400/oauth/callback/at/a.example');
});

it('follows the part of an address that is typed', () => {
  const auth = {
    ...typed,
    authorizeUrl: 'https://{shop}.example/auth',
    tokenUrl: 'https://tokens.example/{shop}',
  };
  expect(redirectOf({ auth }, { shop: 'blue' }, origin)).toBe(
    'http://127.0.0.1:4400/oauth/callback/at/blue.example~~tokens.example',
  );
});
