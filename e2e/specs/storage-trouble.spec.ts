import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { flowsInBrowser, onlyFlow } from '../browser-store.ts';
import { expect, expectAccessible, test } from '../fixtures.ts';
import { startSavedFlow } from '../journeys/saved-flow.ts';

/** A page of the same origin in which nothing of the page runs: as another program of this browser. */
async function besides(page: Page): Promise<Page> {
  const other = await page.context().newPage();
  await other.goto('/schemas/flow-1.json');
  await page.bringToFront();
  return other;
}

/** A newer page takes the store: whoever has it open is asked to let it go, and is waited for. */
function takeStore(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('footbridge', 9_999);
        opening.onerror = () => reject(new Error('the store did not open'));
        opening.onsuccess = () => {
          opening.result.close();
          resolve();
        };
      }),
  );
}

function deleteStore(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const gone = indexedDB.deleteDatabase('footbridge');
        gone.onsuccess = () => resolve();
        gone.onerror = () => reject(new Error('the store stays'));
      }),
  );
}

/** A page of the first version, which has the store open and never heard of newer ones. */
function holdOldStore(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('footbridge', 10);
        opening.onerror = () => reject(new Error('the store did not open'));
        opening.onupgradeneeded = () => {
          const made = opening.result;
          for (const [name, keyPath, indexes] of [
            ['flows', 'id', []],
            ['summaries', 'id', ['updatedAt']],
            ['samples', 'hash', []],
            ['credentials', 'id', ['component']],
            ['bindings', ['flow', 'slot'], ['flow', 'credential']],
            ['histories', 'flow', []],
          ] as const) {
            const path = typeof keyPath === 'string' ? keyPath : [...keyPath];
            const table = made.createObjectStore(name, { keyPath: path });
            for (const index of indexes) table.createIndex(index, index);
            if (name === 'bindings') table.createIndex('[flow+slot]', ['flow', 'slot']);
          }
        };
        opening.onsuccess = () => {
          (globalThis as { held?: IDBDatabase }).held = opening.result;
          resolve();
        };
      }),
  );
}

test('a newer Footbridge in another tab gets the store; what was done here is kept, and the older page says to load again', async ({
  app,
}) => {
  const { page, canvas } = app;
  await startSavedFlow(app);
  const other = await besides(page);
  await canvas.add('Filter'); // not saved yet: that comes a moment later
  await takeStore(other);

  const dialog = page.getByRole('dialog', { name: 'Footbridge was renewed in another tab' });
  await expect(dialog).toContainText('Everything you did here is kept.');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeVisible();
  const [kept] = await flowsInBrowser(other);
  expect(kept?.steps.map(({ component }) => component)).toEqual(['catalog:crm', 'catalog:filter']);

  await dialog.getByRole('button', { name: 'Load again' }).click();
  await expect(page.getByRole('main')).toContainText('A newer version of Footbridge has changed');
  await page.getByRole('button', { name: 'All flows' }).click();
  await test.step('what can still be seen of the newer store is taken out as files', async () => {
    const list = page.getByRole('list', { name: 'Flows of the newer version' });
    await expect(list).toContainText('New flow');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      list.getByRole('button', { name: 'Download New flow' }).click(),
    ]);
    expect(JSON.parse(await readFile(await download.path(), 'utf8'))).toEqual(kept);
  });
});

test('an older page that holds the store is told about, and the newer one goes on when it is closed', async ({
  app,
}) => {
  const { page, flows } = app;
  const older = await besides(page);
  await deleteStore(older);
  await holdOldStore(older);
  await page.goto('/');
  const notice = page.getByRole('alert').filter({ hasText: 'An older Footbridge is open' });
  await expect(notice).toBeVisible();
  await expectAccessible(page);
  await older.close();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(notice).toBeHidden();
  await flows.startEmpty();
  await expect.poll(() => flowsInBrowser(page)).toHaveLength(1);
});

test('flows that are deleted while one is open: it is still there, and kept again with its history', async ({
  app,
}) => {
  const { page, canvas } = app;
  await startSavedFlow(app);
  const other = await besides(page);
  await deleteStore(other);
  expect(await flowsInBrowser(other)).toEqual([]);

  const dialog = page.getByRole('dialog', { name: 'What this browser kept was deleted' });
  await expect(dialog).toContainText('is still here, in this tab');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Keep it again' }).click();
  await expect(dialog).toBeHidden();
  await expect(canvas.step(1, 'CRM')).toBeVisible();
  await expect.poll(async () => (await onlyFlow(page)).steps.length).toBe(1);
  await canvas.undo();
  await expect.poll(async () => (await onlyFlow(page)).steps.length).toBe(0);
});

test('a browser that keeps nothing: flows are built and exported all the same, and it says so all the time', async ({
  app,
}) => {
  const { page, canvas } = app;
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, 'indexedDB', { value: undefined });
  });
  await page.goto('/');
  await expect(page.getByRole('alert')).toContainText('This browser keeps nothing here');
  await page.getByRole('button', { name: 'Start with an empty canvas' }).click();
  await canvas.add('CRM');
  await expect(canvas.step(1, 'CRM')).toBeVisible();
  const notice = page.getByRole('alert').filter({ hasText: 'Nothing is kept here' });
  await expect(notice).toBeVisible();
  await page.setViewportSize({ width: 390, height: 780 });
  await expectAccessible(page);
  await page.setViewportSize({ width: 1280, height: 800 });

  await notice.getByRole('button', { name: 'Export flow' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page
      .getByRole('dialog', { name: 'Export flow' })
      .getByRole('button', { name: 'Export flow' })
      .click(),
  ]);
  const exported = JSON.parse(await readFile(await download.path(), 'utf8')) as {
    steps: unknown[];
  };
  expect(exported.steps).toHaveLength(1);

  await page.getByRole('link', { name: 'All flows' }).click();
  await page.getByRole('list', { name: 'Flows of this tab' }).getByRole('link').click();
  await expect(canvas.step(1, 'CRM')).toBeVisible();
});
