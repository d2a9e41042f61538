import { expect, type Page } from '@playwright/test';

/** The window of a service that a press opens. */
export async function signInWindow(page: Page, press: () => Promise<void>): Promise<Page> {
  // The service's pages ask for a font of the world; nobody waits for it.
  await page.context().route(/fonts\.googleapis\.com/, (route) => route.abort());
  const [window] = await Promise.all([page.waitForEvent('popup'), press()]);
  return window;
}

/** The person in the service's own pages: any name and password, then "Continue". */
export async function allowAtService(window: Page): Promise<void> {
  const login = window.locator('input[name=login]');
  const more = window.getByRole('button', { name: 'Continue' });
  await expect(login.or(more).first()).toBeVisible();
  if (await login.isVisible()) {
    await login.fill('ada');
    await window.locator('input[name=password]').fill('any');
    await window.locator('button[type=submit]').click();
  }
  await Promise.all([window.waitForEvent('close'), more.click()]);
}
