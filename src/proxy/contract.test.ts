import { expect, it } from 'vitest';
import { callbackPathOf } from './contract.ts';

const at = (authorize: string, token: string): string =>
  callbackPathOf({ authorize: new URL(authorize), token: new URL(token) });

it('gives each service an address of its own to come back to', () => {
  expect(callbackPathOf({ app: 'google' })).toBe('/oauth/callback/google');
  expect(at('https://a.example/auth', 'https://a.example/token')).toBe(
    '/oauth/callback/at/a.example',
  );
  expect(at('https://a.example/auth', 'https://b.example:8443/token')).toBe(
    '/oauth/callback/at/a.example~~b.example~8443',
  );
  expect(at('http://[::1]:80/', 'http://[::1]:80/')).toBe('/oauth/callback/at/%5B%3A%3A1%5D');
});

it('gives no two services the same', () => {
  const paths = [
    callbackPathOf({ app: 'a.example' }),
    callbackPathOf({ app: 'at/a.example' }),
    at('https://a.example', 'https://a.example'),
    at('https://a.example:8443', 'https://a.example:8443'),
    at('https://a.example', 'https://a.example:8443'),
    at('https://a.example:8443', 'https://a.example'),
    at('https://a.example-8443', 'https://a.example-8443'),
  ];
  expect(new Set(paths).size).toBe(paths.length);
});
