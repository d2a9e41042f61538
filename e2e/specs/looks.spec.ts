import type { Page } from '@playwright/test';
import { expect, expectAccessible, test } from '../fixtures.ts';
import { weeklyGreetings } from '../flows/for-the-tour.ts';
import { mainScreens } from '../journeys/main-screens.ts';
import { Tourist } from '../journeys/tour/tourist.ts';
import { outsideWindow } from '../outside-window.ts';

const desk = { width: 1440, height: 900 };

/** Words make no difference on a wall: each language is seen on one. */
for (const [language, locale, wall] of [
  ['en', 'en-GB', 3840],
  ['de', 'de-DE', 2560],
] as const)
  test.describe(`in ${language}`, () => {
    test.use({ locale, viewport: desk });

    test('the main screens fit a phone, a tablet, a desk and a wall: nothing is cut off or scrolled to sideways, and nothing moves where that is not wanted', async ({
      app,
    }) => {
      test.setTimeout(240_000);
      const { page } = app;
      const moved = await movements(page);
      const visitor = new Tourist(page, language);
      for (const { screen, tab, go } of mainScreens)
        await test.step(screen, async () => {
          await go(visitor);
          for (const width of [wall, 768, 320, desk.width]) {
            await page.setViewportSize({ width, height: desk.height });
            if (width < 768 && tab !== undefined)
              await visitor
                .role('navigation', 'common.narrow-tabs')
                .getByRole('button', { name: visitor.say(`common.tab-${tab}`), exact: true })
                .click();
            await expect
              .poll(() => outsideWindow(page), `${screen}, ${String(width)} px`)
              .toEqual([]);
          }
        });
      expect(moved).toEqual([]);
    });
  });

test('stronger contrast and the colours of the system: axe finds nothing, and what is chosen and where the keys are is seen', async ({
  app,
}) => {
  test.setTimeout(180_000);
  const { page } = app;
  const visitor = new Tourist(page, 'en');
  const looks = [
    { colorScheme: 'light', contrast: 'more', forcedColors: 'none' },
    { colorScheme: 'dark', contrast: 'more', forcedColors: 'none' },
    { colorScheme: 'light', contrast: 'no-preference', forcedColors: 'active' },
  ] as const;
  const inEveryLook = async () => {
    for (const look of looks)
      await test.step(`${look.colorScheme}, ${look.forcedColors}`, async () => {
        await page.emulateMedia(look);
        // All else is the same in every look, and is seen by the tour (`every-screen.spec.ts`).
        await expectAccessible(page, { all: true, rules: ['color-contrast'] });
      });
  };

  await test.step('list of flows', async () => {
    await visitor.keep(weeklyGreetings);
    await visitor.role('link', 'common.back-to-flows').click();
    await expect(visitor.role('list', 'flows.list-label')).toBeVisible();
    await inEveryLook();
  });

  await test.step('canvas and fields of a step', async () => {
    await page.getByRole('link', { name: 'Weekly greetings' }).click();
    await visitor.openStep(3);
    await visitor.tab('mapping');
    await expect(visitor.role('button', 'mapper.pill-broken')).toBeVisible();
    await inEveryLook();
  });

  await test.step('what is chosen has a line around it', async () => {
    const tab = visitor.panel().getByRole('tab', { selected: true });
    const filter = visitor.panel().locator('label:has-text("All")').first();
    for (const chosen of [visitor.step(3), tab, filter])
      await expect(chosen).toHaveCSS('outline-style', 'solid');
    const other = visitor.panel().getByRole('tab', { selected: false }).first();
    for (const left of [visitor.step(2), other])
      await expect(left).toHaveCSS('outline-style', 'none');
  });

  await test.step('and so has what the keys are at, wherever they go', async () => {
    await visitor.panel().getByRole('tab', { selected: true }).focus();
    for (let press = 0; press < 24; press++) {
      await page.keyboard.press('Tab');
      expect.soft(await lineOfFocus(page)).toMatch(/solid 3px$/);
    }
  });
});

test('the page is offered as an app: by its name, with icons of the sizes that are asked for, in the colours of the theme', async ({
  app,
}) => {
  const { page } = app;
  await page.goto('/');
  const devtools = await page.context().newCDPSession(page);
  const { data = '', errors } = await devtools.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  const manifest = JSON.parse(data) as Manifest;
  expect(manifest).toMatchObject({
    name: 'Footbridge',
    short_name: 'Footbridge',
    id: '/',
    start_url: '/',
    scope: '/',
    display: 'standalone',
    background_color: '#ffffff',
    theme_color: '#0b7179',
  });
  const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors');
  // A browser without a profile, as tests have it, installs nothing: that is all there is against it.
  expect(installabilityErrors.map(({ errorId }) => errorId)).toEqual(['in-incognito']);

  const icons = manifest.icons.filter(({ type }) => type === 'image/png');
  expect(icons.map(({ sizes, purpose }) => `${sizes} ${purpose}`).sort()).toEqual([
    '192x192 any',
    '512x512 any',
    '512x512 maskable',
  ]);
  for (const { src, sizes } of icons) expect(await sizeOf(page, src)).toBe(sizes);

  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    // The window's own bar goes on in the page's.
    const bar = await page
      .locator(`meta[name="theme-color"][media*="${colorScheme}"]`)
      .getAttribute('content');
    await expect(page.getByRole('banner')).toHaveCSS('background-color', inRgb(bar ?? ''));
  }
});

interface Manifest {
  readonly icons: readonly {
    readonly src: string;
    readonly sizes: string;
    readonly type: string;
    readonly purpose: string;
  }[];
}

/** `#0b7179` as a browser says it. */
function inRgb(hex: string): string {
  const parts = [1, 3, 5].map((at) => String(Number.parseInt(hex.slice(at, at + 2), 16)));
  return `rgb(${parts.join(', ')})`;
}

/** How large a picture is when the page loads it. */
function sizeOf(page: Page, src: string): Promise<string> {
  return page.evaluate(async (src) => {
    const picture = new Image();
    picture.src = src;
    await picture.decode();
    return `${String(picture.naturalWidth)}x${String(picture.naturalHeight)}`;
  }, src);
}

/** Whatever moves on this page from the next document on, by its style or by a script. */
async function movements(page: Page): Promise<readonly string[]> {
  const moved: string[] = [];
  await page.exposeFunction('somethingMoved', (what: string) => moved.push(what));
  await page.addInitScript(() => {
    const { somethingMoved } = globalThis as unknown as { somethingMoved(what: string): void };
    const named = (target: EventTarget | null) =>
      target instanceof Element
        ? `${target.localName}.${String(target.getAttribute('class'))}`
        : '';
    addEventListener(
      'transitionrun',
      ({ target, propertyName }) => somethingMoved(`${propertyName} of ${named(target)}`),
      { capture: true },
    );
    addEventListener(
      'animationstart',
      ({ target, animationName }) => somethingMoved(`${animationName} of ${named(target)}`),
      { capture: true },
    );
    const animate = Element.prototype.animate;
    Element.prototype.animate = function (...how) {
      somethingMoved(`script at ${named(this)}`);
      return animate.apply(this, how);
    };
  });
  return moved;
}

/** What has the focus, and the line around it; a choice of several shows it at its words. */
function lineOfFocus(page: Page): Promise<string> {
  return page.evaluate(() => {
    const focused = document.activeElement as HTMLElement;
    const isChoice = focused instanceof HTMLInputElement && focused.type === 'radio';
    const seen = isChoice ? (focused.labels?.[0] ?? focused) : focused;
    const { outlineStyle, outlineWidth } = getComputedStyle(seen);
    const name = focused.getAttribute('aria-label') ?? focused.textContent;
    return `${name} (${focused.localName}): ${outlineStyle} ${outlineWidth}`;
  });
}
