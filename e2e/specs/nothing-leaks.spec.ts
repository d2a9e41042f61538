import { expect, test } from '../fixtures.ts';
import { everythingInBrowser } from '../browser-store.ts';
import { addCustomers } from '../journeys/first-flow.ts';

test('after signing in and a run no secret is found in the store, the address, the page or any answer', async ({
  app,
}) => {
  const { page, flows, canvas, run } = app;
  const secret = 'crm-demo-key-0000-1111-2222';
  const answers: Promise<string>[] = [];
  // The list of sample services shows the public sample key on purpose.
  page.on('response', (response) => {
    if (!response.url().endsWith('/api/places')) answers.push(response.text().catch(() => ''));
  });
  await flows.open();
  await flows.startEmpty();
  await addCustomers(app);
  await run.test('Try with 5');
  await expect(canvas.step(1, 'CRM')).toContainText('5 found');

  expect(JSON.stringify(await everythingInBrowser(page))).not.toContain(secret);
  expect(
    await page.evaluate(() =>
      JSON.stringify([{ ...localStorage }, { ...sessionStorage }, location.href, document.cookie]),
    ),
  ).not.toContain(secret);
  expect(await page.content()).not.toContain(secret);
  for (const answer of await Promise.all(answers)) expect(answer).not.toContain(secret);
});
