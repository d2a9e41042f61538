import { test as base, expect, expectAccessible, type App } from '../fixtures.ts';
import { onlyFlow } from '../browser-store.ts';
import {
  startGraphqlService,
  type GraphqlService,
} from '../../src/proxy/testing/graphql-service.ts';

const token = 'a-token-of-the-shop-4711';
const test = base.extend<{ shop: GraphqlService }>({
  shop: async ({}, use) => {
    const shop = await startGraphqlService({
      token,
      port: Number(process.env['FOOTBRIDGE_E2E_SERVICE_PORT']),
    });
    await use(shop);
    await shop.close();
  },
});

test('S4: somebody who never saw GraphQL reads from such a service', async ({ app, shop }) => {
  test.setTimeout(120_000);
  const { page, flows, canvas, step, run } = app;
  await flows.open();
  await flows.startEmpty();

  await test.step('the service says what can be read, and its fields are ticked', async () => {
    await canvas.add('GraphQL');
    await step.chooseOperation('Read data');
    await signIn(app, 'Connect GraphQL', shop);
    await setAddress(app, shop.url);
    await expect(
      step.whole().getByText(/The fields of “127\.0\.0\.1:\d+” come from/),
    ).toBeVisible();
    await choose(app, 'What to read', 'Customers');
    const fields = step.whole().getByRole('region', { name: 'What should come back?' });
    await expect(fields.getByRole('checkbox', { name: 'Email' })).toBeChecked();
    await fields.getByRole('checkbox', { name: 'Since' }).uncheck();
    await fields.getByRole('button', { name: 'Fields inside Orders' }).click();
    await fields.getByRole('checkbox', { name: 'Number' }).check();
    await fields.getByRole('checkbox', { name: 'Number' }).uncheck();
    await step.whole().getByText('See what is sent').click();
    await expect(
      step.whole().getByRole('region', { name: 'What is sent to the service' }),
    ).toContainText('customers(first: 50');
    await expectAccessible(page);
    await expect
      .poll(async () => (await onlyFlow(page)).steps[0]?.settings['fields'])
      .toEqual(['customers/id', 'customers/name', 'customers/email', 'customers/status']);
    await canvas.undo();
    await expect(fields.getByRole('checkbox', { name: 'Number' })).toBeChecked();
    await canvas.redo();
  });

  await test.step('all of it comes, page after page', async () => {
    await run.test('Try with all');
    await expect(canvas.step(1, 'GraphQL')).toContainText('7 found');
    expect(shop.asked.filter(({ variables }) => 'after' in variables)).toHaveLength(2);
  });

  const { steps } = await onlyFlow(page);
  expect(steps.map(({ shapes }) => shapes?.input?.origin)).toEqual(['service']);
  expect(JSON.stringify(steps)).not.toContain(token);
});

test('a service that keeps to itself is said to, with how to go on; what was read stays when it is down', async ({
  app,
  shop,
}) => {
  const { page, flows, canvas, step } = app;
  await flows.open();
  await flows.startEmpty();
  await canvas.add('GraphQL');
  await step.chooseOperation('Read data');
  await signIn(app, 'Connect GraphQL', shop);
  await setAddress(app, shop.url);
  await choose(app, 'What to read', 'Brands');
  await expect
    .poll(async () => (await onlyFlow(page)).steps[0]?.shapes?.output?.origin)
    .toBe('service');

  await shop.close();
  await step.whole().getByRole('button', { name: 'Read again' }).click();
  await expect(
    step.whole().getByText('You can go on with those that were read before.'),
  ).toBeVisible();
  expect((await onlyFlow(page)).steps[0]?.shapes?.output?.schema.properties).toHaveProperty('name');

  const quiet = await startGraphqlService({
    keepsToItself: true,
    token,
    port: Number(process.env['FOOTBRIDGE_E2E_SERVICE_PORT']),
  });
  await step.whole().getByRole('button', { name: 'Try again' }).first().click();
  await expect(step.whole().getByText(/does not tell what it offers/)).toBeVisible();
  await quiet.close();
});

async function signIn(
  { step, credential }: App,
  button: string,
  shop: GraphqlService,
): Promise<void> {
  await step.open('Credential');
  await step.whole().getByRole('button', { name: button }).click();
  const dialog = credential.whole();
  await dialog.getByRole('combobox', { name: 'How do you sign in?' }).selectOption('Token');
  await dialog.getByRole('textbox', { name: /^Address of the service/ }).fill(shop.url);
  await dialog.getByRole('textbox', { name: /^Token( \*)?$/ }).fill(token);
  await credential.submit();
  await credential.expectClosed();
}

async function setAddress({ page, step }: App, address: string): Promise<void> {
  await step.open('Settings');
  const field = step.whole().getByRole('textbox', { name: 'Address' });
  await field.fill(address);
  await field.press('Tab');
  await expect
    .poll(async () => (await onlyFlow(page)).steps.at(-1)?.settings['address'])
    .toBe(address);
}

async function choose({ page, step }: App, field: string, option: string): Promise<void> {
  await step.whole().getByLabel(field).first().click();
  await page.getByRole('option', { name: new RegExp(`^${option}`) }).click();
}
