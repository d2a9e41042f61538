import { chromium, type Browser } from '@playwright/test';
import { loadChromiumScript } from './project-scripts.ts';

/** The size of every window that is measured. */
export const viewport = { width: 1280, height: 800 };

export async function withBrowser(act: (browser: Browser) => Promise<void>): Promise<void> {
  const { findChromium, launchArguments } = await loadChromiumScript();
  const { path } = await findChromium({ install: true });
  const browser = await chromium.launch({ executablePath: path, args: launchArguments() });
  try {
    await act(browser);
  } finally {
    await browser.close();
  }
}
