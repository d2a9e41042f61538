import { expect, test } from '../fixtures.ts';
import { addCustomers } from '../journeys/first-flow.ts';
import { placeOf } from '../sample-places.ts';
import { listenForSecrets } from '../secrets.ts';

// The secrets of the other transports are looked for at the end of their own stories.
test('after signing in and a run no secret is in the store, the export, the console, an address, the page, an answer or what the server wrote', async ({
  app,
}) => {
  const { page, flows, canvas, run } = app;
  const ears = listenForSecrets(page);
  await flows.open();
  const { key } = await placeOf(page, 'sample-crm');
  await flows.startEmpty();
  await addCustomers(app);
  await run.test('Try with 5');
  await expect(canvas.step(1, 'CRM')).toContainText('5 found');
  await ears.expectNowhere([key]);
});

test('what looks for secrets finds one that is there', async ({ app }) => {
  const { page, flows } = app;
  const ears = listenForSecrets(page);
  const word = 'a-secret-that-somebody-lost';
  await flows.open();
  await flows.startEmpty();
  await page.evaluate((lost) => {
    localStorage.setItem('note', btoa(`ada:${lost}`));
    console.log(`signed in with ${lost}`);
  }, word);
  await expect(ears.expectNowhere([word])).rejects.toThrow(/the page’s own memory[^]*the console/);
});
