/**
 * A million rows of a real PostgreSQL, through the product's server (a process of its own) into the page's worker: memory on both
 * sides while they come, and "Stop" pressed in the middle until the database has stopped.
 */
import type { Browser, Page } from '@playwright/test';
import { newFlow, type Flow, type Step } from '../../src/flow/index.ts';
import { formOf, type DatabaseServer } from '../../src/proxy/tasks/sql/testing/database-server.ts';
import { startPostgres } from '../../src/proxy/tasks/sql/testing/postgres-server.ts';
import type { RowName } from '../goals.ts';
import { median } from '../measure.ts';
import { startPart, type RunningPart } from '../proxy-parts.ts';
import type { Report } from '../report.ts';
import { liveHeap, runWorker } from './run-worker-heap.ts';
import { builtOnce } from './project-scripts.ts';
import { importFlows, keepAccount } from './stored-flows.ts';
import { viewport, withBrowser } from './with-browser.ts';

const rows = 1_000_000;
const cancels = 5;
const betweenLooks = 500;
const database = { id: 'catalog:database', version: '1.0.0' };

export async function sqlInPage(report: Report, wanted: ReadonlySet<RowName>): Promise<void> {
  await builtOnce();
  const postgres = await startPostgres();
  const product = await startPart(`footbridge=http://127.0.0.1:${String(postgres.port)}`);
  try {
    await postgres.ask(
      `CREATE TABLE many AS SELECT n AS id, 'customer number ' || n AS name, n * 1.5 AS total
         FROM generate_series(1, ${String(rows)}) n`,
    );
    await withBrowser(async (browser) => {
      const page = await pageWith(browser, `${product.url}/`, postgres);
      await readFirst(page);
      if (wanted.has('page.sql-cancel-ms')) {
        const goes: number[] = [];
        for (let go = 0; go < cancels; go++) goes.push(await cancelMs(page, postgres));
        report.row('page.sql-cancel-ms', median(goes));
        report.note(`the slowest: ${Math.max(...goes).toFixed(0)} ms`);
      }
      // The first million also touches the room that `npm start` gives to new objects.
      const first = await growths(browser, page, product);
      const { heap, rss, seconds } = await growths(browser, page, product);
      report.row('page.sql1m.worker-heap-mb', Math.max(first.heap, heap));
      report.row('page.sql1m.server-rss-mb', rss);
      report.note(
        `${String(rows)} rows in ${seconds.toFixed(0)} s, looks at memory included; the server's first million: ${first.rss.toFixed(0)} MB`,
      );
    });
  } finally {
    product.close();
    await postgres.close();
  }
}

const flow: Flow = {
  ...newFlow('A million rows', () => 'flow-rows', { locale: 'en', timeZone: 'UTC' }),
  steps: [
    step('rows', 'Rows', database.id, 'find-rows', {
      settings: { table: 'many' },
      credential: 'db',
    }),
    step('few', 'Few', 'catalog:filter', 'only-if', {
      slots: {
        condition: {
          left: { kind: 'ref', from: 'rows', path: ['id'] },
          is: 'less',
          right: { kind: 'literal', value: 0 },
        },
      },
    }),
  ],
  edges: [{ id: 'e', from: 'rows', fromPort: 'out', to: 'few', toPort: 'in' }],
  credentials: [{ id: 'db', name: 'Database', component: database.id, type: 'postgresql' }],
};

function step(
  id: string,
  name: string,
  component: string,
  operation: string,
  more: Partial<Step>,
): Step {
  return {
    id,
    name,
    component,
    componentVersion: database.version,
    operation,
    settings: {},
    slots: {},
    ...more,
  };
}

async function pageWith(browser: Browser, url: string, postgres: DatabaseServer): Promise<Page> {
  const context = await browser.newContext({ viewport });
  await importFlows(context, url, [flow]);
  const page = await context.newPage();
  await page.goto(url);
  await keepAccount(page, {
    component: database.id,
    type: 'postgresql',
    values: formOf(postgres),
    flow: flow.id,
    slot: 'db',
  });
  await page.goto(`${url}flows/${flow.id}`);
  await page.locator('[data-test-button]').waitFor();
  return page;
}

const summary = (page: Page) => page.getByRole('status', { name: 'How the run went' });

/** The worker, the server's connection and what both need for a run are there. */
async function readFirst(page: Page): Promise<void> {
  await page.locator('[data-test-button]').click();
  await summary(page).filter({ hasText: /\d/ }).waitFor();
  await summary(page)
    .filter({ hasText: /Done|left out/ })
    .waitFor();
}

async function startAll(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'How much to test' }).click();
  await page.getByRole('menuitem', { name: 'Try with all' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Try with all' }).click();
}

/** From the press of "Stop" until the database works on nothing of ours. */
async function cancelMs(page: Page, postgres: DatabaseServer): Promise<number> {
  const working = async (): Promise<boolean> =>
    (
      await postgres.ask(
        "SELECT 1 FROM pg_stat_activity WHERE application_name = 'Footbridge' AND (state = 'active' OR xact_start IS NOT NULL)",
      )
    ).length > 0;
  await startAll(page);
  await summary(page)
    .filter({ hasText: /\d\d,\d\d\d/ })
    .waitFor();
  if (!(await working())) throw new Error('the database was not asked');
  await page.evaluate(() => {
    addEventListener(
      'click',
      () => {
        (globalThis as { pressed?: number }).pressed = Date.now();
      },
      { capture: true, once: true },
    );
  });
  await page.getByRole('banner').getByRole('button', { name: 'Stop', exact: true }).click();
  while (await working()) await pause(2);
  const ended = Date.now();
  const pressed = await page.evaluate(() => (globalThis as { pressed?: number }).pressed);
  if (pressed === undefined) throw new Error('"Stop" was not pressed');
  await summary(page).filter({ hasText: 'Stopped' }).waitFor();
  return ended - pressed;
}

interface Growths {
  readonly heap: number;
  readonly rss: number;
  readonly seconds: number;
}

/** The most that was used at any look, beyond what was used before. */
async function growths(browser: Browser, page: Page, product: RunningPart): Promise<Growths> {
  const worker = await runWorker(browser);
  const before = { heap: await liveHeap(worker), rss: await product.memory() };
  let most = before;
  const begun = Date.now();
  await startAll(page);
  const done = summary(page)
    .filter({ hasText: 'Done' })
    .filter({ hasText: `${rows.toLocaleString('en')} left out` });
  while (!(await done.isVisible())) {
    if (Date.now() - begun > 300_000)
      throw new Error(`not all rows came: ${await summary(page).innerText()}`);
    most = {
      heap: Math.max(most.heap, await liveHeap(worker)),
      rss: Math.max(most.rss, await product.memory()),
    };
    await pause(betweenLooks);
  }
  return {
    heap: (most.heap - before.heap) / 1e6,
    rss: most.rss - before.rss,
    seconds: (Date.now() - begun) / 1000,
  };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
