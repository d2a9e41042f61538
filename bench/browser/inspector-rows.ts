/** How long the step inspector takes to show a big result in each of its ways, to search it, and to compare it with the run before. */
import type { Page } from '@playwright/test';
import { comparedFlow, ordersOf, rowsOf } from '../big-list.ts';
import type { RowName } from '../goals.ts';
import { median } from '../measure.ts';
import type { Report } from '../report.ts';
import type { Json, JsonSchema } from '../../src/shared/index.ts';
import { painted, type Awaited } from './painted.ts';
import { serveProduct } from './served-pages.ts';
import { importFlows, keepSample } from './stored-flows.ts';
import { viewport, withBrowser } from './with-browser.ts';

const goes = 5;
/** The most that one message may have. */
const tenMb = 9_900_000;

type Size = '100k' | '10mb';
type Way = 'table' | 'tree' | 'json' | 'rendered';

interface Inspected {
  readonly size: Size;
  readonly data: Json;
  readonly schema: JsonSchema;
  /** What is compared: where its list is, and what of each entry. */
  readonly compared: { readonly list: readonly string[]; readonly fields: readonly string[] };
  /** What is seen of it at first, and in which ways it is shown. */
  readonly sees: string;
  readonly ways: readonly Way[];
  readonly search: { readonly words: string; readonly lastKey: string; readonly found: Awaited };
}

const output = '[aria-label="Output"]';
const shows: Readonly<Record<Way, { readonly button: string; readonly selector: string }>> = {
  table: { button: 'Table', selector: `[role="table"]${output}` },
  tree: { button: 'Tree', selector: `[role="tree"]${output}` },
  json: { button: 'JSON', selector: `[role="group"]${output}` },
  rendered: { button: 'Page', selector: `[role="region"]${output}` },
};

export function inspect100k(report: Report): Promise<void> {
  return inspect(report, {
    size: '100k',
    data: rowsOf(100_000),
    schema: { type: 'array', items: { type: 'object' } },
    compared: { list: [], fields: ['number', 'name'] },
    sees: 'Person 0',
    ways: ['tree', 'json', 'rendered'],
    search: {
      words: 'Person 7777',
      lastKey: '7',
      found: {
        on: 'keydown',
        selector: `[role="table"]${output}[aria-rowcount="2"]`,
        until: { says: 'Person 77777' },
      },
    },
  });
}

export function inspect10mb(report: Report): Promise<void> {
  const data = ordersOf(tenMb);
  const left = data.orders.filter((_, at) => `Person ${String(at)}`.startsWith('Person 21')).length;
  return inspect(report, {
    size: '10mb',
    data,
    schema: { type: 'object' },
    compared: { list: ['orders'], fields: ['number', 'lines', 'note'] },
    sees: 'North',
    ways: ['table', 'tree', 'json', 'rendered'],
    search: {
      words: 'Person 2',
      lastKey: '1',
      found: {
        on: 'keydown',
        selector: `section[aria-label="Output"] [role="status"]`,
        until: { says: `${left.toLocaleString('en')} found` },
      },
    },
  });
}

async function inspect(report: Report, inspected: Inspected): Promise<void> {
  const product = await serveProduct();
  try {
    await withBrowser(async (browser) => {
      const context = await browser.newContext({ viewport });
      const flow = comparedFlow('flow-inspected', inspected.schema, inspected.compared);
      await importFlows(context, product.url, [flow]);
      const page = await context.newPage();
      await page.goto(product.url);
      await keepSample(page, flow.id, 'in', inspected.data);
      await page.goto(`${product.url}flows/${flow.id}`);
      const row = (what: string, value: number): void => {
        report.row(`page.inspect-${inspected.size}.${what}-ms` as RowName, value); // each is in `goals.ts`
      };
      await ran(page);
      await step(page, 'Shop').click();
      for (const way of inspected.ways) row(way, await timeOf(page, way, inspected.sees));
      row('search', await timeOfSearch(page, inspected.search));
      row('diff', await timeOfDiff(page));
    });
  } finally {
    await product.close();
  }
}

const step = (page: Page, name: string) =>
  page.getByRole('button', { name: new RegExp(`^Step \\d: ${name}\\.`) });

/** Tests the flow and waits until the run is kept. */
async function ran(page: Page): Promise<void> {
  await page.locator('[data-test-button]').click();
  await step(page, 'Marked')
    .filter({ hasText: /1 done/ })
    .waitFor({ timeout: 60_000 });
  await page.waitForTimeout(3_000);
}

async function show(page: Page, way: Way): Promise<void> {
  await page.locator(`label:has([aria-label="${shows[way].button}"])`).click();
}

async function timeOf(page: Page, way: Way, sees: string): Promise<number> {
  const other = way === 'table' ? 'rendered' : 'table';
  const times: number[] = [];
  for (let go = -1; go < goes; go++) {
    await show(page, other);
    await page.locator(shows[other].selector).waitFor();
    await page.waitForTimeout(500);
    const ms = await painted(
      page,
      { on: 'click', selector: shows[way].selector, until: { says: sees } },
      () => show(page, way),
    );
    if (go >= 0) times.push(ms);
  }
  await show(page, 'table');
  return median(times);
}

/** From the last key until what is left is painted. */
async function timeOfSearch(
  page: Page,
  { words, lastKey, found }: Inspected['search'],
): Promise<number> {
  const side = page.getByRole('region', { name: 'Output' });
  const times: number[] = [];
  for (let go = -1; go < goes; go++) {
    await side.getByRole('button', { name: 'Search: Output' }).click();
    await page.keyboard.type(words);
    await side.getByRole('status').waitFor();
    await page.waitForTimeout(1_500);
    const ms = await painted(page, found, () => page.keyboard.press(lastKey));
    if (go >= 0) times.push(ms);
    await page.keyboard.press('Escape');
    await page.waitForTimeout(500);
  }
  return median(times);
}

/** From the click on "What changed" until it is said what changed; each go compares another run. */
async function timeOfDiff(page: Page): Promise<number> {
  const times: number[] = [];
  for (let go = -1; go < goes; go++) {
    await ran(page);
    await step(page, 'Marked').click();
    await page.waitForTimeout(700);
    const ms = await painted(
      page,
      { on: 'click', selector: '[aria-label="What changed"]', until: { says: ' changed' } },
      () => page.getByRole('tab', { name: 'What changed' }).click(),
    );
    if (go >= 0) times.push(ms);
    await page.getByRole('tab', { name: 'Input and output' }).click();
  }
  return median(times);
}
