import type { Page } from '@playwright/test';
import { bigFlow } from '../big-flow.ts';
import { median } from '../measure.ts';
import type { Report } from '../report.ts';
import { nodeInTheMiddle, zoomToReading } from './frames.ts';
import { painted } from './painted.ts';
import { serveProduct } from './served-pages.ts';
import { importFlows } from './stored-flows.ts';
import { openUntilUsable, watchUsable } from './usable.ts';
import { viewport, withBrowser } from './with-browser.ts';

const goes = 7;

/** From the click or the key until the canvas shows it: a step more, one fewer, the last change undone. */
export async function edits(report: Report): Promise<void> {
  const product = await serveProduct();
  try {
    await withBrowser(async (browser) => {
      const context = await browser.newContext({ viewport });
      await watchUsable(context);
      await importFlows(context, product.url, [bigFlow('flow-1000', 1_000)]);
      const page = await context.newPage();
      await openUntilUsable(page, `${product.url}flows/flow-1000`);
      await zoomToReading(page);
      const times = { add: [] as number[], delete: [] as number[], undo: [] as number[] };
      for (let go = -2; go < goes; go++) {
        const once = await editOnce(page);
        if (go < 0) continue;
        times.add.push(once.add);
        times.delete.push(once.delete);
        times.undo.push(once.undo);
      }
      const each = Object.entries(times).map(([what, ms]) => ({ what, ms: median(ms) }));
      report.row('page.edit-1000-ms', Math.max(...each.map(({ ms }) => ms)));
      report.note(each.map(({ what, ms }) => `${what} ${ms.toFixed(0)} ms`).join(', '));
    });
  } finally {
    await product.close();
  }
}

/** A step is put after one near the middle of the window, deleted again, and brought back. */
async function editOnce(page: Page): Promise<{ add: number; delete: number; undo: number }> {
  const { x, y, id: before } = await nodeInTheMiddle(page);
  await page.mouse.click(x, y);
  await rest(page);
  const added = `[data-selected]:not(:has([data-step-button="${before}"])) [data-step-button]`;
  const add = await painted(page, { on: 'click', selector: added, until: 'there' }, () =>
    page.getByRole('button', { name: 'Add Mapper' }).first().click(),
  );
  await rest(page);
  const id = await page.locator(added).getAttribute('data-step-button');
  if (id === null) throw new Error('the new step is not selected');
  const selector = `[data-step-button="${id}"]`;
  await page.locator(selector).focus();
  const deleted = await painted(page, { on: 'keydown', selector, until: 'gone' }, () =>
    page.keyboard.press('Delete'),
  );
  await rest(page);
  const undo = await painted(page, { on: 'keydown', selector, until: 'there' }, () =>
    page.keyboard.press('Control+z'),
  );
  await rest(page);
  // Each go meets the flow as it was.
  await page.keyboard.press('Control+z');
  await rest(page);
  return { add, delete: deleted, undo };
}

/** Panels open, the flow is saved and checked: none of it belongs to the next edit. */
function rest(page: Page): Promise<void> {
  return page.waitForTimeout(900);
}
