import type { Page } from '@playwright/test';
import { Audit } from '../audit.ts';
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

    // What two screens have in common is looked at on the first of them.
    const audit = new Audit();

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
            for (const finding of await audit.findingsOn(app.page))
              found.push(`${screen}: ${finding}`);
          });
        expect([...new Set(found)]).toEqual([]);
        expect(broken).toEqual([]);
      });
  });

test('a screen is looked at where something is new, or in another place, or hidden no more', async ({
  page,
}) => {
  const audit = new Audit();
  const pale = (text: string) => `<p style="color:#ccc">${text}</p>`;
  const foundOn = async (main: string, beside = '') => {
    const text = `<html lang="en"><title>Screen</title><main><h1>Flows</h1>${main}</main>${beside}`;
    await page.goto(`data:text/html,${encodeURIComponent(text)}`);
    const lines = await audit.findingsOn(page);
    return lines.map((line) => line.replace(/<[^>]*>([^<(]*).*$/s, '$1').trim());
  };
  expect(await foundOn(pale('one'))).toEqual(['color-contrast: one']);
  expect(await foundOn(pale('one'))).toEqual([]);
  expect(await foundOn(`${pale('one')}${pale('two')}`)).toEqual(['color-contrast: two']);

  const on = (colour: string) => `<div style="background:${colour}">${pale('three')}</div>`;
  expect(await foundOn(on('black'))).toEqual([]);
  expect(await foundOn(on('white'))).toEqual(['color-contrast: three']);

  const picture = (isHidden: boolean) =>
    `<div aria-hidden="${isHidden}"><img src="data:," width="50" height="50"></div>`;
  expect(await foundOn(picture(true))).toEqual([]);
  expect(await foundOn(picture(false))).toEqual(['image-alt:']);

  expect(await foundOn(pale('one'), '<p>outside</p>')).toEqual(['region: outside']);
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
