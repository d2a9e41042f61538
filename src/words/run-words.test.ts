import { expect, it } from 'vitest';
import { heldInWords } from './run-words.ts';

it('what is waited with is said by what the operation does', () => {
  const held = (does: Parameters<typeof heldInWords>[0]['does'], count = 5, isSoFar = false) =>
    heldInWords({ count, isSoFar, effect: 'write', does, component: 'CRM', operation: 'Contact' });
  expect(held('add')).toBe('Footbridge would add 5 in CRM: Contact');
  expect(held('change', 1_200, true)).toBe(
    'Footbridge would change at least 1,200 in CRM: Contact',
  );
  expect(held('add-or-change')).toBe('Footbridge would add or change 5 in CRM: Contact');
  expect(held('send')).toBe('Footbridge would send 5 with CRM: Contact');
  expect(held(undefined, 1)).toBe('Footbridge would send 1 request to CRM: Contact');
  expect(
    heldInWords({
      count: 2,
      effect: 'delete',
      does: undefined,
      component: 'CRM',
      operation: 'Contact',
    }),
  ).toBe('Footbridge would delete 2 at CRM: Contact');
});
