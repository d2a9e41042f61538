import type { Page } from '@playwright/test';
import { everythingInBrowser } from '../browser-store.ts';
import { expect, expectAccessible, test as base } from '../fixtures.ts';
import { startGuarded, startWithKey, type Guarded } from '../guarded.ts';
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

test('a person signs in at the provider, works, is told when the sign-in has ended, goes on where they were, and signs out', async ({
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

  await test.step('the menu says who is signed in', async () => {
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await expect(page.getByText('Signed in as ada@example.com')).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
  });

  const notice = page.getByRole('alert').filter({ hasText: 'Your sign-in has ended' });
  await test.step('the end of the sign-in is told in words, and the page stays as it is', async () => {
    await endSessionOf(page);
    // The page hears of it when it is looked at again; who ends it in the page's first seconds looks once more.
    await expect
      .poll(async () => {
        await page.evaluate(() => window.dispatchEvent(new Event('visibilitychange')));
        return notice.isVisible();
      })
      .toBe(true);
    await expectAccessible(page);
    await expect(canvas.step(1, 'CRM')).toBeVisible();
  });

  await test.step('they sign in again in a window beside it, and go on', async () => {
    const [window] = await Promise.all([
      page.waitForEvent('popup'),
      notice.getByRole('button', { name: 'Sign in again' }).click(),
    ]);
    // The provider knows them still, so it may be gone before anybody could wait for its end.
    await expect.poll(() => window.isClosed()).toBe(true);
    await expect(notice).toBeHidden();
    await step.open('Credential');
    await expect(step.whole().getByRole('radio', { name: 'CRM' })).toBeChecked();
  });

  await test.step('nothing of the provider is kept in the browser', async () => {
    const kept = JSON.stringify([
      await everythingInBrowser(page),
      await page.evaluate(() => [{ ...localStorage }, { ...sessionStorage }, document.cookie]),
    ]);
    expect(kept).not.toMatch(/id_token|access_token|footbridge-enter/);
  });

  await test.step('they sign out, here and at the provider', async () => {
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await expect(page.getByRole('heading', { name: 'Sign out?' })).toBeVisible();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await expect(page).toHaveURL(`${guarded.url}sign-in/ended`);
    await expect(page.getByRole('status')).toContainText('You are signed out');
    await expectAccessible(page);
    await page.goto('/');
    await expect(page.locator('input[name=login]')).toBeVisible();
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

test('whoever has the shared key types it, and is in; with another one they stay outside', async ({
  page,
}) => {
  const guarded = await startWithKey('a-key-that-all-share');
  await page.goto(guarded.url);
  const key = page.getByLabel('Access key');
  await key.fill('a-key-of-somebody-else');
  await key.press('Enter');
  await expect(page.getByRole('alert')).toBeVisible();
  await expectAccessible(page);
  await key.fill('a-key-that-all-share');
  await key.press('Enter');
  await expect(page).toHaveURL(guarded.url);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await guarded.close();
});

/** In the provider's own pages: any password, then "Continue". */
async function signInThere(page: Page, name: string): Promise<void> {
  await page.locator('input[name=login]').fill(name);
  await page.locator('input[name=password]').fill('any');
  await page.locator('button[type=submit]').click();
  await page.getByRole('button', { name: 'Continue' }).click();
}

/** As its end does it: the server knows the session no more. */
async function endSessionOf(page: Page): Promise<void> {
  const answer = await page.evaluate(async () => {
    const { status } = await fetch('/api/session', {
      method: 'DELETE',
      headers: { 'X-Footbridge': '1' },
    });
    return status;
  });
  expect(answer).toBe(200);
}
