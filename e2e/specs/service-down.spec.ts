import { createServer } from 'node:net';
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import { everythingInBrowser, onlyFlow } from '../browser-store.ts';
import { openCustomers } from '../journeys/connected-flow.ts';

/** A port of this computer where nobody listens. */
async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/** So many runs are over, and what they gave is kept. */
async function runsAreKept(page: Page, count: number): Promise<void> {
  await expect.poll(async () => (await everythingInBrowser(page))['runs']).toHaveLength(count);
}

test('an address where nobody may be asked is refused in words, with a way to try again', async ({
  app,
}) => {
  const { page, flows, canvas, step, run } = app;
  const address = `http://127.0.0.1:${await closedPort()}/customers`;
  await flows.open();
  await flows.startEmpty();
  await canvas.drag('REST request', { x: 0.3, y: 0.4 });
  await step.chooseOperation('Send a request');
  await step.open('Settings');
  await step.whole().getByRole('textbox', { name: 'Address' }).fill(address);
  await step.whole().getByRole('textbox', { name: 'Address' }).press('Tab');
  await expect.poll(async () => (await onlyFlow(page)).steps[0]?.settings['address']).toBe(address);

  await run.test('Try with 1');
  const summary = run.whole().getByRole('status', { name: 'How the run went' });
  await expect(summary).toContainText('Stopped: something did not work');
  const card = run.whole().getByRole('region', { name: 'Refused' });
  await expect(card).toContainText('127.0.0.1');
  await expect(card).not.toContainText(/ECONN|undefined|proxy\./);
  await expect(canvas.step(1, 'REST request')).toContainText('1 refused');

  await card.getByRole('button', { name: 'Try again' }).click();
  await runsAreKept(page, 2);
  await expect(summary).toContainText('Stopped: something did not work');
  expect((await onlyFlow(page)).samples).toEqual([]);
});

test('when Footbridge itself does not answer it says so, and the same flow runs when it is back', async ({
  app,
}) => {
  const { page, canvas, run } = app;
  await openCustomers(app);
  await page.context().route('**/api/call', (route) => route.abort('connectionrefused'));
  await run.test('Try with 5');
  const card = run.whole().getByRole('region', { name: 'Refused' });
  await expect(card).toContainText('Footbridge itself does not answer');
  await expect(run.whole().getByRole('status', { name: 'How the run went' })).toContainText(
    'Stopped: something did not work',
  );
  await runsAreKept(page, 1);
  expect((await onlyFlow(page)).samples).toEqual([]);

  await page.context().unroute('**/api/call');
  await card.getByRole('button', { name: 'Try again' }).click();
  await expect(canvas.step(1, 'CRM')).toContainText('5 found');
  await expect(card).toBeHidden();
  await expect.poll(async () => (await onlyFlow(page)).samples.length).toBe(1);
});
