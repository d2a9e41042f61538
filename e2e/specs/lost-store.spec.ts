import { expect, test } from '../fixtures.ts';
import { flowsInBrowser, renewStore, wipeBrowser } from '../browser-store.ts';
import type { App } from '../fixtures.ts';

/** A flow that is kept; its address. */
async function keptFlow({ flows, page }: App): Promise<string> {
  await flows.open();
  await flows.startEmpty();
  await expect.poll(() => flowsInBrowser(page)).toHaveLength(1);
  return page.url();
}

test('a store that a newer Footbridge has changed is left alone, in the list and at a flow, and the page says so', async ({
  app,
}) => {
  const { page } = app;
  const address = await keptFlow(app);
  const kept = await flowsInBrowser(page);
  await page.goto('/schemas/flow-1.json'); // nothing of the page runs there
  await renewStore(page);

  for (const place of ['/', address]) {
    await page.goto(place);
    const main = page.getByRole('main');
    await expect(main).toContainText('Your flows cannot be read just now');
    await expect(main).toContainText('A newer version of Footbridge has changed the flows');
  }
  expect(await flowsInBrowser(page)).toEqual(kept);
});

test('after the store was deleted the page starts, says that the flow is not here, and keeps a new one', async ({
  app,
}) => {
  const { flows, page } = app;
  const address = await keptFlow(app);
  await wipeBrowser(page);

  await page.goto(address);
  await expect(page.getByRole('main')).toContainText('This flow is not in this browser.');
  await page.getByRole('button', { name: 'All flows' }).click();
  await flows.startEmpty();
  await expect.poll(() => flowsInBrowser(page)).toHaveLength(1);
});
