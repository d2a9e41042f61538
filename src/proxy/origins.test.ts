import { describe, expect, it } from 'vitest';
import type { Origin } from '../catalog/contract.ts';
import { originsOfCredential } from './origins.ts';
import { RefusedError } from './refusal.ts';

const byKey: Origin = {
  pattern: 'https://{region}.api.example.com',
  with: { region: { at: '/key', behind: '-' } },
};
const byTable: Origin = {
  pattern: 'https://{domain}.{kind}.example.com',
  with: {
    domain: { at: '/domain' },
    kind: { at: '/kind', table: { live: 'my', trial: 'sandbox.my' } },
  },
};
const originOf = (rule: Origin, values: Readonly<Record<string, string>>): string | undefined => {
  try {
    return originsOfCredential([rule], values, [])[0]?.origin;
  } catch (cause) {
    return cause instanceof RefusedError ? cause.code : 'thrown';
  }
};

describe('an origin with variables', () => {
  it('takes the region behind the last mark of a key', () => {
    expect(originOf(byKey, { key: 'abc-def-us21' })).toBe('https://us21.api.example.com');
  });

  it('takes its own word for what is chosen', () => {
    expect(originOf(byTable, { domain: 'acme', kind: 'live' })).toBe('https://acme.my.example.com');
    expect(originOf(byTable, { domain: 'acme--dev', kind: 'trial' })).toBe(
      'https://acme--dev.sandbox.my.example.com',
    );
  });

  it.each([
    [byKey, { key: 'nomark' }],
    [byKey, { key: 'abc-evil.example/' }],
    [byKey, { key: 'abc-' }],
    [byTable, { domain: 'evil.example/#', kind: 'live' }],
    [byTable, { domain: 'acme', kind: 'constructor' }],
    [byTable, { domain: 'acme', kind: 'evil.example' }],
  ])('is refused where a part could lead elsewhere', (rule, values) => {
    expect(originOf(rule, values)).toBe('proxy.address-not-valid');
  });

  it('leads nowhere while a part is missing', () => {
    expect(originOf(byTable, { domain: 'acme' })).toBe('proxy.credential-without-host');
  });
});
