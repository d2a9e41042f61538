/** Frames of the page and heap of its worker while 100,000 records are taken apart, mapped, filtered and collected. */
import type { Page } from '@playwright/test';
import { batchFlow, rowsOf } from '../big-list.ts';
import { median, percentile } from '../measure.ts';
import type { Report } from '../report.ts';
import { recordFrames } from './frames.ts';
import { painted } from './painted.ts';
import { liveHeap, runWorker, usedHeap, watchHeap, type RunWorker } from './run-worker-heap.ts';
import { serveProduct } from './served-pages.ts';
import { importFlows, keepSample } from './stored-flows.ts';
import { viewport, withBrowser } from './with-browser.ts';

const count = 100_000;
const left = count - Math.ceil(count / 3);
const goes = 5;
/** Between two looks at a heap that is in use. */
const lookMs = 50;

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
      await wholeRun(page); // starts the thread
      const worker = await runWorker(browser);
      await frames(page, worker, report);
      await peaks(page, worker, report);
      await cancels(page, report);
    });
  } finally {
    await product.close();
  }
}

/** Nobody looks at the thread while frames are recorded. */
async function frames(page: Page, worker: RunWorker, report: Report): Promise<void> {
  const percentiles: number[] = [];
  const growths: number[] = [];
  for (let go = 0; go < goes; go++) {
    const before = await liveHeap(worker);
    const deltas = await wholeRun(page);
    growths.push(inMb((await liveHeap(worker)) - before));
    percentiles.push(percentile(deltas, 95));
    report.note(
      `${String(deltas.length)} frames in ${(deltas.reduce((sum, delta) => sum + delta, 0) / 1000).toFixed(1)} s, longest ${Math.max(...deltas).toFixed(0)} ms`,
    );
  }
  report.row('page.batch100k.frame-p95-ms', median(percentiles));
  report.row('page.batch100k.worker-heap-mb', Math.max(...growths));
}

/** The most that is held at once while the run goes on: a look without a collection counts garbage too, one with it does not. */
async function peaks(page: Page, worker: RunWorker, report: Report): Promise<void> {
  const growthIn = async (look: (of: RunWorker) => Promise<number>): Promise<number> => {
    const before = await liveHeap(worker);
    const stop = watchHeap(() => look(worker), lookMs);
    await wholeRun(page);
    const { most, looks } = await stop();
    report.note(`${String(looks)} looks`);
    return inMb(most - before);
  };
  const live: number[] = [];
  const used: number[] = [];
  for (let go = 0; go < goes; go++) {
    live.push(await growthIn(liveHeap));
    used.push(await growthIn(usedHeap));
  }
  report.row('page.batch100k.worker-heap-peak-mb', Math.max(...live));
  report.note(
    `with what was not collected yet: ${used.map((mb) => mb.toFixed(0)).join(', ')} MB at most`,
  );
}

const inMb = (bytes: number): number => bytes / 1e6;

const howItWent = '[role="status"][aria-label="How the run went"]';

/**
 * What comes back presses the button and waits until the run before is no longer shown: it ended the same way. The first one
 * has none before it, and may be over when its panel has been loaded.
 */
async function startWholeRun(page: Page): Promise<() => Promise<unknown>> {
  await page.getByRole('button', { name: 'How much to test' }).click();
  await page.getByRole('menuitem', { name: 'Try with all' }).click();
  const start = page.getByRole('dialog').getByRole('button', { name: 'Try with all' });
  await start.waitFor();
  if ((await page.locator(howItWent).count()) === 0) return () => start.click();
  return () =>
    painted(page, { on: 'click', selector: howItWent, until: { says: 'Running' } }, () =>
      start.click(),
    );
}

/** Tests the whole flow with everything; frames from the click until its last step has given its list. */
async function wholeRun(page: Page): Promise<readonly number[]> {
  const start = await startWholeRun(page);
  const stop = await recordFrames(page);
  await start();
  await page
    .locator(howItWent)
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

/** From the click on "Stop" in the middle until the page shows the run in its final state. */
async function cancels(page: Page, report: Report): Promise<void> {
  const times: number[] = [];
  const notDone: string[] = [];
  let tooLate = 0;
  while (times.length < goes) {
    await (
      await startWholeRun(page)
    )();
    const step = page.getByRole('button', { name: /^Step 4: Some\./ });
    const stop = page.getByRole('region', { name: 'Test run' }).getByRole('button', {
      name: 'Stop',
      exact: true,
    });
    await step.filter({ hasText: /[1-9][\d,]* done/ }).waitFor();
    try {
      times.push(
        await painted(
          page,
          { on: 'click', selector: howItWent, until: { says: 'Stopped' } },
          // On a busy machine the run may be over by now.
          () => stop.click({ timeout: 5_000 }),
        ),
      );
      notDone.push((await step.innerText()).replaceAll(/\s+/g, ' '));
    } catch (cause) {
      const isOver = (await page.locator(howItWent).innerText()).includes('Done');
      if (!isOver || ++tooLate > goes) throw cause;
    }
  }
  report.row('page.cancel-ms', median(times));
  report.note(`one by one: ${times.map((ms) => ms.toFixed(0)).join(', ')} ms`);
  report.note(`stopped at: ${notDone.join('; ')}`);
  if (tooLate > 0) report.note(`${String(tooLate)} more were over before "Stop" was pressed`);
}
