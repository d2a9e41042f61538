import { test as base, expect, expectAccessible, type App } from '../fixtures.ts';
import { placeOf } from '../sample-places.ts';
import { listenForSecrets } from '../secrets.ts';
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
  const { page, flows, canvas, step, credential, run } = app;
  const ears = listenForSecrets(page);
  await flows.open();
  await flows.startEmpty();

  await test.step('the service says what can be read, and its fields are ticked', async () => {
    await canvas.add('GraphQL');
    await step.chooseOperation('Read data');
    await fillIn(app, 'Connect GraphQL', shop, 'a-token-of-nobody-0815');
    await expect(credential.whole()).toContainText(`${new URL(shop.url).host} refused this token`);
    await tokenField(app).fill(token);
    await credential.submit();
    await expect(page.getByText('Checked: the service lets this account in')).toBeVisible();
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

  await expect
    .poll(async () => (await onlyFlow(page)).steps.map(({ shapes }) => shapes?.input?.origin))
    .toEqual(['service']);
  await ears.expectNowhere([token]);
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

  const changed = await startGraphqlService({
    token: 'another-token-4712',
    port: Number(process.env['FOOTBRIDGE_E2E_SERVICE_PORT']),
  });
  await step.whole().getByRole('button', { name: 'Try again' }).first().click();
  await expect(step.whole().getByText(/refused this key/)).toBeVisible();
  await step.open('Credential');
  await expect(step.whole()).toContainText('Checked: the service lets this account in');
  await step.whole().getByRole('button', { name: 'More about GraphQL' }).click();
  await page.getByRole('menuitem', { name: 'Check it now' }).click();
  await expect(step.whole().getByRole('alert')).toContainText('refused this token');
  await changed.close();
});

test('S3 S4: open tickets of the support desk are read and answered; an address that nobody can write to is told at its field', async ({
  app,
}) => {
  test.setTimeout(180_000);
  const { page, flows, canvas, step, mapper, run } = app;
  const ears = listenForSecrets(page);
  await flows.open();
  const desk = await placeOf(page, 'sample-desk');
  await flows.startEmpty();

  await test.step('one press connects, and the address is there', async () => {
    await canvas.add('GraphQL');
    await step.chooseOperation('Read data');
    await step.useSampleKey();
    await step.expectOpen('Settings');
    await expect(step.whole().getByRole('textbox', { name: 'Address' })).toHaveValue(
      `${desk.url}/graphql`,
    );
  });

  await test.step('what is read, and which of its fields, is chosen in the service’s words', async () => {
    await choose(app, 'What to read', 'Tickets');
    const fields = step.whole().getByRole('region', { name: 'What should come back?' });
    await fields.getByRole('button', { name: 'Fields inside Requester' }).click();
    await fields.getByRole('checkbox', { name: 'First name' }).check();
    await fields.getByRole('checkbox', { name: 'Email' }).check();
    await step.open('Mapping');
    await mapper.field('Status').getByRole('combobox').selectOption({ label: 'Open' });
    await run.test('Try with 5');
    await expect(canvas.step(1, 'GraphQL')).toContainText('5 found');
    await expect(run.whole().getByRole('region', { name: 'Output' })).toContainText('T-2001');
  });

  await test.step('another step takes the same account, and is filled from the first', async () => {
    await canvas.add('GraphQL');
    await step.chooseOperation('Change something');
    await step.open('Credential');
    await step.whole().getByRole('radio', { name: 'GraphQL' }).click();
    await step.open('Settings');
    await expect(step.whole().getByRole('textbox', { name: 'Address' })).toHaveValue(
      `${desk.url}/graphql`,
    );
    await choose(app, 'What should happen', 'Answer ticket');
    await step.open('Mapping');
    await mapper.field('Ticket').getByRole('textbox', { name: 'Ticket' }).click();
    await mapper.data(/^ID/).click();
    await mapper.field('To').getByRole('textbox', { name: 'To' }).click();
    await mapper.data(/^Requester/).press('ArrowRight');
    await mapper.data(/^Email/).click();
    await mapper
      .field('Text')
      .getByRole('textbox', { name: 'Text' })
      .fill('Thank you. We look into it.');
    await expect(mapper.pill('To', /Email from GraphQL/)).toBeVisible();
  });

  const refused = run.whole().getByRole('region', { name: 'Refused' });
  await test.step('it is shown before it is sent; the third is refused at its field', async () => {
    await run.test('Try with 5');
    await expect(run.held()).toContainText('Answer ticket');
    await expect(run.held()).not.toContainText('mutation');
    await expect(run.held()).toContainText('Nothing has been sent yet.');
    await run.whole().getByRole('button', { name: 'Send 5' }).click();
    await expect(refused).toContainText('is not a complete e-mail address');
    const field = refused.getByRole('listitem').filter({ hasText: '(at)example.org' });
    await expect(field).toContainText('To');
    await expect(field).toContainText('GraphQL');
    await expect(field).toContainText('Email');
  });

  await test.step('the others are answered, and the desk knows it', async () => {
    await refused.getByRole('button', { name: 'Skip it this time and send the other 2' }).click();
    await expect(run.whole().getByRole('status', { name: 'How the run went' })).toContainText(
      '4 done, 1 refused',
    );
    const answer = await page.request.post(`${desk.url}/graphql`, {
      headers: { Authorization: `Bearer ${desk.key}` },
      data: { query: '{ ticket(id: "T-2001") { status answers { text } } }' },
    });
    expect(await answer.json()).toEqual({
      data: { ticket: { status: 'WAITING', answers: [{ text: 'Thank you. We look into it.' }] } },
    });
  });

  await expect.poll(async () => (await onlyFlow(page)).samples).toHaveLength(2);
  const { steps, samples, credentials } = await onlyFlow(page);
  expect(samples.map(({ step: of }) => of)).toEqual(steps.map(({ id }) => id));
  expect(credentials).toHaveLength(1);
  expect(steps).toMatchObject([
    {
      operation: 'read',
      settings: { field: 'tickets' },
      shapes: { output: { origin: 'service' } },
    },
    {
      operation: 'change',
      settings: { field: 'answerTicket' },
      slots: { input: { props: { input: { props: { ticket: { from: steps[0]?.id } } } } } },
    },
  ]);
  await ears.expectNowhere([desk.key]);
});

async function signIn(app: App, button: string, shop: GraphqlService): Promise<void> {
  await fillIn(app, button, shop, token);
  await app.credential.expectClosed();
}

async function fillIn(app: App, button: string, shop: GraphqlService, key: string): Promise<void> {
  const { step, credential } = app;
  await step.open('Credential');
  await step.whole().getByRole('button', { name: button }).click();
  const dialog = credential.whole();
  await dialog.getByRole('combobox', { name: 'How do you sign in?' }).selectOption('Token');
  await dialog.getByRole('textbox', { name: /^Address of the service/ }).fill(shop.url);
  await tokenField(app).fill(key);
  await credential.submit();
}

function tokenField({ credential }: App) {
  return credential.whole().getByRole('textbox', { name: /^Token( \*)?$/ });
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
  await expect(step.whole().getByText(/^The fields of “.*” come from/)).toBeVisible();
  await step.whole().getByLabel(field).first().click();
  await page.getByRole('option', { name: new RegExp(`^${option}`) }).click();
}
