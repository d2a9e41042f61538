import { expect, type Page } from '@playwright/test';
import type { Flow } from '../src/flow/index.ts';
import { common as german } from '../src/words/de/common.ts';
import { common as english } from '../src/words/en/common.ts';

const isSaving = [english, german]
  .map(({ saving }) => `[role="status"][aria-label="${saving}"]`)
  .join(', ');

/** The flows that the browser keeps, as documents; once the page says no more that it is saving. */
export async function flowsInBrowser(page: Page): Promise<readonly Flow[]> {
  await expect(page.locator(isSaving)).toHaveCount(0);
  const rows = (await everythingInBrowser(page))['flows'] as readonly { flow: Flow }[] | undefined;
  return (rows ?? []).map(({ flow }) => flow);
}

/** The only flow in the browser. */
export async function onlyFlow(page: Page): Promise<Flow> {
  const [flow, ...others] = await flowsInBrowser(page);
  if (flow === undefined || others.length > 0)
    throw new Error(`expected one flow, found ${others.length + (flow === undefined ? 0 : 1)}`);
  return flow;
}

/** Every row of every table of the page's own store. */
export function everythingInBrowser(page: Page): Promise<Record<string, readonly unknown[]>> {
  return page.evaluate(async () => {
    const request = <Value>(asked: IDBRequest<Value>) =>
      new Promise<Value>((resolve, reject) => {
        asked.onsuccess = () => resolve(asked.result);
        asked.onerror = () => reject(asked.error ?? new Error('the store did not answer'));
      });
    const found: Record<string, readonly unknown[]> = {};
    for (const { name } of await indexedDB.databases()) {
      if (name === undefined) continue;
      const db = await request(indexedDB.open(name));
      for (const table of db.objectStoreNames)
        found[table] = await request(db.transaction(table).objectStore(table).getAll());
      db.close();
    }
    return found;
  });
}

/** Makes the only stored flow one that no version has written. */
export function spoilStoredFlow(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('footbridge');
        opening.onerror = () => reject(new Error('the store did not open'));
        opening.onsuccess = () => {
          const writing = opening.result.transaction('flows', 'readwrite');
          const flows = writing.objectStore('flows');
          flows.getAll().onsuccess = ({ target }) => {
            const [row] = (target as IDBRequest<{ flow: object }[]>).result;
            if (row !== undefined) flows.put({ ...row, flow: { ...row.flow, timeZone: 5 } });
          };
          writing.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
  );
}

/** Makes the store one of a version that is still to come. */
export function renewStore(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('footbridge', 9_999);
        opening.onerror = () => reject(new Error('the store did not open'));
        // A page that has just been left may hold it for a moment: that is waited for.
        opening.onsuccess = () => {
          opening.result.close();
          resolve();
        };
      }),
  );
}

/** A browser that has never seen the page. */
export async function wipeBrowser(page: Page): Promise<void> {
  await page.goto('about:blank');
  await page.context().clearCookies();
  await page.goto('/schemas/flow-1.json'); // same origin, none of the page's own code
  await page.evaluate(async () => {
    localStorage.clear();
    sessionStorage.clear();
    for (const { name } of await indexedDB.databases()) {
      if (name === undefined) continue;
      await new Promise<void>((resolve, reject) => {
        const gone = indexedDB.deleteDatabase(name);
        gone.onsuccess = () => resolve();
        gone.onerror = () => reject(new Error(`${name} stays`));
      });
    }
  });
}
