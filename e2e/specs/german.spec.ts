import { readFile } from 'node:fs/promises';
import { expect, test } from '../fixtures.ts';
import { onlyFlow } from '../browser-store.ts';

test.describe('a browser that asks for German', () => {
  test.use({ locale: 'de-DE' });

  test('is answered in German, from the first page to the history of a flow', async ({ app }) => {
    const { page } = app;
    await page.goto('/');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      'Bauen Sie Ihren ersten Ablauf',
    );
    await expect(page.locator('html')).toHaveAttribute('lang', 'de');

    await page.getByRole('button', { name: /^Neue Kunden in den Newsletter/ }).click();
    const canvas = page.getByLabel('Arbeitsfläche des Ablaufs');
    const newsletter = canvas.getByRole('button', { name: /^Schritt 3: Newsletter/ });
    await expect(newsletter).toBeVisible();
    expect((await onlyFlow(page)).name).toBe('Neue Kunden in den Newsletter');
    await newsletter.click();
    const panel = page.getByRole('region', { name: 'Schritt', exact: true });
    await panel.getByRole('tab', { name: /^Ausfüllen/ }).click();
    await expect(panel.getByText('Daten aus früheren Schritten').first()).toBeVisible();

    await newsletter.focus();
    await page.keyboard.press('Delete');
    await expect(page.getByText('„Newsletter“ ist gelöscht.').first()).toBeVisible();
    await expect.poll(async () => (await onlyFlow(page)).steps.length).toBe(2);
    await page.getByRole('banner').getByRole('button', { name: 'Rückgängig machen' }).click();
    await expect(page.getByText('Rückgängig gemacht: Newsletter löschen').first()).toBeVisible();
    await expect.poll(async () => (await onlyFlow(page)).steps.length).toBe(3);
    await expect(page.getByText(/^Gespeichert/).first()).toBeVisible();

    await test.step('sees components in German; the exported file has them as they are written', async () => {
      await expect(
        page.getByRole('button', { name: 'Weiche hinzufügen', exact: true }),
      ).toBeVisible();
      await newsletter.click();
      await expect(panel.getByText('Einen Abonnenten hinzufügen').first()).toBeVisible();

      await page.getByRole('button', { name: 'Mehr', exact: true }).click();
      await page.getByRole('menuitem', { name: /^Ablauf exportieren/ }).click();
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page
          .getByRole('dialog', { name: 'Ablauf exportieren' })
          .getByRole('button', { name: 'Ablauf exportieren' })
          .click(),
      ]);
      const file = await readFile(await download.path(), 'utf8');
      expect(file).toContain('Add a subscriber');
      expect(file).not.toContain('Einen Abonnenten hinzufügen');
    });
  });

  test('speaks English when the person chooses it, and goes on with that', async ({ app }) => {
    const { page } = app;
    const title = page.getByRole('heading', { level: 1 });
    await page.goto('/');
    await page.getByRole('button', { name: 'Mehr', exact: true }).click();
    await page.getByRole('menuitemradio', { name: 'English' }).click();
    await expect(title).toHaveText('Build your first flow');
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');

    await page.reload();
    await expect(title).toHaveText('Build your first flow');
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await expect(page.getByRole('menuitemradio', { name: 'English' })).toBeChecked();
    await page.getByRole('menuitemradio', { name: 'Deutsch' }).click();
    await expect(title).toHaveText('Bauen Sie Ihren ersten Ablauf');
  });
});
