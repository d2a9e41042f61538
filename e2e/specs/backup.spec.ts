import { readFile } from 'node:fs/promises';
import type { Download, Page } from '@playwright/test';
import { everythingInBrowser, flowsInBrowser, onlyFlow, wipeBrowser } from '../browser-store.ts';
import { expect, expectAccessible, test, type App } from '../fixtures.ts';
import { activeCustomers, aFlow, aStep, ref, sampleAccounts, takes } from '../flows/a-flow.ts';
import { connectSamples } from '../journeys/connect-samples.ts';
import { History } from '../panels/history.ts';
import { importFlow } from '../journeys/import-flow.ts';

const flowText = aFlow(
  'Names of customers',
  [
    activeCustomers,
    aStep('sign', 'Sign', 'hash/hmac', {
      settings: { key: 'my-own-signing-key', algorithm: 'sha-256' },
    }),
    aStep('name', 'Mapper', 'mapper/make-message', takes({ who: ref('customers', 'firstName') })),
  ],
  { credentials: sampleAccounts.slice(0, 1) },
);

const menu = async (page: Page, item: string) => {
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: item }).click();
};
const restoring = (page: Page) => page.getByRole('dialog', { name: 'Restore a backup' });

async function chooseBackup(page: Page, text: string, name = 'mine.backup.jsonl'): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    restoring(page)
      .getByRole('button', { name: /Choose (a backup|another file)/ })
      .click(),
  ]);
  await chooser.setFiles({ name, mimeType: 'application/x-ndjson', buffer: Buffer.from(text) });
}

/** A flow with an account, a sample, a test of it, an earlier run, a folder and a checkpoint. */
async function aWorkspace(app: App): Promise<void> {
  const { page, run } = app;
  await importFlow(app, flowText);
  await connectSamples(app, [1, 'CRM']);
  await run.test('Try with 1');
  await expect(run.whole().getByRole('status', { name: 'How the run went' })).toBeVisible();
  await expect.poll(async () => (await everythingInBrowser(page))['runs']?.length).toBe(1);
  await expect.poll(async () => (await onlyFlow(page)).samples.length).toBe(1);
}

test('everything is backed up in one file without keys, and a wiped browser gets it back', async ({
  app,
}) => {
  test.setTimeout(180_000);
  const { page, canvas, step } = app;
  await aWorkspace(app);
  await canvas.expectSaved();
  const [before] = await flowsInBrowser(page);
  const stored = await everythingInBrowser(page);

  const download =
    await test.step('Ctrl+K finds the backup; it says what will be in the file', async () => {
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox', { name: /Find/ }).fill('back up');
      const found = page.getByRole('dialog', { name: 'Find anything' }).getByRole('option');
      await expect(found.first()).toContainText('Back up everything');
      await page.keyboard.press('Enter');
      const dialog = page.getByRole('dialog', { name: 'Back up everything' });
      await expect(dialog).toContainText('1 flow');
      await dialog.getByRole('checkbox', { name: 'Include 1 earlier run' }).check();
      await expectAccessible(page);
      const [saved] = await Promise.all([
        page.waitForEvent('download'),
        dialog.getByRole('button', { name: 'Download the backup' }).click(),
      ]);
      await expect(page.getByText('The backup is downloaded.')).toBeVisible();
      return saved;
    });
  expect(download.suggestedFilename()).toMatch(/^footbridge-\d{4}-\d\d-\d\d\.backup\.jsonl$/);
  const text = await textOf(download);
  await test.step('no key is in it: neither of accounts nor of settings, as they are or were', () => {
    const [account] = stored['credentials'] as readonly { token: string }[];
    expect(account?.token.length).toBeGreaterThan(20);
    expect(text).not.toContain(account?.token);
    expect(JSON.stringify(stored)).toContain('my-own-signing-key');
    expect(text).not.toContain('my-own-signing-key');
  });

  await wipeBrowser(page);
  await page.goto('/');
  await test.step('a wiped browser: the review says what comes, and nothing has changed yet', async () => {
    await menu(page, 'Restore a backup');
    await chooseBackup(page, text);
    const dialog = restoring(page);
    await expect(
      dialog.getByRole('listitem').filter({ hasText: 'Names of customers' }),
    ).toContainText('comes back');
    await expect(dialog).toContainText('1 account to connect again');
    await dialog.getByRole('checkbox', { name: 'Restore 1 earlier run too' }).check();
    expect(await flowsInBrowser(page)).toEqual([]);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await expectAccessible(page);
    }
    await dialog.getByRole('button', { name: 'Restore', exact: true }).click();
    await expect(page.getByText('1 flow is restored.')).toBeVisible();
  });

  await test.step('the flow is the same but for its secret setting; its history and run are there', async () => {
    const [after] = await flowsInBrowser(page);
    const [crm, sign, mapper] = before?.steps ?? [];
    const { key: _key, ...settings } = sign?.settings ?? {};
    const samples = before?.samples.map(({ basis: _basis, ...sample }) => sample);
    expect(after).toEqual({ ...before, samples, steps: [crm, { ...sign, settings }, mapper] });
    const kept = await everythingInBrowser(page);
    for (const table of ['journal', 'samples', 'runs', 'bindings'])
      expect({ table, count: kept[table]?.length }).toEqual({
        table,
        count: stored[table]?.length,
      });
    await page.getByRole('link', { name: /Names of customers/ }).click();
    await canvas.step(1, 'CRM').click();
    await step.open('Credential');
    await expect(step.whole()).toContainText('Connect again');
  });

  await test.step('what takes room is told, and earlier runs are let go', async () => {
    await page.getByRole('link', { name: 'All flows' }).click();
    await menu(page, 'Room in this browser');
    const dialog = page.getByRole('dialog', { name: 'Room in this browser' });
    await expect(dialog.getByRole('row', { name: /^Earlier runs/ })).toContainText('about');
    await expect(dialog).toContainText('A backup that you download is what you can rely on.');
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.setViewportSize({ width: 390, height: 780 });
    await expectAccessible(page);
    await dialog.getByLabel('Keep of earlier runs at most').selectOption('50 MB');
    await expect(page.getByText('Of earlier runs at most 50 MB are kept.')).toBeVisible();
    await dialog.getByRole('button', { name: 'Delete earlier runs' }).click();
    await dialog.getByRole('button', { name: 'Delete for good' }).click();
    await expect(page.getByText('The earlier runs are deleted.')).toBeVisible();
    const left = await everythingInBrowser(page);
    for (const table of ['runs', 'runContents', 'runRecords']) expect(left[table]).toEqual([]);
    expect(left['flows']).toHaveLength(1);
  });
});

test('a backup of flows that are here: what is the same stays, another form is kept beside or replaced; bad files are refused', async ({
  app,
}) => {
  const { page, flows } = app;
  await importFlow(app, aFlow('Names', [aStep('name', 'Mapper', 'mapper/make-message')]));
  await app.canvas.expectSaved();
  await page.getByRole('link', { name: 'All flows' }).click();
  await menu(page, 'Back up everything');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download the backup' }).click(),
  ]);
  const text = await textOf(download);
  const names = async () => (await flowsInBrowser(page)).map(({ name }) => name).toSorted();

  await test.step('files that are no whole backup say why, and change nothing', async () => {
    await menu(page, 'Restore a backup');
    const alert = restoring(page).getByRole('alert');
    const lines = text.trimEnd().split('\n');
    for (const [file, words] of [
      ['', 'The file is empty.'],
      [lines.slice(0, -1).join('\n'), 'The file ends too early'],
      [JSON.stringify({ format: 'footbridge.flow', formatVersion: 1 }), 'a single flow'],
      [text.replace(/"formatVersion":\d+/, '"formatVersion":7'), 'newer version of Footbridge'],
      [text.replace('"rev":', '"rev":"x","was":'), 'Line 2 of the file is damaged'],
      ['x'.repeat(2_000_000), 'This is no backup of Footbridge'],
    ] as const) {
      await chooseBackup(page, file);
      await expect(alert).toContainText(words);
    }
    await page.setViewportSize({ width: 390, height: 780 });
    await expectAccessible(page);
    await page.setViewportSize({ width: 1280, height: 800 });
    expect(await names()).toEqual(['Names']);
  });

  await test.step('what is here just like that stays', async () => {
    await chooseBackup(page, text);
    await expect(restoring(page)).toContainText('is here already, just like this');
    await restoring(page).getByRole('button', { name: 'Restore', exact: true }).click();
    await expect(page.getByText('Everything in this file is here already.')).toBeVisible();
    expect(await names()).toEqual(['Names']);
  });

  await test.step('another form is kept beside', async () => {
    await flows.open();
    await page.getByRole('button', { name: 'More for Names' }).click();
    await page.getByRole('menuitem', { name: 'Rename' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('Other names');
    await page.getByRole('dialog').getByRole('button', { name: 'Rename' }).click();
    await expect.poll(names).toEqual(['Other names']);
    await menu(page, 'Restore a backup');
    await chooseBackup(page, text);
    await expect(restoring(page)).toContainText('is here in another form');
    await expectAccessible(page);
    await restoring(page).getByRole('button', { name: 'Restore', exact: true }).click();
    await expect.poll(names).toEqual(['Names (from the backup)', 'Other names']);
  });

  await test.step('or replaces it, unless it is open somewhere', async () => {
    const other = await page.context().newPage();
    await other.goto('/');
    await other.getByRole('link', { name: /Other names/ }).click();
    await expect(other.getByLabel('Canvas of the flow')).toBeVisible();
    await page.bringToFront(); // a tab behind another one is drawn once a second
    await menu(page, 'Restore a backup');
    await chooseBackup(page, text);
    await restoring(page).getByRole('radio', { name: 'Replace mine' }).check();
    await expect(restoring(page)).toContainText('stays in its history');
    await restoring(page).getByRole('button', { name: 'Restore', exact: true }).click();
    await expect(restoring(page).getByRole('alert')).toContainText('is open in a tab');
    await other.close();
    // The browser lets the flow go soon after its tab is gone.
    await expect.poll(() => flowsHeld(page)).toBe(0);
    await restoring(page).getByRole('button', { name: 'Restore', exact: true }).click();
    await expect(restoring(page)).toBeHidden();
    await expect.poll(names).toEqual(['Names', 'Names (from the backup)']);
  });

  await test.step('what was replaced is in the history of the flow, and comes back from there', async () => {
    await page.getByRole('link', { name: 'Names', exact: true }).click();
    await expect(page.getByLabel('Canvas of the flow')).toBeVisible();
    const history = new History(page);
    await menu(page, 'History');
    await history.version(/^Before a backup was restored/).click();
    await history.button('Go back to this version').click();
    await expect.poll(names).toEqual(['Names (from the backup)', 'Other names']);
  });
});

/** How many flows are open somewhere. */
function flowsHeld(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const { held = [] } = await navigator.locks.query();
    return held.filter(({ name }) => name?.startsWith('footbridge.flow.') === true).length;
  });
}

async function textOf(download: Download): Promise<string> {
  return readFile(await download.path(), 'utf8');
}
