import { expect } from '@playwright/test';
import type { App } from '../fixtures.ts';

/** Imports a flow from a file and opens it. */
export async function importFlow({ flows, page }: App, text: string): Promise<void> {
  await flows.open();
  await flows.choose('flow.json', text);
  await flows.review().getByRole('button', { name: 'Import flow' }).click();
  await expect(page.getByLabel('Canvas of the flow')).toBeVisible();
}
