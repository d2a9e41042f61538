import type { BrowserContext, Page } from '@playwright/test';

/** What finds stories that count on being quick, and a page that does: set by whoever looks for them, never in a usual run. */
export async function makeHard(context: BrowserContext): Promise<void> {
  const most = Number(process.env.FOOTBRIDGE_E2E_LATE ?? 0);
  if (most > 0) await answerLate(context, most);
  const times = Number(process.env.FOOTBRIDGE_E2E_SLOW ?? 1);
  if (times > 1) slowDown(context, times);
}

/**
 * Every file and every answer of the server comes up to so many milliseconds later, each by another time; but for what a
 * service worker keeps in the background: hundreds of files that nobody waits for.
 */
async function answerLate(context: BrowserContext, most: number): Promise<void> {
  await context.route(/\/(assets|api)\//, async (route) => {
    const late = route.request().serviceWorker() === null ? Math.random() * most : 0;
    await new Promise((done) => setTimeout(done, late));
    // The story may have ended meanwhile.
    await route.fallback().catch(() => undefined);
  });
}

/** Every page is that many times as slow, and the story as quick as ever. */
function slowDown(context: BrowserContext, times: number): void {
  const slow = async (page: Page) => {
    const devtools = await context.newCDPSession(page);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: times });
  };
  // A page that is closed at once is not slowed down.
  for (const page of context.pages()) void slow(page).catch(() => undefined);
  context.on('page', (page) => void slow(page).catch(() => undefined));
}
