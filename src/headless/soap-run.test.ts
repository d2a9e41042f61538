import { afterAll, beforeAll, expect, it } from 'vitest';
import { aDesk, type Desk } from './testing/command-line.ts';
import { exportedTemplate } from './testing/exported-flow.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await aDesk();
});
afterAll(() => desk.close());

it('an exported flow asks a SOAP service with its account, without the service’s description', async () => {
  const shop = desk.sandbox.services.find(({ id }) => id === 'shop');
  const address = `${shop?.url ?? ''}/soap`;
  const text = await exportedTemplate('shop-orders-to-crm', (flow) => ({
    ...flow,
    steps: flow.steps.map((step) =>
      step.id === 'orders'
        ? { ...step, settings: { ...step.settings, description: 'https://gone.example', address } }
        : step,
    ),
  }));
  await desk.write('flow.json', text);
  const account = { ...shop?.sampleForm, address, password: shop?.sampleKey };
  const environment = {
    ...desk.environment,
    FOOTBRIDGE_CREDENTIAL_SHOP: JSON.stringify(account),
  };
  const said = await desk.footbridge(['run', 'flow.json', '--yes'], { environment });
  expect(said.err).toEqual([]);
  expect(said.code).toBe(0);
  const words = said.out.join('\n');
  expect(words).toMatch(/^The key of "Shop" goes to 127\.0\.0\.1:\d+ and nowhere else\.$/m);
  expect(words).toMatch(/^1 Shop +Done +1 found/m);
  expect(words).toMatch(/^3 CRM +Done +\d+ done/m);
  expect(words).not.toContain(shop?.sampleKey);
  expect(shop?.requests.count({ method: 'GET' })).toBe(0);
  expect(shop?.requests.count({ method: 'POST' })).toBe(1);
});
