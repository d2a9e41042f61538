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

interface AccountToKeep {
  readonly component: string;
  readonly type: string;
  readonly values: Readonly<Record<string, string | number | boolean>>;
  readonly flow: string;
  readonly slot: string;
}

/** Seals an account and fills the flow's slot with it, in the shape in which the page keeps credentials. */
export async function keepAccount(page: Page, account: AccountToKeep): Promise<void> {
  await page.evaluate(async ({ component, type, values, flow, slot }) => {
    const answer = await fetch('/api/credentials', {
      method: 'POST',
      headers: { 'X-Footbridge': '1', 'Content-Type': 'application/json' },
      body: JSON.stringify({ component, type, values }),
    });
    if (!answer.ok) throw new Error(`not sealed: ${await answer.text()}`);
    const { token, hosts, hints } = (await answer.json()) as Record<string, unknown>;
    const credential = { id: 'account', name: 'Account', component, type, at: 0 };
    await new Promise<void>((resolve, reject) => {
      const opening = indexedDB.open('footbridge');
      opening.onerror = () => {
        reject(new Error('the store cannot be opened'));
      };
      opening.onsuccess = () => {
        const database = opening.result;
        const writing = database.transaction(['credentials', 'bindings'], 'readwrite');
        writing.objectStore('credentials').put({ ...credential, token, hosts, hints });
        writing.objectStore('bindings').put({ flow, slot, credential: credential.id });
        writing.oncomplete = () => {
          database.close();
          resolve();
        };
      };
    });
  }, account);
}
