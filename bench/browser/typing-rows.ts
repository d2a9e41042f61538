import type { BrowserContext, Page } from '@playwright/test';
import { bigFormFlow, bigMessage, firstField } from '../big-form.ts';
import type { RowName } from '../goals.ts';
import { median, percentile } from '../measure.ts';
import type { Report } from '../report.ts';
import { painted } from './painted.ts';
import { serveProduct } from './served-pages.ts';
import { importFlows, keepSample } from './stored-flows.ts';
import { viewport, withBrowser } from './with-browser.ts';

const fields = 1_000;
const keys = 120;
const results = 9;
/** `afterMs` of the mapping desk: so long after the last key the mapping is worked out. */
const debounceMs = 150;

/** Keys in a form of 1,000 fields beside 10 MB of data, and the result line they lead to beside 1 MB. */
export async function typing(report: Report, wanted: ReadonlySet<RowName>): Promise<void> {
  const product = await serveProduct();
  try {
    await withBrowser(async (browser) => {
      if (wanted.has('page.key-ms')) {
        const page = await openForm(
          await browser.newContext({ viewport }),
          product.url,
          10_000_000,
        );
        const times = await timesOfKeys(page);
        report.row('page.key-ms', percentile(times, 95));
        report.note(`median ${median(times).toFixed(1)} ms, ${String(times.length)} keys`);
        await page.context().close();
      }
      if (wanted.has('page.result-ms')) {
        const page = await openForm(await browser.newContext({ viewport }), product.url, 1_000_000);
        const times = await timesOfResults(page);
        report.row('page.result-ms', median(times) - debounceMs);
        report.note(
          `with the debounce of ${String(debounceMs)} ms: ${median(times).toFixed(0)} ms`,
        );
        await page.context().close();
      }
    });
  } finally {
    await product.close();
  }
}

async function openForm(context: BrowserContext, url: string, bytes: number): Promise<Page> {
  const flow = bigFormFlow('flow-form', fields);
  await importFlows(context, url, [flow]);
  const page = await context.newPage();
  await page.goto(url);
  await keepSample(page, flow.id, 'in', bigMessage(bytes));
  await page.goto(`${url}flows/${flow.id}`);
  await page.locator('.react-flow__node', { hasText: 'Form' }).click();
  await page.getByRole('tab', { name: /^Fill in/ }).click();
  await page.getByRole('textbox', { name: firstField, exact: true }).click();
  await page.keyboard.press('End');
  // The data is on its way to the preview's thread, and the form is checked.
  await page.waitForTimeout(4_000);
  await page.getByText('Tested').first().waitFor();
  return page;
}

interface Keys {
  benchKeys?: number[];
}

/** From each key until the frame with its letter is painted. */
async function timesOfKeys(page: Page): Promise<readonly number[]> {
  await page.evaluate(() => {
    const times: number[] = [];
    (globalThis as Keys).benchKeys = times;
    addEventListener(
      'keydown',
      ({ timeStamp }) => {
        requestAnimationFrame(() => {
          setTimeout(() => {
            times.push(performance.now() - timeStamp);
          });
        });
      },
      { capture: true },
    );
  });
  const words = 'some words as they come ';
  for (let at = 0; at < keys; at++) {
    await page.keyboard.press(words[at % words.length] ?? 'a');
    await page.waitForTimeout(90);
  }
  await page.waitForTimeout(300);
  const times = await page.evaluate(() => (globalThis as Keys).benchKeys ?? []);
  if (times.length < keys) throw new Error(`only ${String(times.length)} keys were seen`);
  return times;
}

/** From a key until the result line below the field shows its letter. */
async function timesOfResults(page: Page): Promise<readonly number[]> {
  const times: number[] = [];
  let typed = '';
  for (let go = -2; go < results; go++) {
    const letter = String.fromCharCode(110 + go);
    typed += letter;
    const says = `Ada ${typed}`;
    const ms = await painted(
      page,
      {
        on: 'keydown',
        selector: `[data-field='["field1"]'] [aria-label^="Result"]`,
        until: { says },
      },
      () => page.keyboard.press(letter),
    );
    if (go >= 0) times.push(ms);
    await page.waitForTimeout(1_200);
  }
  return times;
}
