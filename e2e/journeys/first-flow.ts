import { expect } from '@playwright/test';
import type { App } from '../fixtures.ts';

/** Counts what a person does: a click, a drag or a value keyed in is one action each. */
export class Actions {
  readonly done: string[] = [];
  async take(what: string, act: () => Promise<unknown>): Promise<void> {
    this.done.push(what);
    await act();
  }
}

/** Drags the CRM in, chooses what it finds, connects with the sample key and asks for active customers. */
export async function addCustomers(app: App, actions = new Actions()): Promise<void> {
  const { canvas, step, mapper, page } = app;
  await actions.take('drag the CRM in', () => canvas.drag('CRM', { x: 0.25, y: 0.4 }));
  await expect(canvas.step(1, 'CRM')).toBeVisible();
  await actions.take('choose what it does', () =>
    step.operation('Find customers by status').click(),
  );
  await step.expectOpen('Credential');
  await actions.take('use the sample key', () => step.sampleKey().click());
  await expect(page.getByText('Connected as Ada Lovelace, workspace Demo').first()).toBeVisible();
  await step.expectOpen('Mapping');
  await actions.take('choose the status', () =>
    mapper.field('Status').getByRole('combobox').selectOption({ label: 'Active' }),
  );
}

/** Drags the newsletter in after the customers, chooses "Add subscriber" and connects it. */
export async function addNewsletter(app: App, actions = new Actions()): Promise<void> {
  const { canvas, step, page } = app;
  await actions.take('drag the newsletter in', () => canvas.drag('Newsletter', { x: 0.6, y: 0.4 }));
  await expect(canvas.step(2, 'Newsletter')).toBeVisible();
  await actions.take('choose what it does', () => step.operation('Add a subscriber').click());
  await step.expectOpen('Credential');
  await actions.take('use the sample key', () => step.sampleKey().click());
  await expect(page.getByText('Connected to Demo newsletter').first()).toBeVisible();
  await step.expectOpen('Mapping');
}

/** Lets the names decide, then takes the proposed pairs. */
export async function mapByName(app: App, actions = new Actions()): Promise<void> {
  const { step, mapper } = app;
  if ((await step.tab('Mapping').getAttribute('aria-selected')) !== 'true')
    await actions.take('open the fields', () => step.open('Mapping'));
  await actions.take('match by name', () => mapper.matchByName());
  await expect(mapper.matches().getByRole('checkbox').first()).toBeVisible();
  await actions.take('take the matches', () => mapper.useMatches());
}
