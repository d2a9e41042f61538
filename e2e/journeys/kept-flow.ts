import { expect, type Page } from '@playwright/test';
import { parseFlow } from '../../src/flow/index.ts';
import type { App } from '../fixtures.ts';
import { putStore, storeWith } from '../store-rows.ts';

/**
 * Opens a flow, the only one that this browser keeps: how it was taken in is a story of its own (`import-review.spec.ts`), and
 * takes a third of a short one.
 */
export async function openKept({ page }: App, text: string): Promise<void> {
  await goToKept(page, text);
  await expect(page.getByLabel('Canvas of the flow')).toBeVisible();
}

/** The same in any language; that it is open is seen by who asks. */
export async function goToKept(page: Page, text: string): Promise<void> {
  const { value: flow } = { value: undefined, ...parseFlow(text) };
  if (flow === undefined) throw new Error('the flow of this story cannot be read');
  await page.goto('/schemas/flow-1.json'); // same origin, none of the page's own code
  await putStore(page, await storeWith(flow));
  await page.goto(`/flows/${flow.id}`);
}
