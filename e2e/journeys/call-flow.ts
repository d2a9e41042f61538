import { expect } from '@playwright/test';
import type { App } from '../fixtures.ts';
import type { Json } from '../../src/shared/index.ts';

/** The flow waits for a call at its first step, and gets one. */
export async function callFlow(
  { canvas, step, run }: App,
  name: string,
  body: Json,
): Promise<void> {
  await canvas.step(1, name).click();
  await step.open('Test');
  await step.whole().getByRole('button', { name: 'Wait for a call' }).click();
  const address = run.whole().getByText(/^http:.+hooks/);
  await expect(address).toBeVisible();
  const answer = await fetch(await address.innerText(), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect(answer.status).toBe(202);
}
