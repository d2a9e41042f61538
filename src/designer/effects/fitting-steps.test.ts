import { expect, it } from 'vitest';
import { createCatalog } from '../../catalog/index.ts';
import { shippedComponents } from '../../catalog/testing/shipped.ts';
import { aFlow, aStep, catalog, findCustomers } from '../../flow/testing/a-flow.ts';
import { fittingSteps } from './fitting-steps.ts';

const atOnce = () => Promise.resolve();

it('proposes what takes the fields that a step gives, each component once, with the fields in words', async () => {
  const found = await fittingSteps(aFlow({ steps: [findCustomers('a')] }), catalog, 'a', atOnce);
  const newsletter = found.find(({ component }) => component === 'catalog:newsletter');
  expect(newsletter?.fields[0]).toMatch(/mail/i);
  expect(new Set(found.map(({ component }) => component)).size).toBe(found.length);
  expect(found.length).toBeLessThanOrEqual(3);
});

it('proposes to change or remove something only at the service that gave it', async () => {
  const all = createCatalog(shippedComponents());
  const found = await fittingSteps(aFlow({ steps: [findCustomers('a')] }), all, 'a', atOnce);
  const elsewhere = found.filter(({ component }) => component !== 'catalog:crm');
  expect(elsewhere.length).toBeGreaterThan(0);
  expect(
    elsewhere.map(({ component, operation }) => all.operation(component, operation)?.does),
  ).not.toContain('change');
});

it('proposes nothing where it is not known what a step gives', async () => {
  const flow = aFlow({ steps: [aStep('r', 'rest/request')] });
  expect(await fittingSteps(flow, catalog, 'gone', atOnce)).toEqual([]);
});
