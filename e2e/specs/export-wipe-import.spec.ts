import { readFile } from 'node:fs/promises';
import type { ElementHandle } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import { flowsInBrowser, onlyFlow, wipeBrowser } from '../browser-store.ts';
import { exportFlow } from '../journeys/export-flow.ts';
import { addCustomers } from '../journeys/first-flow.ts';
import type { Flow } from '../../src/flow/index.ts';

test('S7: an exported flow gives the same result in a browser that never saw it, once it is connected again', async ({
  app,
}) => {
  const { page, flows, canvas, step, credential, run } = app;
  await flows.open();
  await flows.startEmpty();
  await addCustomers(app);
  await run.test('Try with 5');
  await expect(canvas.step(1, 'CRM')).toContainText('5 found');
  const output = run.whole().getByRole('region', { name: 'Output' });
  const found = () => output.innerText();
  await expect(run.whole().getByRole('status', { name: 'How the run went' })).toContainText('Done');
  await expect(output).toContainText('c-0005');
  const before = await found();
  await expect.poll(async () => (await onlyFlow(page)).samples.length).toBe(1);
  const original = await onlyFlow(page);

  await test.step('who ticks something and presses at once gets the file with it', async () => {
    await canvas.more('Export flow');
    const dialog = page.getByRole('dialog', { name: 'Export flow' });
    const now = dialog.getByRole('button', { name: 'Export flow' });
    await expect(now).toBeEnabled();
    const saved = page.waitForEvent('download');
    const handle = await now.elementHandle();
    await dialog.getByRole('checkbox', { name: 'Include sample data' }).evaluate(
      (box: HTMLElement, button: HTMLElement | null) => {
        box.click();
        button?.click();
      },
      handle as ElementHandle<HTMLElement> | null,
    );
    await now.click();
    const file = await readFile(await (await saved).path(), 'utf8');
    expect(Object.keys((JSON.parse(file) as Flow).sampleContents ?? {})).toHaveLength(1);
  });

  const text = await exportFlow(page);
  await wipeBrowser(page);
  await flows.open();
  expect(await flowsInBrowser(page)).toEqual([]);
  await flows.choose('flow.json', text);
  await expect(flows.review()).toContainText('To connect again');
  await expect(flows.review()).toContainText('CRM');
  await flows.review().getByRole('button', { name: 'Import flow' }).click();
  await expect(canvas.step(1, 'CRM')).toBeVisible();
  const imported = await onlyFlow(page);
  expect(imported.steps).toEqual(original.steps);
  expect(imported.edges).toEqual(original.edges);

  await canvas.step(1, 'CRM').click();
  await step.connect('CRM');
  await credential.useSampleKey();
  await expect(page.getByText('Connected as Ada Lovelace, workspace Demo').first()).toBeVisible();
  await run.test('Try with 5');
  await expect(canvas.step(1, 'CRM')).toContainText('5 found');
  await expect.poll(found).toBe(before);
});
