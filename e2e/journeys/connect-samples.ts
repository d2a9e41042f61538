import { expect } from '@playwright/test';
import type { App } from '../fixtures.ts';

/** Connects steps of an imported flow to their sample services: their numbers and names. */
export async function connectSamples(
  { page, canvas, step }: App,
  ...steps: (readonly [number: number, name: string])[]
): Promise<void> {
  for (const [number, name] of steps) {
    await page.getByRole('button', { name: 'Show the whole flow' }).click();
    await canvas.step(number, name).click();
    await step.open('Credential');
    await step.sampleKey().click();
    await expect(step.sampleKey()).toBeHidden();
  }
}
