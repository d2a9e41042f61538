import { longListFlow, rowsOf } from '../big-list.ts';
import { median } from '../measure.ts';
import type { Report } from '../report.ts';
import { painted } from './painted.ts';
import { serveProduct } from './served-pages.ts';
import { importFlows, keepSample } from './stored-flows.ts';
import { viewport, withBrowser } from './with-browser.ts';

const count = 100_000;
const goes = 7;

/** From the click on a step of a run until the first of the 100,000 rows that it gave is painted. */
export async function rows100k(report: Report): Promise<void> {
  const product = await serveProduct();
  try {
    await withBrowser(async (browser) => {
      const context = await browser.newContext({ viewport });
      const flow = longListFlow('flow-list');
      await importFlows(context, product.url, [flow]);
      const page = await context.newPage();
      await page.goto(product.url);
      await keepSample(page, flow.id, 'in', rowsOf(count));
      await page.goto(`${product.url}flows/${flow.id}`);
      await page.locator('[data-test-button]').click();
      const step = (name: string) =>
        page.getByRole('button', { name: new RegExp(`^Step \\d: ${name}\\.`) });
      await step('Note').waitFor();
      const times: number[] = [];
      for (let go = -2; go < goes; go++) {
        await step('Note').click();
        await page.waitForTimeout(700);
        const ms = await painted(
          page,
          {
            on: 'click',
            selector: '[role="table"][aria-label="Output"]',
            until: { says: 'Person 0' },
          },
          () => step('Shop').click(),
        );
        if (go >= 0) times.push(ms);
        const shown = await page
          .getByRole('table', { name: 'Output' })
          .getAttribute('aria-rowcount');
        if (shown !== String(count + 1)) throw new Error(`${String(shown)} rows are shown`);
      }
      report.row('page.rows-100k-ms', median(times));
    });
  } finally {
    await product.close();
  }
}
