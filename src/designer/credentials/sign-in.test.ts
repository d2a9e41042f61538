import { expect, test } from 'vitest';
import { provedAs } from './sign-in.ts';

const asked = {
  id: 'c',
  name: 'CRM',
  component: 'catalog:crm',
  type: 'key',
  token: 'sealed',
  hosts: [],
  hints: {},
  at: 1,
};

test('what a proof says is kept with the name and the key that the account has by then', () => {
  const now = {
    ...asked,
    name: 'CRM of the team',
    token: 'sealed anew',
    unchecked: 'kept',
  } as const;
  expect(provedAs(now, { ...asked, says: 'Connected as Ada' })).toEqual({
    ...asked,
    name: 'CRM of the team',
    token: 'sealed anew',
    says: 'Connected as Ada',
  });
});

test('a proof that comes after the account was connected again says nothing of it', () => {
  const now = { ...asked, at: 2, says: 'Connected as Bo' };
  expect(provedAs(now, { ...asked, says: 'Connected as Ada' })).toBe(now);
});
