import type { BrowserContext } from '@playwright/test';
import type { Flow } from '../../src/flow/index.ts';

/** Brings flows into the browser as a person does: by the product's own import. */
export async function importFlows(
  context: BrowserContext,
  url: string,
  flows: readonly Flow[],
): Promise<void> {
  const page = await context.newPage();
  for (const flow of flows) {
    await page.goto(url);
    await page.getByRole('button', { name: 'Import a flow' }).first().click();
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Choose a file' }).click();
    await (
      await chooser
    ).setFiles({
      name: `${flow.id}.json`,
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify(flow)),
    });
    await page.getByRole('button', { name: 'Import flow', exact: true }).click();
    await page.waitForURL(`**/flows/${flow.id}*`);
    await page.locator('.react-flow__node').first().waitFor();
  }
  await page.close();
}
