import type { Page } from '@playwright/test';

export interface Awaited {
  /** The event that begins it. */
  readonly on: 'click' | 'keydown';
  /** What is to be seen on the page then. */
  readonly selector: string;
  /** Is it to appear, to go, or to hold these words? */
  readonly until: 'there' | 'gone' | { readonly says: string };
}

interface Watching {
  benchPainted?: Promise<number>;
}

/** Milliseconds from an event until what it leads to is painted; `act` sets the event off. */
export async function painted(
  page: Page,
  awaited: Awaited,
  act: () => Promise<void>,
): Promise<number> {
  await page.evaluate(({ on, selector, until }) => {
    const isReached = (): boolean => {
      const found = document.querySelector(selector);
      if (typeof until === 'string') return (found !== null) === (until === 'there');
      return found?.textContent.includes(until.says) === true;
    };
    (globalThis as Watching).benchPainted = new Promise((resolve) => {
      addEventListener(
        on,
        ({ timeStamp }) => {
          const look = (): boolean => {
            if (!isReached()) return false;
            // What a frame's callback sees is painted right after it.
            requestAnimationFrame(() => {
              setTimeout(() => {
                resolve(performance.now() - timeStamp);
              });
            });
            return true;
          };
          const watcher = new MutationObserver(() => {
            if (look()) watcher.disconnect();
          });
          watcher.observe(document.body, { childList: true, subtree: true, characterData: true });
        },
        { capture: true, once: true },
      );
    });
  }, awaited);
  await act();
  const ms = await Promise.race([
    page.evaluate(() => (globalThis as Watching).benchPainted),
    page.waitForTimeout(20_000),
  ]);
  if (ms === undefined) throw new Error(`${awaited.selector} did not come to what is awaited`);
  return ms;
}
