import { expect, expectAccessible, test, type App } from '../fixtures.ts';
import { onlyFlow } from '../browser-store.ts';

test('“can it do this with my service?” is looked up, and what was found becomes a flow', async ({
  app,
}) => {
  test.setTimeout(120_000);
  const { page, flows, canvas } = app;
  const title = page.getByRole('heading', { level: 1 });
  const search = page.getByRole('searchbox', { name: 'Search services and what they can do' });
  const fits = page.getByRole('list', { name: 'What fits' });
  await flows.open();
  await page.getByRole('link', { name: 'All services', exact: true }).click();
  await expect(title).toHaveText('All services');
  await expect(page.getByRole('region', { name: 'To try out, without an account' })).toContainText(
    'CRM',
  );

  await test.step('what a service can do is found, also by words of another language', async () => {
    await search.fill('stripe pay back');
    await expect(fits.getByRole('link', { name: 'Pay back a payment' })).toBeVisible();
    await search.fill('stripe kunden hinzufügen');
    await expect(fits.getByRole('link', { name: 'Add a customer' })).toBeVisible();
    await expect(page.getByRole('status').filter({ hasText: '1 found' })).toBeVisible();
    await fits.getByRole('link', { name: 'Add a customer' }).click();
  });

  await test.step('its page is open where it was found: what it needs, gives, asks for and calls', async () => {
    await expect(title).toHaveText('Stripe');
    const found = row(app, 'Add a customer');
    await expect(found).toHaveAttribute('aria-expanded', 'true');
    await expect(found).toBeFocused();
    const needs = page.getByRole('group', { name: 'What it needs' });
    await expect(needs).toContainText('E-maile-mail address');
    const address = needs.getByRole('button', { name: /^Postal address/ });
    await expect(needs.getByText('Postal code')).toHaveCount(0);
    await address.click();
    await expect(needs.getByText('Postal code')).toBeVisible();
    await expect(page.getByRole('region', { name: 'Removes' })).toContainText('Remove a customer');
    await expect(page.getByRole('region', { name: 'Signing in' })).toContainText('Secret key');
    await expect(page.getByRole('region', { name: 'Where data goes' })).toContainText(
      'api.stripe.com',
    );
    await expect(page.getByRole('region', { name: 'How often' })).toContainText(
      'At most 100 calls a second',
    );
    await expectAccessible(page, { all: true });
  });

  await test.step('the address is one to keep; back, the search is still there', async () => {
    await page.reload();
    await expect(row(app, 'Add a customer')).toHaveAttribute('aria-expanded', 'true');
    await page.goBack();
    await expect(search).toHaveValue('stripe kunden hinzufügen');
    await expect(fits.getByRole('listitem').first()).toContainText('Stripe');
  });

  await test.step('where nothing fits, what connects any service is offered', async () => {
    await search.fill('fax machine');
    await expect(page.getByRole('heading', { name: 'Nothing fits “fax machine”' })).toBeVisible();
    const any = page.getByRole('region', { name: 'Your service is not here?' });
    for (const name of ['REST request', 'OpenAPI service', 'Webhook'])
      await expect(any.getByRole('link', { name, exact: true })).toBeVisible();
    await search.fill('send a fax to slack');
    await expect(page.getByRole('region', { name: 'This comes close' })).toContainText('Slack');
    await expectAccessible(page, { all: true });
    await page.getByRole('button', { name: 'Clear the search' }).click();
    await page.getByRole('button', { name: /^Files/ }).click();
    await expect(page).toHaveURL(/in=Files/);
    await expect(fits.getByRole('link', { name: 'Google Drive', exact: true })).toBeVisible();
    await expect(fits.getByRole('link', { name: 'Stripe', exact: true })).toHaveCount(0);
  });

  await test.step('a flow begins with what was looked up', async () => {
    await page.getByRole('button', { name: /^Without an account/ }).click();
    await fits.getByRole('link', { name: 'CRM', exact: true }).click();
    await expect(page.getByRole('region', { name: 'Templates with it' })).toContainText(
      'New customers to newsletter',
    );
    await expect(page.getByRole('region', { name: 'Is told of new ones' })).toBeVisible();
    await row(app, 'Find customers by status').click();
    await page
      .getByRole('button', { name: 'Use it in a new flow: Find customers by status' })
      .click();
    await expect(canvas.step(1, 'CRM')).toBeVisible();
    const flow = await onlyFlow(page);
    expect(flow.name).toBe('Flow with CRM');
    expect(flow.steps.map(({ operation }) => operation)).toEqual(['find-customers-by-status']);
  });

  await test.step('from a flow, what is looked up comes into it, and can be taken back', async () => {
    await page
      .getByRole('navigation', { name: 'Components' })
      .getByRole('link', { name: 'All services…' })
      .click();
    await expect(page.getByRole('link', { name: 'Back to “Flow with CRM”' })).toBeVisible();
    await search.fill('add subscriber');
    await fits.getByRole('link', { name: 'Newsletter', exact: true }).click();
    await row(app, 'Add a subscriber').click();
    await page.getByRole('button', { name: 'Add to “Flow with CRM”: Add a subscriber' }).click();
    await expect(canvas.step(2, 'Newsletter')).toBeVisible();
    await canvas.expectSaved();
    const { steps, edges } = await onlyFlow(page);
    expect(steps.map(({ operation }) => operation)).toEqual([
      'find-customers-by-status',
      'add-subscriber',
    ]);
    expect(edges.map(({ from, to }) => [from, to])).toEqual([[steps[0]?.id, steps[1]?.id]]);
    await page.getByRole('banner').getByRole('button', { name: 'Undo' }).click();
    await expect.poll(async () => (await onlyFlow(page)).steps.length).toBe(1);
  });

  await test.step('at “+”, a service that is kept at hand is offered with what it would do', async () => {
    const palette = page.getByRole('navigation', { name: 'Components' });
    await palette.getByRole('textbox', { name: 'Search components' }).fill('hubspot');
    await palette.getByRole('button', { name: 'Keep HubSpot among your favourites' }).click();
    await page.getByRole('button', { name: 'Add step after CRM', exact: true }).click();
    const fitting = palette.getByRole('region', { name: 'Fits what the step gives' });
    await fitting.getByRole('button', { name: /^HubSpot: Add a contact/ }).click();
    await expect(canvas.step(2, 'HubSpot')).toBeVisible();
    await expect.poll(async () => (await onlyFlow(page)).steps[1]?.operation).toBe('add-contact');
  });
});

test.describe('on a phone, in the dark, in German', () => {
  test.use({
    locale: 'de-DE',
    colorScheme: 'dark',
    viewport: { width: 390, height: 844 },
  });

  test('a service is looked up by keyboard alone; where it cannot be fetched, that is tried again', async ({
    app,
  }) => {
    const { page, flows } = app;
    const title = page.getByRole('heading', { level: 1 });
    const whole = '**/api/catalog/catalog%3Agoogle-sheets';
    await flows.open();
    await page.keyboard.press('Control+k');
    const ask = page.getByRole('dialog', { name: 'Alles finden' }).getByRole('combobox');
    await ask.fill('alle dienste');
    await expect(page.getByRole('option').first()).toContainText('Alle Dienste…');
    await page.keyboard.press('Enter');
    await expect(title).toHaveText('Alle Dienste');
    const search = page.getByRole('searchbox', { name: 'Dienste und ihre Aktionen suchen' });
    await page.getByLabel('Kategorien').selectOption('Tables');
    await expect(page.getByRole('list', { name: 'Was passt' })).toContainText('Notion');
    await expectAccessible(page, { all: true });

    await page.context().route(whole, (route) => route.abort('connectionrefused'));
    await search.focus();
    await page.keyboard.type('add a row sheets');
    await expect(page.getByRole('link', { name: 'Eine Zeile hinzufügen' })).toBeVisible();
    const found = page.getByRole('list', { name: 'Was passt' }).getByRole('link');
    await expect(found.first()).toHaveAccessibleName('Google Sheets');
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('link', { name: 'Google Sheets', exact: true })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(title).toHaveText('Google Sheets');
    await expect(title).toBeFocused();
    await expect(page.getByRole('alert')).toBeVisible();
    await page.context().unroute(whole);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await expect(page.getByRole('button', { name: 'Noch einmal versuchen' })).toBeFocused();
    await page.keyboard.press('Enter');

    await expect(page.getByRole('region', { name: 'Anmeldung' })).toContainText(
      'accounts.google.com',
    );
    await expect(page.getByRole('region', { name: 'Von Neuem erfahren' })).toBeVisible();
    const add = row(app, 'Eine Zeile hinzufügen');
    await add.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('group', { name: 'Was gebraucht wird' })).toContainText(
      'Sie wählen einmal:',
    );
    await expectAccessible(page, { all: true });
    await expect
      .poll(() => page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth))
      .toBe(true);
  });
});

const row = ({ page }: App, name: string) => page.getByRole('button', { name, exact: true });
