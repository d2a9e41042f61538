import type { Locator } from '@playwright/test';
import { everythingInBrowser, flowsInBrowser } from '../browser-store.ts';
import { expect, test, type App } from '../fixtures.ts';
import { openCustomers } from '../journeys/connected-flow.ts';

test('flows are told apart by folders, tags and an archive, and by how they ran last', async ({
  app,
}) => {
  test.setTimeout(120_000);
  const { page, flows, run } = app;
  await openCustomers(app);
  await run.test('Try with 5');
  await expect(run.whole().getByRole('status', { name: 'How the run went' })).toContainText('Done');
  await expect.poll(async () => (await everythingInBrowser(page))['runs']).toHaveLength(1);
  await flows.open();
  await expect(row(app, 'New flow')).toContainText(/Ran .* · 5 found/);
  await rename(app, 'New flow', 'Customers weekly');

  await test.step('a duplicate says that it has no accounts', async () => {
    await choose(app, 'Customers weekly', 'Duplicate');
    await expect(
      page.getByText('with samples and tests but without accounts').first(),
    ).toBeVisible();
    await expect(row(app, 'Customers weekly (copy)')).toContainText('Not run yet');
    const { bindings } = await everythingInBrowser(page);
    expect(bindings).toHaveLength(1);
  });

  await test.step('a folder and tags are given, and narrow the list', async () => {
    await choose(app, 'Customers weekly', 'Folder and tags');
    const dialog = page.getByRole('dialog', { name: /^Folder and tags of/ });
    await dialog.getByLabel('Folder').fill('Sales');
    await dialog.getByLabel('Tags').fill('monday, mail');
    await dialog.getByLabel('Tags').press('Enter');
    await expect(row(app, 'Customers weekly')).toContainText('monday');
    const places = page.getByRole('group', { name: 'Folders and tags' });
    await places.getByRole('button', { name: 'Folder Sales (1)' }).click();
    await expect(rows(app)).toHaveCount(1);
    await places.getByRole('button', { name: 'All (2)' }).click();
    await expect(rows(app)).toHaveCount(2);
  });

  await test.step('the search knows names, services and tags', async () => {
    const search = page.getByRole('searchbox', { name: 'Search your flows' });
    await search.fill('monday');
    await expect(rows(app)).toHaveCount(1);
    await search.fill('crm');
    await expect(rows(app)).toHaveCount(2);
    await search.fill('nothing like it');
    await expect(page.getByText('No flow has “nothing like it”')).toBeVisible();
    await search.fill('');
  });

  await test.step('the archive takes a flow and gives it back', async () => {
    await choose(app, 'Customers weekly (copy)', 'Archive');
    await expect(rows(app)).toHaveCount(1);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(rows(app)).toHaveCount(2);
    await choose(app, 'Customers weekly (copy)', 'Archive');
    await page.getByRole('button', { name: 'Archive (1)' }).click();
    await expect(rows(app)).toHaveCount(1);
    await choose(app, 'Customers weekly (copy)', 'Take out of the archive');
    await expect(rows(app)).toHaveCount(2);
  });

  await page.reload();
  await expect(row(app, 'Customers weekly')).toContainText('Sales');
  await expect(page.getByRole('button', { name: 'Archive (1)' })).toHaveCount(0);
  expect((await flowsInBrowser(page)).map(({ name }) => name).toSorted()).toEqual([
    'Customers weekly',
    'Customers weekly (copy)',
  ]);
});

const rows = ({ page }: App): Locator =>
  page.getByRole('list', { name: 'Your flows' }).locator(':scope > li');

const row = (app: App, name: string): Locator =>
  rows(app).filter({ has: app.page.getByRole('link', { name, exact: true }) });

async function choose({ page }: App, name: string, what: string): Promise<void> {
  await page.getByRole('button', { name: `More for ${name}`, exact: true }).click();
  await page.getByRole('menuitem', { name: what, exact: true }).click();
}

async function rename(app: App, name: string, to: string): Promise<void> {
  await choose(app, name, 'Rename');
  const field = app.page.getByRole('dialog', { name: 'Rename the flow' }).getByLabel('Name');
  await field.fill(to);
  await field.press('Enter');
}
