import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import { everythingInBrowser, flowsInBrowser, onlyFlow } from '../browser-store.ts';
import { Canvas } from '../panels/canvas.ts';
import { History } from '../panels/history.ts';
import { startSavedFlow } from '../journeys/saved-flow.ts';

const autosaveMs = 300;

/** From now on the page ends before it saves a flow, however long a spec takes. */
async function holdSaves(page: Page): Promise<void> {
  await page.evaluate((held) => {
    const real = globalThis.setTimeout;
    const holding = (act: TimerHandler, ms?: number, ...given: unknown[]) =>
      ms === held ? 0 : real(act, ms, ...given);
    globalThis.setTimeout = holding as typeof setTimeout;
  }, autosaveMs);
}

test('a page that crashes before it has saved loses nothing, and what came back is said', async ({
  app,
}) => {
  const { page, canvas } = app;
  await startSavedFlow(app);

  await holdSaves(page);
  await canvas.add('Filter');
  await canvas.add('Newsletter');
  await expect
    .poll(async () => (await everythingInBrowser(page))['journal']?.length)
    .toBeGreaterThanOrEqual(3);
  const { flows } = await everythingInBrowser(page);
  expect(flows).toMatchObject([{ flow: { steps: [{ component: 'catalog:crm' }] } }]);

  const url = page.url();
  const crashed = page.waitForEvent('crash');
  const devtools = await page.context().newCDPSession(page);
  void devtools.send('Page.crash').catch(() => undefined);
  await crashed;

  const after = await page.context().newPage();
  await after.goto(url);
  const again = new Canvas(after);
  await expect(again.step(3, 'Newsletter')).toBeVisible();
  await expect(
    after.getByText(/Your last 2 changes are back, the last one: Add Newsletter/),
  ).toBeVisible();
  await after.getByRole('button', { name: 'Show the history' }).click();
  await expect.poll(async () => (await onlyFlow(after)).steps.length).toBe(3);
  const history = new History(after);
  await expect(history.version(/^Add Newsletter/)).toContainText('the flow is here');
  await history.close();
  await again.undo();
  await expect.poll(async () => (await onlyFlow(after)).steps.length).toBe(2);

  await after.reload();
  await expect(again.step(2, 'Filter')).toBeVisible();
  await expect(after.getByText(/changes? (is|are) back/)).toBeHidden();
});

test('a flow that was saved somewhere else meanwhile is not overwritten: mine is kept as a copy', async ({
  app,
}) => {
  const { page, canvas } = app;
  await startSavedFlow(app);
  await saveElsewhere(page);

  await canvas.add('Filter');
  await page.getByRole('button', { name: 'Not saved' }).click();
  await expect(page.getByText('Nothing was overwritten')).toBeVisible();
  const before = page.url();
  await page.getByRole('button', { name: 'Keep mine as a copy' }).click();
  await expect(page).not.toHaveURL(before);
  await expect(canvas.step(2, 'Filter')).toBeVisible();
  const kept = await flowsInBrowser(page);
  expect(kept.map(({ steps }) => steps.length).toSorted()).toEqual([1, 2]);
  await canvas.undo();
  await expect(canvas.step(2, 'Filter')).toBeHidden();
});

/** As another browser program would: the stored flow has one more revision. */
function saveElsewhere(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('footbridge');
        opening.onerror = () => reject(new Error('the store did not open'));
        opening.onsuccess = () => {
          const writing = opening.result.transaction(['flows', 'histories'], 'readwrite');
          for (const name of ['flows', 'histories']) {
            const table = writing.objectStore(name);
            table.getAll().onsuccess = ({ target }) => {
              const rows = (target as IDBRequest<{ rev: number }[]>).result;
              for (const row of rows) table.put({ ...row, rev: row.rev + 1 });
            };
          }
          writing.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
  );
}
