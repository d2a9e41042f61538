import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';

/** The short form, which a page reads in half the time. */
const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Puts axe into the document once, with what else is wanted beside it; to be called when the page stands still. */
export async function putAxeInto(page: Page, beside: () => string = () => ''): Promise<void> {
  await movedToItsEnd(page);
  if (await page.evaluate(() => 'axe' in globalThis)) return;
  // What an element looks like as text is asked for each that is looked at, and read for those alone that have a finding.
  await page.evaluate(`${source};axe.configure({ noHtml: true });${beside()}`);
}

/** What fades in is pale until it has come. */
async function movedToItsEnd(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const ending = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().iterations !== Infinity);
    await Promise.all(ending.map(({ finished }) => finished.catch(() => undefined)));
  });
}
