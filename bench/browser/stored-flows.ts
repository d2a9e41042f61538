import type { BrowserContext, Page } from '@playwright/test';

import type { Flow } from '../../src/flow/index.ts';
import type { Json } from '../../src/shared/index.ts';
import { node } from './usable.ts';

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
    await page.locator(node).first().waitFor();
  }
  await page.close();
}

/** Makes a message the recorded sample of a step, in the shape in which the page keeps samples. */
export async function keepSample(
  page: Page,
  flowId: string,
  step: string,
  message: Json,
): Promise<void> {
  await page.evaluate(
    async ({ flowId: id, step: of, text }) => {
      const hash = `sha256-${'0'.repeat(64)}`;
      await new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('footbridge');
        opening.onerror = () => {
          reject(new Error('the store cannot be opened'));
        };
        opening.onsuccess = () => {
          const database = opening.result;
          const writing = database.transaction(['samples', 'flows'], 'readwrite');
          writing.objectStore('samples').put({ hash, messages: [JSON.parse(text)], at: 0 });
          const flows = writing.objectStore('flows');
          flows.get(id).onsuccess = ({ target }) => {
            const { result: row } = target as IDBRequest<{ flow: object }>;
            const sample = {
              step: of,
              name: 'current',
              hash,
              size: text.length,
              origin: 'recorded',
            };
            flows.put({ ...row, flow: { ...row.flow, samples: [sample] } });
          };
          writing.oncomplete = () => {
            database.close();
            resolve();
          };
          writing.onerror = () => {
            reject(new Error('the sample was not kept'));
          };
        };
      });
    },
    { flowId, step, text: JSON.stringify(message) },
  );
}
