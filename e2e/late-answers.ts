import type { BrowserContext } from '@playwright/test';

/**
 * Lets every file and every answer of the server come up to so many milliseconds later, each by another time: as on a slow
 * line, and as on a busy machine. It finds what counts on being quick, in specs and in the page.
 */
export async function answerLate(context: BrowserContext, most: number): Promise<void> {
  await context.route(/\/(assets|api)\//, async (route) => {
    const late = Math.random() * most;
    await new Promise((done) => setTimeout(done, late));
    // The spec may have ended meanwhile.
    await route.fallback().catch(() => undefined);
  });
}
