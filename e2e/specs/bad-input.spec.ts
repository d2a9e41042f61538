import { expect, test } from '../fixtures.ts';
import { flowsInBrowser, spoilStoredFlow } from '../browser-store.ts';

const cases = [
  {
    what: 'a cut file',
    text: '{\n  "format": "footbridge.flow",\n  "formatVersion": 1,\n  "steps": [',
    says: /line 4/,
  },
  { what: 'a broken file', text: '{\n  "format": "footbridge.flow",\n  oops\n}', says: /line 3/ },
  {
    what: 'a foreign file',
    text: '{"nodes":[{"type":"n8n-nodes-base.webhook","parameters":{}}],"connections":{}}',
    says: /n8n/,
  },
  {
    what: 'a file of a newer version',
    text: '{"format":"footbridge.flow","formatVersion":99}',
    says: /newer Footbridge/,
  },
  { what: 'an empty file', text: '', says: /empty/ },
] as const;

test('a file that cannot be read is refused in words and nothing is lost', async ({ app }) => {
  const { flows, page } = app;
  for (const { what, text, says } of cases)
    await test.step(what, async () => {
      await flows.open();
      await flows.choose('flow.json', text);
      await expect(page.getByRole('dialog').getByText(says).first()).toBeVisible();
      await expect(page.getByRole('dialog')).toContainText('Nothing was changed.');
      expect(await flowsInBrowser(page)).toEqual([]);
    });
});

test('a wrong key is refused at its field, in words', async ({ app }) => {
  const { flows, canvas, step, credential } = app;
  await flows.open();
  await flows.startEmpty();
  await canvas.add('CRM');
  await step.connect('CRM');
  await credential.whole().getByLabel('Key', { exact: true }).fill('not-a-valid-key-at-all');
  await credential.submit();
  await expect(credential.whole()).toContainText('CRM refused this key');
  await expect(credential.whole().getByLabel('Key', { exact: true })).toHaveValue(
    'not-a-valid-key-at-all',
  );
});

test('a kept flow that this version cannot read is said to be so, and can be taken out as it is', async ({
  app,
}) => {
  const { flows, page } = app;
  await flows.open();
  await flows.startEmpty();
  await expect.poll(() => flowsInBrowser(page)).toHaveLength(1);
  const address = page.url();
  await page.goto('/schemas/flow-1.json'); // nothing of the page runs there
  await spoilStoredFlow(page);
  await page.goto(address);
  await expect(page.getByRole('main')).toContainText('this version of Footbridge cannot read it');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download it as it is' }).click();
  expect((await download).suggestedFilename()).toMatch(/\.flow\.json$/);
  expect(await flowsInBrowser(page)).toMatchObject([{ timeZone: 5 }]);
});
