import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { flowsInBrowser, wipeBrowser } from '../browser-store.ts';
import { expect, test } from '../fixtures.ts';
import { openCustomers } from '../journeys/connected-flow.ts';

const secret = 'crm-demo-key-0000-1111-2222';

/** Counts what is asked of services, also by the page's threads. */
function countCalls(page: Page): { made: number } {
  const calls = { made: 0 };
  page.context().on('request', (request) => {
    if (new URL(request.url()).pathname === '/api/call') calls.made += 1;
  });
  return calls;
}

test('an earlier run is opened after a reload, run again without asking its source, and looked at from a file by a browser that never saw it', async ({
  app,
}) => {
  test.setTimeout(180_000);
  const { page, flows, canvas, run } = app;
  const calls = countCalls(page);
  const panel = run.whole();
  await openCustomers(app);
  await run.test('Try with 1');
  await expect(canvas.step(1, 'CRM')).toContainText('1 found');
  await run.test('Try with 5');
  await expect(canvas.step(1, 'CRM')).toContainText('5 found');

  // What changed since the run before is said in words.
  await panel.getByRole('tab', { name: 'What changed' }).click();
  const changes = panel.getByRole('region', { name: 'What changed' });
  await expect(changes).toContainText('Since the run before');

  await panel.getByRole('button', { name: 'Earlier runs' }).click();
  const earlier = panel.getByRole('button', { name: /^Look at the run from/ });
  await expect(earlier).toHaveCount(2);
  await expect(earlier.first()).toHaveAccessibleName(/Whole flow, with 5\. Done\. 5 found/);

  await page.reload();
  await expect(canvas.step(1, 'CRM')).toBeVisible();
  await page.getByRole('button', { name: 'Show the last test run' }).click();
  await expect(earlier).toHaveCount(2);
  await earlier.first().click();
  await expect(panel).toContainText('look only');
  await expect(panel.getByRole('region', { name: 'Output' })).toContainText('Customer ID');

  const before = calls.made;
  await panel.getByRole('button', { name: 'Run again with the same data' }).click();
  await expect(panel.getByRole('status', { name: 'How the run went' })).toContainText('5 found');
  await expect(panel).not.toContainText('look only');
  await panel.getByRole('button', { name: 'Earlier runs' }).click();
  await expect(earlier).toHaveCount(3);
  await expect(earlier.first()).toHaveAccessibleName(/with the same data/);
  expect(calls.made).toBe(before);

  await earlier.nth(1).click();
  await panel.getByRole('button', { name: 'Save as a file', exact: true }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Save this run as a file' });
  await expect(dialog).toContainText('also of persons');
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Save file' }).click(),
  ]);
  const text = await readFile(await saved.path(), 'utf8');
  expect(text).not.toContain(secret);
  expect(text).not.toMatch(/Bearer |"token": "(?!•)/);
  expect(JSON.parse(text)).toMatchObject({ format: 'footbridge.run', formatVersion: 1 });

  await wipeBrowser(page);
  await flows.open();
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Look at a run file' }).click();
  const look = page.getByRole('dialog').filter({ hasText: 'You look at what happened elsewhere' });
  const choose = async (name: string, content: string) => {
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      look.getByRole('button', { name: 'Choose a file' }).click(),
    ]);
    await chooser.setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(content) });
  };
  await choose('newer.run.json', text.replace('"formatVersion": 1', '"formatVersion": 9'));
  await expect(look.getByRole('alert')).toContainText('made by a newer Footbridge');
  await choose(saved.suggestedFilename(), text);
  await expect(look).toContainText('Run from a file');
  await expect(look.getByRole('region', { name: 'Output' })).toContainText('Customer ID');
  expect(await flowsInBrowser(page)).toEqual([]);
});

test('earlier runs are deleted one by one, and all at once', async ({ app }) => {
  const { page, canvas, run } = app;
  const panel = run.whole();
  await openCustomers(app);
  for (const count of [1, 2, 3]) {
    await run.test('Try with 1');
    await expect(canvas.step(1, 'CRM')).toContainText('1 found');
    await panel.getByRole('button', { name: 'Earlier runs' }).click();
    const earlier = panel.getByRole('button', { name: /^Look at the run from/ });
    await expect(earlier).toHaveCount(count);
    await panel.getByRole('button', { name: 'Back' }).click();
  }
  await panel.getByRole('button', { name: 'Earlier runs' }).click();
  const earlier = panel.getByRole('button', { name: /^Look at the run from/ });
  await panel
    .getByRole('button', { name: /^Delete the run from/ })
    .first()
    .click();
  await expect(earlier).toHaveCount(2);
  await panel.getByRole('button', { name: 'Delete all' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete all' }).click();
  await expect(earlier).toHaveCount(0);
});
