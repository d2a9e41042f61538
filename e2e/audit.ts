import type axe from 'axe-core';
import type { Page } from '@playwright/test';
import { putAxeInto } from './axe.ts';
import { whatIsNew } from './what-is-new.ts';

/** Whatever axe knows of the guidelines up to 2.2, and what it holds for good practice. */
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What is said of the page as a whole: looked at when its frame is new. All other rules look at what is new. */
const rulesOfTheFrame = [
  'aria-hidden-body',
  'bypass',
  'css-orientation-lock',
  'document-title',
  'heading-order',
  'html-has-lang',
  'html-lang-valid',
  'html-xml-lang-mismatch',
  'landmark-banner-is-top-level',
  'landmark-complementary-is-top-level',
  'landmark-contentinfo-is-top-level',
  'landmark-main-is-top-level',
  'landmark-no-duplicate-banner',
  'landmark-no-duplicate-contentinfo',
  'landmark-no-duplicate-main',
  'landmark-one-main',
  'landmark-unique',
  'meta-refresh',
  'meta-viewport',
  'meta-viewport-large',
  'page-has-heading-one',
  'region',
  'skip-link',
];

/** What axe says and is not so, each with its reason. `within` is where. */
const exceptions = [
  {
    rule: 'region',
    within: '[data-portal], [role="listbox"], [role="tooltip"]',
    why: 'What floats above the page (a menu, suggestions, a hint) belongs to the control that opened it, which is in a landmark.',
  },
  {
    rule: 'target-size',
    within: '.react-flow__viewport',
    why: 'The canvas is as large as the person zooms it: its controls are 24 px at 100 %, and all of them are in the outline too.',
  },
  {
    rule: 'heading-order',
    within: ':root:has([aria-modal="true"]) *',
    why: 'The headings of a dialog follow on none of those behind it.',
  },
] as const;

/** Looks at pages of one language and theme, and at what they have in common once. */
export class Audit {
  readonly #known = new Set<string>();

  /** What axe finds on what is shown now and was not shown before, one line a place. */
  async findingsOn(page: Page): Promise<string[]> {
    await putAxeInto(
      page,
      () =>
        `whatIsNew = ${whatIsNew.toString()}; known = new Set(${JSON.stringify([...this.#known])});`,
    );
    const { findings, fresh } = await page.evaluate(
      async ({ standards, rulesOfTheFrame, exceptions }) => {
        const {
          axe: inPage,
          whatIsNew: look,
          known,
        } = globalThis as unknown as {
          axe: typeof axe;
          whatIsNew: typeof whatIsNew;
          known: Set<string>;
        };
        const { same, fresh, isFrameNew } = look(known);
        for (const key of fresh) known.add(key);
        const root = document.documentElement;
        const isAllSame = same[0] === root;
        const options = { resultTypes: ['violations' as const], elementRef: true, iframes: false };
        const results = [
          isFrameNew &&
            (await inPage.run(root, {
              ...options,
              runOnly: { type: 'rule', values: rulesOfTheFrame },
            })),
          !isAllSame &&
            (await inPage.run(
              { include: [root], exclude: [...same] },
              {
                ...options,
                runOnly: { type: 'tag', values: standards },
                rules: Object.fromEntries(rulesOfTheFrame.map((id) => [id, { enabled: false }])),
              },
            )),
        ];
        const findings = results
          .flatMap((result) => (result === false ? [] : result.violations))
          .flatMap(({ id, nodes }) =>
            nodes
              .filter(
                ({ element }) =>
                  !exceptions.some(({ rule, within }) => rule === id && element?.closest(within)),
              )
              .map(({ element, any, all, none }) => {
                const why = [...any, ...all, ...none].map(({ message }) => message).join(' ');
                return `${id}: ${element ? new XMLSerializer().serializeToString(element).slice(0, 200) : ''} (${why})`;
              }),
          );
        return { findings, fresh };
      },
      { standards, rulesOfTheFrame, exceptions },
    );
    for (const key of fresh) this.#known.add(key);
    return findings;
  }
}
