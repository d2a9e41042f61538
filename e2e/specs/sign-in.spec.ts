import type { Page } from '@playwright/test';
import { expect, expectAccessible, test as base } from '../fixtures.ts';
import { startGuarded, type Guarded } from '../guarded.ts';
import { Canvas } from '../panels/canvas.ts';
import { FlowList } from '../panels/flow-list.ts';
import { StepPanel } from '../panels/step-panel.ts';

const test = base.extend<{ guarded: Guarded }>({
  guarded: async ({}, use) => {
    const guarded = await startGuarded();
    await use(guarded);
    await guarded.close();
  },
  baseURL: ({ guarded }, use) => use(guarded.url),
});

test('a person signs in at the provider, is sent back to the page, and connects an account', async ({
  page,
  context,
  guarded,
}) => {
  // The provider's pages ask for a font of the world; nobody waits for it.
  await context.route(/fonts\.googleapis\.com/, (route) => route.abort());
  const [flows, canvas, step] = [new FlowList(page), new Canvas(page), new StepPanel(page)];

  await test.step('the page sends them to the provider, which sends them back to the page', async () => {
    await page.goto('/');
    await signInThere(page, 'ada');
    await expect(page).toHaveURL(guarded.url);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  });

  await test.step('they connect an account', async () => {
    await flows.startEmpty();
    await canvas.add('CRM');
    await expect(canvas.step(1, 'CRM')).toBeVisible();
    await step.operation('Find customers by status').click();
    await step.sampleKey().click();
    await expect(page.getByText('Connected as Ada Lovelace, workspace Demo').first()).toBeVisible();
  });
});

test('a person who is not on the list is told so, and may sign in as somebody else', async ({
  page,
  context,
  guarded,
}) => {
  await context.route(/fonts\.googleapis\.com/, (route) => route.abort());
  await page.goto('/');
  await signInThere(page, 'eve');
  await expect(page.getByRole('alert')).toContainText(
    `${guarded.provider.host} knows you as ada@example.com, but you are not on the list`,
  );
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Sign in as somebody else' }).click();
  await signInThere(page, 'ada');
  await expect(page).toHaveURL(guarded.url);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

/** In the provider's own pages: any password, then "Continue". */
async function signInThere(page: Page, name: string): Promise<void> {
  await page.locator('input[name=login]').fill(name);
  await page.locator('input[name=password]').fill('any');
  await page.locator('button[type=submit]').click();
  await page.getByRole('button', { name: 'Continue' }).click();
}
