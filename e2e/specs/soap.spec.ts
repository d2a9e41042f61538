import { onlyFlow } from '../browser-store.ts';
import { expect, expectAccessible, test, type App } from '../fixtures.ts';
import { placeOf } from '../sample-places.ts';
import { listenForSecrets } from '../secrets.ts';

test('S4: a SOAP service is asked by its description: account, operation from its list, fields, a refusal at its field, an answer', async ({
  app,
}) => {
  test.setTimeout(120_000);
  const { page, flows, canvas, step, credential, mapper, run } = app;
  const ears = listenForSecrets(page);
  await flows.open();
  const shop = await placeOf(page, 'sample-shop');
  await flows.startEmpty();
  await canvas.add('SOAP service');
  await step.chooseOperation('Look something up');

  await test.step('a wrong password is told at the form, the right one is checked', async () => {
    await step.open('Credential');
    await step
      .whole()
      .getByRole('button', { name: /^Connect SOAP service/ })
      .click();
    const form = credential.whole();
    await form.getByRole('textbox', { name: /^Address of the service/ }).fill(`${shop.url}/soap`);
    await form.getByRole('textbox', { name: /^User name/ }).fill('shop-demo');
    await form.getByLabel(/^Password/).fill('not-the-password');
    await credential.submit();
    await expect(form).toContainText(`${new URL(shop.url).host} refused this password`);
    await form.getByLabel(/^Password/).fill(shop.key);
    await credential.submit();
    await credential.expectClosed();
    await expect(page.getByText('Checked: the service lets this account in')).toBeVisible();
  });
  await describeBy(app, `${shop.url}/soap?wsdl`);

  await test.step('what the service can do is a list in its own words', async () => {
    const what = step.whole().getByRole('combobox', { name: 'What to look up' });
    await expect(what.getByRole('option')).toContainText([
      'Find orders since',
      'Get order',
      'Get articles',
      'Create order (its name does not say that it only looks something up)',
      'Cancel order',
    ]);
    await what.selectOption('Get order');
    await expect(step.whole()).toContainText('come from the service');
    await expectAccessible(page);
  });

  const number = mapper.field('Number').getByRole('textbox', { name: 'Number' });
  await test.step('an order that is not there is a refusal at the field', async () => {
    await step.open('Mapping');
    await number.fill('S-9999');
    await number.press('Tab');
    await run.test('Try with 1');
    const refused = run.whole().getByRole('region', { name: 'Refused' });
    await expect(refused).toContainText('Order not found');
    await expect(refused).toContainText('Number');
  });

  await test.step('another one is the answer, as data', async () => {
    await number.fill('S-1001');
    await number.press('Tab');
    await run.test('Try with 1');
    await expect(run.whole().getByRole('status', { name: 'How the run went' })).toContainText(
      'Done',
    );
    await expect(run.whole()).toContainText('S-1001');
  });

  await test.step('its fields fill the next step', async () => {
    await canvas.add('CRM');
    await step.chooseOperation('Add a customer');
    await step.open('Mapping');
    await mapper.matchByName();
    await mapper.useMatches();
    await expect(mapper.pill('Last name', /Last name from SOAP service/)).toBeVisible();
  });

  const flow = await onlyFlow(page);
  expect(flow.steps[0]).toMatchObject({
    component: 'catalog:soap',
    operation: 'look-up',
    settings: { description: `${shop.url}/soap?wsdl`, operation: 'Shop/GetOrder' },
    shapes: {
      input: { origin: 'service', schema: { required: ['number'] } },
      output: { origin: 'service' },
    },
  });
  await ears.expectNowhere([shop.key]);
});

test('a description that is pasted is shown as text, whatever it holds', async ({ app }) => {
  const { page, flows, canvas, step, mapper } = app;
  await flows.open();
  const shop = await placeOf(page, 'sample-shop');
  const wsdl = await (await page.request.get(`${shop.url}/soap?wsdl`)).text();
  await flows.startEmpty();
  await canvas.add('SOAP service');
  await step.chooseOperation('Look something up');

  await describeBy(app, '<!DOCTYPE a [<!ENTITY b "bb">]><a>&b;</a>');
  await expect(step.whole()).toContainText('holds a DOCTYPE');

  await describeBy(
    app,
    wsdl.replaceAll('Such as S-1001.', '&lt;img src=x onerror=alert(1)&gt; such as S-1001.'),
  );
  await step.whole().getByRole('combobox', { name: 'What to look up' }).selectOption('Get order');
  await step.open('Mapping');
  await expect(mapper.field('Number')).toContainText('<img src=x onerror=alert(1)>');
  await expect(page.locator('img[src="x"]')).toHaveCount(0);
});

async function describeBy({ step }: App, description: string): Promise<void> {
  await step.open('Settings');
  const field = step.whole().getByRole('textbox', { name: /^Description of the service/ });
  await field.fill(description);
  await field.press('Tab');
}
