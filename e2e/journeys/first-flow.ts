import { expect } from '@playwright/test';
import type { App } from '../fixtures.ts';

/** Drags the CRM in, chooses what it finds, connects with the sample key and asks for active customers. */
export async function addCustomers({ canvas, step, credential, mapper, page }: App): Promise<void> {
  await canvas.drag('CRM', { x: 0.25, y: 0.4 });
  await expect(canvas.step(1, 'CRM')).toBeVisible();
  await step.chooseOperation('Find customers by status');
  await step.connect('CRM');
  await credential.useSampleKey();
  await credential.submit();
  await expect(page.getByText('Connected as Ada Lovelace, workspace Demo').first()).toBeVisible();
  await step.open('Mapping');
  await mapper.field('Status').getByRole('combobox').selectOption({ label: 'Active' });
}

/** Drags the newsletter in after the customers, chooses "Add subscriber" and connects it. */
export async function addNewsletter({ canvas, step, credential, page }: App): Promise<void> {
  await canvas.drag('Newsletter', { x: 0.6, y: 0.4 });
  await expect(canvas.step(2, 'Newsletter')).toBeVisible();
  await step.chooseOperation('Add a subscriber');
  await step.connect('Newsletter');
  await credential.useSampleKey();
  await credential.submit();
  await expect(page.getByText('Connected to Demo newsletter').first()).toBeVisible();
}

/** Lets the names decide, then takes the proposed pairs. */
export async function mapByName({ step, mapper }: App): Promise<void> {
  await step.open('Mapping');
  await mapper.matchByName();
  await expect(mapper.matches().getByRole('checkbox').first()).toBeVisible();
  await mapper.useMatches();
}
