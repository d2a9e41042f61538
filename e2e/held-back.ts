import type { Page } from '@playwright/test';

/** Keeps what the page asks for at an address back, until what it gives is called. */
export async function holdBack(page: Page, address: string): Promise<() => void> {
  let bring = () => {};
  const isWanted = new Promise<void>((resolve) => (bring = resolve));
  await page.route(address, (route) => isWanted.then(() => route.continue()));
  return () => bring();
}

/** What comes of something that is drawn by now, or has been answered, has come after some frames. */
export function someFrames(page: Page): Promise<void> {
  return page.evaluate(async () => {
    for (let frames = 0; frames < 5; frames++) await new Promise(requestAnimationFrame);
  });
}
