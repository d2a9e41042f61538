import { expect, it } from 'vitest';
import { shippedComponents } from '../../catalog/testing/shipped.ts';
import { firstChoices } from './first-choices.ts';

it('begins with what needs no account, and with nothing that cannot begin a flow', () => {
  expect(firstChoices(shippedComponents(), 4).map(({ id }) => id)).toEqual([
    'catalog:crm',
    'catalog:newsletter',
    'catalog:webhook',
    'catalog:database',
  ]);
});

it('offers what hears and looks by itself where no sample runs', () => {
  const others = shippedComponents().filter(({ kind }) => kind === 'generic');
  expect(firstChoices(others, 2).map(({ id }) => id)).toEqual([
    'catalog:webhook',
    'catalog:database',
  ]);
});
