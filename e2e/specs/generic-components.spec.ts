import { expect, test, type App } from '../fixtures.ts';
import { everythingInBrowser, flowsInBrowser, onlyFlow } from '../browser-store.ts';
import { addCustomers } from '../journeys/first-flow.ts';
import { addToCrm, customersNamed, freshWord, placeOf, subscribers } from '../sample-places.ts';

test('S1 S3 S4: a flow without any bespoke connector does the same work', async ({ app }) => {
  test.setTimeout(120_000);
  const { page, flows, canvas, step, mapper, run } = app;
  const lastName = freshWord();
  const email = `${lastName}@example.com`;
  await flows.open();
  await flows.startEmpty();
  const crm = await placeOf(page, 'sample-crm');
  const newsletter = await placeOf(page, 'sample-newsletter');
  const id = await addToCrm(page, { firstName: 'Zoë', lastName, status: 'active', email });

  await test.step('retrieve: the CRM is asked by its address, with a key in a header', async () => {
    await canvas.add('REST request');
    await step.chooseOperation('Send a request');
    await setAddress(app, `${crm.url}/customers/${id}`);
    await signIn(app, 'Connect REST request', 'Key in a header', {
      'Address of the service': crm.url,
      Key: crm.key,
      'Address to check it at': `${crm.url}/me`,
    });
    await expect(page.getByText('Checked: the service lets this account in')).toBeVisible();
    await pasteExample(app, {
      id: 'c-1',
      firstName: 'Ada',
      lastName: 'Lovelace',
      emails: [{ address: 'ada@example.com', kind: 'work' }],
    });
  });

  await test.step('transform: a Mapper makes a subscriber of it', async () => {
    await canvas.add('Mapper');
    await pasteExample(app, {
      subscriber: { email: 'ada@example.com', firstName: 'Ada', lastName: 'Lovelace' },
    });
    await step.open('Mapping');
    await mapper.matchByName();
    await mapper.useMatches();
    await expect(mapper.pill('Email', /from REST request/)).toBeVisible();
  });

  await test.step('send: the newsletter is told by its address, with a token', async () => {
    await canvas.add('REST request');
    await step.chooseOperation('Send a request');
    await step.open('Settings');
    await step
      .whole()
      .getByRole('combobox', { name: 'What to do' })
      .selectOption('Add data (POST)');
    await setAddress(app, `${newsletter.url}/subscribers`);
    await signIn(app, 'Connect another account', 'Token', {
      'Address of the service': newsletter.url,
      Token: newsletter.key,
    });
    await expect(page.getByText('Not checked: this service answers there whoever')).toBeVisible();
    await step.open('Mapping');
    await mapper.field('Data').getByRole('textbox', { name: 'Data' }).click();
    await mapper
      .data(/Subscriber/)
      .first()
      .click();
    await expect(mapper.pill('Data', /Subscriber from Mapper/)).toBeVisible();
  });

  await test.step('it runs: shown first, then sent', async () => {
    await run.test('Try with 1');
    await expect(run.whole().getByText('Nothing has been sent yet.')).toBeVisible();
    expect((await subscribers(page)).map((one) => one.email)).not.toContain(email);
    await run.whole().getByRole('button', { name: 'Send 1' }).click();
    await expect(run.whole().getByRole('status', { name: 'How the run went' })).toContainText(
      'Done',
    );
    expect((await subscribers(page)).filter((one) => one.email === email)).toMatchObject([
      { email, firstName: 'Zoë', lastName },
    ]);
  });

  const flow = await onlyFlow(page);
  expect(flow.steps.map(({ component }) => component)).toEqual([
    'catalog:rest',
    'catalog:mapper',
    'catalog:rest',
  ]);
  expect(flow.credentials.map(({ type }) => type)).toEqual(['api-key', 'token']);
  expect(JSON.stringify(flow)).not.toContain(crm.key);
  expect(JSON.stringify(flow)).not.toContain(newsletter.key);
});

test('S1 S3: a Webhook receives, a Filter chooses, and the CRM stores', async ({ app }) => {
  const { page, flows, canvas, step, credential, run } = app;
  const lastName = freshWord();
  await flows.open();
  await flows.startFromTemplate('Sign-up form to CRM');
  await canvas.step(3, 'CRM').click();
  await step.connect('CRM');
  await credential.useSampleKey();
  await expect(page.getByText('Connected as Ada Lovelace, workspace Demo').first()).toBeVisible();

  const { steps, start } = await onlyFlow(page);
  expect(start).toEqual({ kind: 'webhook' });
  expect(steps.map(({ component }) => component)).toEqual([
    'catalog:webhook',
    'catalog:filter',
    'catalog:crm',
  ]);
  await page.getByRole('button', { name: 'Show the whole flow' }).click();
  await canvas.step(1, 'Sign-up form').click();
  await step.open('Operation');
  await step.whole().getByRole('button', { name: 'Wait for a call' }).click();
  const address = step.whole().getByRole('textbox', { name: 'Send data to this address' });
  await expect(address).toHaveValue(/\/hooks\//);
  const signUp = {
    firstName: 'Zoë',
    lastName,
    email: `${lastName}@example.com`,
    phone: '+49 30 1234567',
    agreed: true,
  };
  expect(
    (
      await page.request.post(await address.inputValue(), { data: { ...signUp, agreed: false } })
    ).status(),
  ).toBe(202);
  await expect(canvas.step(2, 'Only if agreed')).toContainText('1 left out');
  expect((await page.request.post(await address.inputValue(), { data: signUp })).status()).toBe(
    202,
  );

  await run.whole().getByRole('button', { name: 'Send 1' }).click();
  await expect(run.whole().getByRole('status', { name: 'How the run went' })).toContainText('Done');
  expect(await customersNamed(page, lastName)).toMatchObject([{ status: 'lead', lastName }]);
});

test('S4: a REST request is refused without a key, and goes through on the user’s behalf with it', async ({
  app,
}) => {
  const { page, flows, canvas, step, credential, run } = app;
  await flows.open();
  await flows.startEmpty();
  const { url, key } = await placeOf(page, 'sample-crm');
  await canvas.add('REST request');
  await step.chooseOperation('Send a request');
  await setAddress(app, `${url}/customers/c-0001`);
  await run.test('Try with 1');
  const card = run.whole().getByRole('region', { name: 'Refused' });
  await expect(card).toContainText('REST request does not let you in');
  await expect(card).toContainText('A key is needed in the header X-Api-Key.');
  await expect(card).toContainText('wants to know who asks, and this step uses no account');
  await card.getByRole('button', { name: 'Connect', exact: true }).click();
  await fillIn(app, 'Connect REST request', 'Key in a header', {
    'Address of the service': `${url}/me`,
    Key: 'crm-not-the-key-0815',
  });
  const form = credential.whole();
  await expect(form).toContainText(`${new URL(url).host} refused this key`);
  await form.getByRole('textbox', { name: /^Key( \*)?$/ }).fill(key);
  await credential.submit();
  await credential.expectClosed();
  await run.test('Try with 1');
  await expect(run.whole().getByRole('status', { name: 'How the run went' })).toContainText('Done');
  await expect(run.whole()).toContainText('c-0001');
  const flow = await onlyFlow(page);
  expect(flow.steps[0]?.credential).toBe(flow.credentials[0]?.id);
  expect(JSON.stringify(await everythingInBrowser(page))).not.toContain(key);
});

test('S7: two flows share one credential', async ({ app }) => {
  const { page, flows, canvas, step, run } = app;
  await flows.open();
  await flows.startEmpty();
  await addCustomers(app);
  await canvas.expectSaved();
  await page.getByRole('link', { name: 'All flows' }).click();
  await page.getByRole('button', { name: 'New flow', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Start with an empty canvas' }).click();
  await expect(page.getByText('Where does the data come from?')).toBeVisible();
  await canvas.add('CRM');
  await step.chooseOperation('Get all customer statuses');
  await step.open('Credential');
  await step.whole().getByRole('radio', { name: /CRM/ }).click();
  await expect(step.whole().getByRole('radio', { name: /CRM/ })).toBeChecked();
  await run.test('Try with all');
  await expect(canvas.step(1, 'CRM')).toContainText('4 found');

  await expect
    .poll(async () => (await flowsInBrowser(page)).map((flow) => flow.credentials.length))
    .toEqual([1, 1]);
  await expect.poll(async () => (await everythingInBrowser(page))['bindings']).toHaveLength(2);
  expect((await everythingInBrowser(page))['credentials']).toHaveLength(1);
});

async function setAddress({ page, step }: App, address: string): Promise<void> {
  await step.open('Settings');
  const field = step.whole().getByRole('textbox', { name: 'Address' });
  await field.fill(address);
  await field.press('Tab');
  await expect
    .poll(async () => (await onlyFlow(page)).steps.at(-1)?.settings['address'])
    .toBe(address);
}

async function signIn(...entry: Parameters<typeof fillIn>): Promise<void> {
  await fillIn(...entry);
  await entry[0].credential.expectClosed();
}

async function fillIn(
  { step, credential }: App,
  button: string,
  type: string,
  fields: Readonly<Record<string, string>>,
): Promise<void> {
  await step.open('Credential');
  await step.whole().getByRole('button', { name: button }).click();
  await credential
    .whole()
    .getByRole('combobox', { name: 'How do you sign in?' })
    .selectOption(type);
  for (const [label, value] of Object.entries(fields))
    await credential
      .whole()
      .getByRole('textbox', { name: new RegExp(`^${label}( \\*)?$`) })
      .fill(value);
  await credential.submit();
}

async function pasteExample({ step }: App, example: unknown): Promise<void> {
  await step.open('Operation');
  await step.whole().getByRole('radio', { name: 'Paste an example' }).check();
  await step.whole().getByRole('textbox', { name: 'Example (JSON)' }).fill(JSON.stringify(example));
  await step.whole().getByRole('button', { name: 'Take these fields' }).click();
}
