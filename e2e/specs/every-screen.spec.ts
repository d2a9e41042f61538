import type { Page } from '@playwright/test';
import { findingsOn } from '../audit.ts';
import { expect, test } from '../fixtures.ts';
import { tour } from '../journeys/tour/tour.ts';
import { Tourist } from '../journeys/tour/tourist.ts';

/** Colours are the same in every language, and words in every theme: each screen is seen once in each. */
const looks = { en: 'light', de: 'dark' } as const satisfies Readonly<
  Record<Tourist['language'], 'light' | 'dark'>
>;

for (const [language, locale] of [
  ['en', 'en-GB'],
  ['de', 'de-DE'],
] as const)
  test.describe(`axe finds nothing, in ${language} and ${looks[language]}`, () => {
    test.use({ locale, viewport: { width: 1440, height: 900 }, colorScheme: looks[language] });

    for (const { title, stops } of tour)
      test(title, async ({ app }) => {
        test.setTimeout(300_000);
        const visitor = new Tourist(app.page, language);
        const broken = await policyBreaks(app.page);
        const found: string[] = [];
        for (const { screen, go, isPaper } of stops)
          await test.step(screen, async () => {
            await go(visitor);
            if (isPaper) return;
            for (const finding of await findingsOn(app.page)) found.push(`${screen}: ${finding}`);
          });
        expect([...new Set(found)]).toEqual([]);
        expect(broken).toEqual([]);
      });
  });

/** What the page's security policy had to stop, from now on. */
async function policyBreaks(page: Page): Promise<readonly string[]> {
  const broken: string[] = [];
  await page.exposeFunction('policyBroken', (what: string) => broken.push(what));
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      (globalThis as unknown as { policyBroken(what: string): void }).policyBroken(
        `${violatedDirective}: ${blockedURI}`,
      );
    });
  });
  return broken;
}
