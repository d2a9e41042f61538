import { expect, it } from 'vitest';
import { samplesFirst } from './samples-first.ts';
import { shippedComponents } from './testing/shipped.ts';

it('of the services those come first that need no account', () => {
  const services = shippedComponents().filter(({ kind }) => kind === 'connector');
  expect(
    samplesFirst(services)
      .slice(0, 2)
      .map(({ id }) => id),
  ).toEqual(['catalog:crm', 'catalog:newsletter']);
});
