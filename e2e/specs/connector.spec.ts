import type { Route } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import { onlyFlow } from '../browser-store.ts';

const whole = '**/api/catalog/catalog%3Astripe';

/** The service as its reference has it, behind the proxy: one key is right, one customer is there. */
async function stripe(route: Route): Promise<void> {
  const { path } = route.request().postDataJSON() as { path: string };
  const body = path.startsWith('/v1/account')
    ? { id: 'acct_1', settings: { dashboard: { display_name: 'Ada’s Shop' } } }
    : {
        has_more: false,
        data: [
          { id: 'cus_1', name: 'Grace Hopper', email: 'grace@example.com', created: 1_700_000_000 },
        ],
      };
  await route.fulfill({
    json: body,
    headers: {
      'Footbridge-Status': '200',
      'Footbridge-Headers': '{"content-type":"application/json"}',
      'Footbridge-Ms': '12',
    },
  });
}

test('a service is found at once and fetched when it is first used; where that fails nothing is lost', async ({
  app,
}) => {
  const { page, flows, canvas, step, run } = app;
  await flows.open();
  await flows.startEmpty();

  await test.step('without a connection it cannot be added yet, and that is said', async () => {
    await page.context().route(whole, (route) => route.abort('connectionrefused'));
    await page.getByRole('textbox', { name: 'Search components' }).fill('refund');
    await canvas.press('Stripe');
    await expect(page.getByText('could not be fetched from Footbridge')).toBeVisible();
    expect((await onlyFlow(page)).steps).toEqual([]);
    await page.context().unroute(whole);
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(canvas.step(1, 'Stripe')).toBeVisible();
  });

  await test.step('its account is proved in words, and its customers come as people read them', async () => {
    await page.context().route('**/api/call', stripe);
    await step.chooseOperation('List customers');
    await step.connect('Stripe');
    const dialog = page.getByRole('dialog', { name: /^Connect / });
    await dialog.getByRole('textbox', { name: 'Secret key' }).fill('sk_test_not_a_real_key_1234');
    await dialog.getByRole('button', { name: 'Connect', exact: true }).click();
    await expect(page.getByText('Connected as Ada’s Shop, account acct_1').first()).toBeVisible();
    await run.test('Try with 1');
    await expect(run.whole()).toContainText('Grace Hopper');
  });

  await test.step('opened again, the flow waits for it', async () => {
    await canvas.expectSaved();
    await page.context().route(whole, (route) => route.abort('connectionrefused'));
    await page.reload();
    await expect(page.getByText('The flow cannot be shown yet')).toBeVisible();
    await page.context().unroute(whole);
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(canvas.step(1, 'Stripe')).toBeVisible();
    const [kept] = (await onlyFlow(page)).steps;
    expect([kept?.component, kept?.operation]).toEqual(['catalog:stripe', 'list-customers']);
  });
});
