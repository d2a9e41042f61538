import { chromium, type Browser } from '@playwright/test';
import { loadChromiumScript } from './project-scripts.ts';

/** The size of every window that is measured. */
export const viewport = { width: 1280, height: 800 };

/** What cannot be measured says what was on the screen then. */
export async function withBrowser(act: (browser: Browser) => Promise<void>): Promise<void> {
  const { findChromium, launchArguments } = await loadChromiumScript();
  const { path } = await findChromium({ install: true });
  const browser = await chromium.launch({ executablePath: path, args: launchArguments() });
  try {
    await act(browser);
  } catch (cause) {
    throw new Error(`A page did not come to what is awaited. ${await onScreen(browser)}`, {
      cause,
    });
  } finally {
    await browser.close();
  }
}

async function onScreen(browser: Browser): Promise<string> {
  const pages = browser.contexts().flatMap((context) => context.pages());
  const shown = await Promise.all(
    pages.map(async (page) => {
      const words = await page
        .locator('body')
        .innerText({ timeout: 5_000 })
        .catch((cause: unknown) => String(cause));
      return `On the screen (${page.url()}):\n${words.replaceAll(/\s*\n\s*/g, ' | ').slice(-2_000)}`;
    }),
  );
  return shown.join('\n');
}
