/** When a page can be worked with: its first node is painted (as an element, or in the picture of a long flow), and the page has had no long task since. The same rule for every page. */
import type { BrowserContext, Page } from '@playwright/test';

export const node = '.react-flow__node, .react-flow canvas';
/** So long without a task of more than 50 ms. */
const quietMs = 300;

interface Watched {
  usableAt?: Promise<number>;
}

/** From now on every page of the context watches itself from its first line on. */
export async function watchUsable(context: BrowserContext): Promise<void> {
  await context.addInitScript(
    ({ selector, quiet }) => {
      let longUntil = 0;
      new PerformanceObserver((list) => {
        for (const { startTime, duration } of list.getEntries())
          longUntil = Math.max(longUntil, startTime + duration);
      }).observe({ type: 'longtask', buffered: true });
      const isDrawn = (): boolean => {
        const found = document.querySelector(selector);
        return found !== null && found.checkVisibility({ visibilityProperty: true });
      };
      (globalThis as Watched).usableAt = new Promise((resolve) => {
        const look = (): void => {
          if (!isDrawn()) {
            requestAnimationFrame(look);
            return;
          }
          // The frame that shows it is painted after this one's callbacks.
          requestAnimationFrame(() => {
            const drawnAt = performance.now();
            const settle = setInterval(() => {
              const usable = Math.max(drawnAt, longUntil);
              if (performance.now() - usable < quiet) return;
              clearInterval(settle);
              resolve(usable);
            }, 25);
          });
        };
        requestAnimationFrame(look);
      });
    },
    { selector: node, quiet: quietMs },
  );
}

/** Opens an address; milliseconds from the navigation's start until it can be worked with. */
export async function openUntilUsable(page: Page, url: string): Promise<number> {
  await page.goto(url, { waitUntil: 'commit' });
  const usable = await page.evaluate(() => (globalThis as Watched).usableAt);
  if (usable === undefined) throw new Error('the page does not watch itself');
  return usable;
}
