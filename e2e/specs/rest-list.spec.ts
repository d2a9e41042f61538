import { expect, expectAccessible, test, type App } from '../fixtures.ts';
import { onlyFlow } from '../browser-store.ts';
import { placeOf } from '../sample-places.ts';

test('S3 S4: a list that comes in pages is read by its address alone, and its fields go into the next step', async ({
  app,
}) => {
  test.setTimeout(120_000);
  const { page, flows, canvas, step, mapper, run } = app;
  await flows.open();
  await flows.startEmpty();
  const crm = await placeOf(page, 'sample-crm');

  await test.step('how the pages come is said in words', async () => {
    await canvas.add('REST request');
    await step.chooseOperation('Get a list');
    await step.open('Settings');
    await fillIn(app, 'Address', `${crm.url}/customers?status=active&pageSize=100`);
    const paging = step.whole().getByRole('combobox', { name: 'The answer comes in pages' });
    await expect(paging.locator('option:checked')).toHaveText('No, all at once');
    await expect(
      step.whole().getByRole('textbox', { name: /^Where the next address is/ }),
    ).toBeHidden();
    await paging.selectOption('Yes: the answer holds the address of the next page');
    await fillIn(app, 'Where the next address is in the answer', 'next');
    await expect
      .poll(async () => (await onlyFlow(page)).steps[0]?.settings)
      .toMatchObject({ paging: 'url', nextAt: 'next' });
    await signIn(app, crm);
  });

  await test.step('a try says how many pages were read', async () => {
    await step.open('Test');
    await step.whole().getByRole('button', { name: 'Try with 1' }).click();
    const went = step.whole().getByRole('status').filter({ hasText: 'Show all messages' });
    await expect(went).toContainText('1 page read');
    await step.whole().getByRole('button', { name: 'Try with all' }).click();
    await run.sayAll('REST request” takes all there are', 'Nothing is sent or changed');
    await expect(went).toContainText('3 pages read');
    await expect(canvas.step(1, 'REST request')).toContainText('289 found');
  });

  await test.step('the answer says what the step gives', async () => {
    await step.whole().getByRole('button', { name: 'Use this answer as the shape' }).click();
    await expect(step.whole().getByText('Later steps can now use its fields.')).toBeVisible();
    await expect
      .poll(async () => {
        const { output } = (await onlyFlow(page)).steps[0]?.shapes ?? {};
        return [output?.origin, ...Object.keys(output?.schema.properties ?? {})];
      })
      .toEqual(expect.arrayContaining(['sample', 'id', 'firstName', 'lastName', 'emails']));
    await canvas.undo();
    await expect(
      step.whole().getByRole('button', { name: 'Use this answer as the shape' }),
    ).toBeVisible();
    await canvas.redo();
  });

  await test.step('its fields stand where they can be changed', async () => {
    await step.open('Operation');
    await expect(
      step.whole().getByRole('radio', { name: 'Build it field by field' }),
    ).toBeChecked();
    await expect(step.whole().getByText('What does an entry look like?').first()).toBeVisible();
  });

  await test.step('the next step is filled from it', async () => {
    await canvas.add('Newsletter');
    await step.operation('Add a subscriber').click();
    await step.useSampleKey();
    await step.expectOpen('Mapping');
    await mapper.matchByName();
    await mapper.useMatches();
    await expect(mapper.pill('First name', /First name from REST request/)).toBeVisible();
  });

  await canvas.expectSaved();
  const flow = await onlyFlow(page);
  expect(flow.steps.map(({ operation }) => operation)).toEqual(['list', 'add-subscriber']);
  expect(JSON.stringify(flow.steps[1]?.slots)).toContain(`"from":"${flow.steps[0]?.id ?? '?'}"`);
  expect(JSON.stringify(flow)).not.toContain(crm.key);
});

test('an answer that is one page of several offers to read all of them', async ({ app }) => {
  const { page, flows, canvas, step, run } = app;
  await flows.open();
  await flows.startEmpty();
  const crm = await placeOf(page, 'sample-crm');
  await canvas.add('REST request');
  await step.chooseOperation('Get a list');
  await step.open('Settings');
  await fillIn(app, 'Address', `${crm.url}/customers?status=active&pageSize=100`);
  await signIn(app, crm);
  await step.open('Test');
  await step.whole().getByRole('button', { name: 'Try with all' }).click();
  await run.sayAll();
  await expect(canvas.step(1, 'REST request')).toContainText('100 found');
  await expect(step.whole().getByText('The answer tells in “next” what comes next.')).toBeVisible();
  await expectAccessible(page);
  await step.whole().getByRole('button', { name: 'Read all pages' }).click();
  await expect
    .poll(async () => (await onlyFlow(page)).steps[0]?.settings)
    .toMatchObject({ paging: 'url', nextAt: 'next' });
  await step.whole().getByRole('button', { name: 'Try with all' }).click();
  await run.sayAll();
  await expect(canvas.step(1, 'REST request')).toContainText('289 found');
  await expect(step.whole().getByText('3 pages read')).toBeVisible();

  await test.step('a page that is not another one, and a list that is elsewhere, are said in words', async () => {
    await step.open('Settings');
    await fillIn(app, 'Address', `${crm.url}/statuses`);
    await step
      .whole()
      .getByRole('combobox', { name: 'The answer comes in pages' })
      .selectOption('Yes: pages have numbers');
    await run.test('Try with all');
    const card = run.whole().getByRole('region', { name: 'Refused' });
    await expect(card).toContainText('The service gave the same entries again for the next page.');

    await step.open('Settings');
    await step
      .whole()
      .getByText(/^\d more fields?/)
      .click();
    await fillIn(app, 'Where the list is in the answer', 'entries');
    await run.test('Try with all');
    await expect(card).toContainText('There is no “entries” in the answer, but lists in');
  });
});

async function fillIn({ step }: App, label: string, value: string): Promise<void> {
  // What has to be filled in has a star behind its name.
  const field = step.whole().getByRole('textbox', { name: new RegExp(`^${label}( \\*)?$`) });
  await field.fill(value);
  await field.press('Tab');
}

async function signIn(
  { step, credential }: App,
  crm: { readonly url: string; readonly key: string },
): Promise<void> {
  await step.open('Credential');
  await step.whole().getByRole('button', { name: 'Connect REST request' }).click();
  const dialog = credential.whole();
  await dialog
    .getByRole('combobox', { name: 'How do you sign in?' })
    .selectOption('Key in a header');
  await dialog.getByRole('textbox', { name: /^Address of the service/ }).fill(crm.url);
  await dialog.getByRole('textbox', { name: /^Key( \*)?$/ }).fill(crm.key);
  await credential.submit();
  await credential.expectClosed();
}
