import { expect } from '@playwright/test';
import { onlyFlow } from '../browser-store.ts';
import type { App } from '../fixtures.ts';

/** A flow of one step, which the browser has kept. */
export async function startSavedFlow({ page, flows, canvas }: App): Promise<void> {
  await flows.open();
  await flows.startEmpty();
  await canvas.add('CRM');
  await expect.poll(async () => (await onlyFlow(page)).steps.length).toBe(1);
  await canvas.expectSaved();
}
