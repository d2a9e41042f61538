import axe from 'axe-core';
import type { Page } from '@playwright/test';

/** Whatever axe knows of the guidelines up to 2.2, and what it holds for good practice. */
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe says and is not so, each with its reason. `within` is where. */
const exceptions = [
  {
    rule: 'region',
    within: '[data-portal], [role="listbox"]',
    why: 'What floats above the page (a menu, suggestions, a hint) belongs to the control that opened it, which is in a landmark.',
  },
  {
    rule: 'target-size',
    within: '.react-flow__viewport',
    why: 'The canvas is as large as the person zooms it: its controls are 24 px at 100 %, and all of them are in the outline too.',
  },
] as const;

/** What is looked at once as long as nothing in it changes: also behind what opens above it. */
const parts =
  'header, aside, main, nav, section, article, form, li, [role="dialog"], [role="group"], [role="tabpanel"], .react-flow__node';

/** What axe finds on what is shown now, one line a place. */
export async function findingsOn(page: Page): Promise<string[]> {
  await movedToItsEnd(page);
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  return page.evaluate(
    async ({ standards, exceptions, parts }) => {
      const { axe: inPage, seen } = globalThis as unknown as {
        axe: typeof axe;
        seen?: Set<string>;
      };
      const known = seen ?? new Set<string>();
      Object.assign(globalThis, { seen: known });
      const keyOf = (part: Element) => new XMLSerializer().serializeToString(part);
      const shown = [...document.querySelectorAll(parts)];
      const keys = new Map(shown.map((part) => [part, keyOf(part)]));
      const isKnown = (part: Element) => known.has(keys.get(part) ?? '');
      const same = shown.filter((part) => {
        const above = part.parentElement?.closest(parts);
        return isKnown(part) && !(above && isKnown(above));
      });
      for (const key of keys.values()) known.add(key);
      const { violations } = await inPage.run(
        { include: [document.documentElement], exclude: same },
        {
          runOnly: { type: 'tag', values: standards },
          resultTypes: ['violations'],
          elementRef: true,
          iframes: false,
        },
      );
      // Headings are only in order where all of them are looked at, and none is behind a dialog.
      const isWhole = same.length === 0 && !document.querySelector('[aria-modal="true"]');
      const counted = violations.filter(({ id }) => id !== 'heading-order' || isWhole);
      return counted.flatMap(({ id, nodes }) =>
        nodes
          .filter(
            ({ element }) =>
              !exceptions.some(({ rule, within }) => rule === id && element?.closest(within)),
          )
          .map(({ html, any, all, none }) => {
            const why = [...any, ...all, ...none].map(({ message }) => message).join(' ');
            return `${id}: ${html.slice(0, 200)} (${why})`;
          }),
      );
    },
    { standards, exceptions, parts },
  );
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
