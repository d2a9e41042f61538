/** Frames of the page and heap of its worker while 100,000 records are taken apart, mapped, filtered and collected. */
import type { Page } from '@playwright/test';
import { batchFlow, rowsOf } from '../big-list.ts';
import { median, percentile } from '../measure.ts';
import type { Report } from '../report.ts';
import { recordFrames } from './frames.ts';
import { liveHeap, runWorker } from './run-worker-heap.ts';
import { serveProduct } from './served-pages.ts';
import { importFlows, keepSample } from './stored-flows.ts';
import { viewport, withBrowser } from './with-browser.ts';

const count = 100_000;
const left = count - Math.ceil(count / 3);
const goes = 5;

export async function batch100kInPage(report: Report): Promise<void> {
  const product = await serveProduct();
  try {
    await withBrowser(async (browser) => {
      const context = await browser.newContext({ viewport });
      const flow = batchFlow('flow-batch');
      await importFlows(context, product.url, [flow]);
      const page = await context.newPage();
      await page.goto(product.url);
      await keepSample(page, flow.id, 'in', rowsOf(count));
      await page.goto(`${product.url}flows/${flow.id}`);
      await page.locator('[data-test-button]').waitFor();
      const frames: number[] = [];
      const growths: number[] = [];
      for (let go = -1; go < goes; go++) {
        const worker = go < 0 ? undefined : await runWorker(browser);
        const before = worker && (await liveHeap(worker));
        const deltas = await framesOfRun(page);
        const after = worker && (await liveHeap(worker));
        if (before === undefined || after === undefined) continue;
        frames.push(percentile(deltas, 95));
        growths.push((after - before) / 1e6);
        report.note(
          `${String(deltas.length)} frames in ${(deltas.reduce((sum, delta) => sum + delta, 0) / 1000).toFixed(1)} s, longest ${Math.max(...deltas).toFixed(0)} ms`,
        );
      }
      report.row('page.batch100k.frame-p95-ms', median(frames));
      report.row('page.batch100k.worker-heap-mb', Math.max(...growths));
    });
  } finally {
    await product.close();
  }
}

/** Tests the whole flow with everything; frames from the click until its last step has given its list. */
async function framesOfRun(page: Page): Promise<readonly number[]> {
  await page.getByRole('button', { name: 'How much to test' }).click();
  await page.getByRole('menuitem', { name: 'Try with all' }).click();
  const start = page.getByRole('dialog').getByRole('button', { name: 'Try with all' });
  await start.waitFor();
  const stop = await recordFrames(page);
  await start.click();
  await page
    .getByRole('status', { name: 'How the run went' })
    .filter({ hasText: 'Done' })
    .filter({ hasText: `${(count - left).toLocaleString('en')} left out` })
    .waitFor({ timeout: 60_000 });
  const deltas = await stop();
  await page.getByRole('button', { name: /^Step 5: All\./ }).click();
  await page
    .getByRole('region', { name: 'Output' })
    .getByText(new RegExp(String(left).replace(/^(..)/, '$1,?')))
    .first()
    .waitFor();
  return deltas;
}
