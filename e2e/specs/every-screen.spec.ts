import type { Page } from '@playwright/test';
import { findingsOn } from '../audit.ts';
import { expect, test } from '../fixtures.ts';
import { tour } from '../journeys/tour/tour.ts';
import { Tourist } from '../journeys/tour/tourist.ts';

type Look = NonNullable<Parameters<Page['emulateMedia']>[0]>;

/**
 * In which theme everything is asked for, and in which others only what they can break. Colours are the same in every
 * language: each screen is seen light, dark and with more contrast.
 */
const looks = {
  en: [
    { colorScheme: 'light', contrast: 'no-preference' },
    { colorScheme: 'dark', contrast: 'no-preference' },
  ],
  de: [
    { colorScheme: 'dark', contrast: 'no-preference' },
    { colorScheme: 'light', contrast: 'more' },
  ],
} as const satisfies Readonly<Record<Tourist['language'], readonly Look[]>>;

for (const [language, locale] of [
  ['en', 'en-GB'],
  ['de', 'de-DE'],
] as const)
  test.describe(`axe finds nothing, in ${language}`, () => {
    test.use({ locale, viewport: { width: 1440, height: 900 } });

    for (const { title, stops } of tour)
      test(`${title}, in every theme`, async ({ app }) => {
        test.setTimeout(300_000);
        const visitor = new Tourist(app.page, language);
        const broken = await policyBreaks(app.page);
        const found: string[] = [];
        for (const { screen, go, isPaper } of stops)
          await test.step(screen, async () => {
            await go(visitor);
            if (isPaper) return;
            for (const [at, look] of looks[language].entries()) {
              await app.page.emulateMedia(look);
              const name = Object.values(look).join(' ');
              const extent = at === 0 ? 'everything' : 'colours';
              for (const finding of await findingsOn(app.page, extent, name))
                found.push(`${screen} (${name}): ${finding}`);
            }
            await app.page.emulateMedia(looks[language][0]);
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
