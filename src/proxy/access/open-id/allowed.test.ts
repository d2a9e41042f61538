import { describe, expect, it } from 'vitest';
import { isAllowed, parseAllowRule } from './allowed.ts';

const ada = { sub: '1', email: 'Ada@Example.com', email_verified: true };

function allows(rule: string, claims: Parameters<typeof isAllowed>[0]): boolean {
  return isAllowed(claims, [parseAllowRule(rule)]);
}

describe('who may come in', () => {
  it('is everybody with an account where no rule is set', () => {
    expect(isAllowed({ sub: '1' }, [])).toBe(true);
  });

  it.each([
    ['an address, in whatever case', 'ada@example.com', true],
    ['another address', 'eve@example.com', false],
    ['a domain', '@example.com', true],
    ['a domain above', '@com', false],
    ['a domain that ends alike', '@ple.com', false],
  ])('is said by %s', (_what, rule, expected) => {
    expect(allows(rule, ada)).toBe(expected);
  });

  it.each([
    ['nothing said about it', { ...ada, email_verified: undefined } as never],
    ['not verified', { ...ada, email_verified: false }],
    ['no text', { ...ada, email: ['ada@example.com'] }],
    ['two signs', { ...ada, email: 'ada@example.com@evil.example' }],
    ['none', { sub: '1', email_verified: true }],
  ])('is not said by an address that the provider does not vouch for: %s', (_what, claims) => {
    expect([allows('ada@example.com', claims), allows('@example.com', claims)]).toEqual([
      false,
      false,
    ]);
  });

  it.each([
    ['a value', 'department=sales', { department: 'sales' }, true],
    ['another value', 'department=sales', { department: 'sales and more' }, false],
    ['an entry of a list', 'groups=editors', { groups: ['readers', 'editors'] }, true],
    ['no entry of a list', 'groups=editors', { groups: ['editors2'] }, false],
    ['a value inside', 'realm_access.roles=editor', { realm_access: { roles: ['editor'] } }, true],
    ['a name with dots', 'https://a.example/roles=x', { 'https://a.example/roles': ['x'] }, true],
    ['a truth', 'staff=true', { staff: true }, true],
    ['what every object has', 'constructor.name=Object', {}, false],
    ['a list of lists', 'groups=a', { groups: [['a']] }, false],
  ])('is said by a claim: %s', (_what, rule, claims, expected) => {
    expect(allows(rule, claims)).toBe(expected);
  });

  it('meets one rule of several', () => {
    expect(isAllowed(ada, ['groups=x', '@example.com'].map(parseAllowRule))).toBe(true);
  });

  it.each(['ada', '@', 'groups=', '=x', 'a b@example.com', 'a@b@c'])(
    'is not said by "%s", and the operator hears it',
    (entry) => {
      expect(() => parseAllowRule(entry)).toThrow('FOOTBRIDGE_OIDC_ALLOW');
    },
  );
});
