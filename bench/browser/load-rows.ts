/** First load, cold load, opening 1,000 steps, and the heap it leaves. */
import type { Browser, BrowserContext, CDPSession, Page } from '@playwright/test';
import { bigFlow } from '../big-flow.ts';
import type { RowName } from '../goals.ts';
import { median, sideBySide } from '../measure.ts';
import type { Report } from '../report.ts';
import { serveBenchPage, serveProduct } from './served-pages.ts';
import { importFlows } from './stored-flows.ts';
import { openUntilUsable, watchUsable } from './usable.ts';
import { viewport, withBrowser } from './with-browser.ts';

/** `BENCH_ALL_FILES=1` shows every file of the first load: where to look when the row is missed. */
const largestShown = process.env['BENCH_ALL_FILES'] === '1' ? 1_000 : 8;

interface Sites {
  readonly product: string;
  readonly plain: string;
}

export async function loads(report: Report, wanted: ReadonlySet<RowName>): Promise<void> {
  const product = await serveProduct();
  const plain = await serveBenchPage('plain-react-flow', 'bench-page');
  const sites = { product: product.url, plain: plain.url };
  try {
    await withBrowser(async (browser) => {
      const context = await contextWithFlows(browser, sites);
      if (wanted.has('page.first-load-kb')) await firstLoad(report, context, sites);
      if (wanted.has('page.cold-load.vs-react-flow')) await coldLoad(report, context, sites);
      if (wanted.has('page.open-1000.vs-react-flow')) await open1000(report, context, sites);
      if (wanted.has('page.open-5000-ms')) await open5000(report, context, sites);
      if (wanted.has('page.heap-1000-mb')) await heap1000(report, context, sites);
    });
  } finally {
    await Promise.all([product.close(), plain.close()]);
  }
}

async function contextWithFlows(browser: Browser, { product }: Sites): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport });
  await importFlows(context, product, [bigFlow('flow-5', 5), bigFlow('flow-1000', 1_000)]);
  await watchUsable(context);
  return context;
}

/** Compressed bytes of every file asked for before the canvas could be used, headers included, the flow being in the browser already. */
async function firstLoad(report: Report, context: BrowserContext, sites: Sites): Promise<void> {
  const [page, devtools] = await coldPage(context);
  const asked = new Map<string, { at: number; url: string; encoding: string }>();
  const sizes = new Map<string, number>();
  devtools.on('Network.requestWillBeSent', ({ requestId, wallTime, request }) => {
    asked.set(requestId, { at: wallTime * 1000, url: request.url, encoding: '' });
  });
  devtools.on('Network.responseReceived', ({ requestId, response }) => {
    const known = asked.get(requestId);
    const encoding = Object.entries(response.headers).find(([name]) =>
      /^content-encoding$/i.test(name),
    );
    if (known !== undefined) known.encoding = encoding?.[1] ?? 'none';
  });
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    sizes.set(requestId, encodedDataLength);
  });
  const usable = await openUntilUsable(page, `${sites.product}flows/flow-5`);
  const usableAt = (await page.evaluate(() => performance.timeOrigin)) + usable;
  const files = [...asked]
    .filter(([, { at }]) => at <= usableAt)
    .map(([id, { url, encoding }]) => ({ url, encoding, bytes: sizes.get(id) ?? 0 }))
    .toSorted((one, other) => other.bytes - one.bytes);
  await page.close();
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  report.row('page.first-load-kb', bytes / 1000);
  report.note(`${String(files.length)} files; the largest:`);
  for (const { url, encoding, bytes: size } of files.slice(0, largestShown))
    report.note(`  ${(size / 1000).toFixed(1)} KB ${encoding} ${new URL(url).pathname}`);
}

async function coldLoad(report: Report, context: BrowserContext, sites: Sites): Promise<void> {
  const { ratio, one, other } = await sideBySide(
    () => openCold(context, `${sites.product}flows/flow-5`),
    () => openCold(context, `${sites.plain}?nodes=5`),
    { warm: 1, counted: 7 },
  );
  report.row('page.cold-load.vs-react-flow', ratio);
  report.note(`ms: plain ${other.toFixed(0)}, ours ${one.toFixed(0)}`);
}

async function open1000(report: Report, context: BrowserContext, sites: Sites): Promise<void> {
  const { ratio, one, other } = await sideBySide(
    () => openWarm(context, `${sites.product}flows/flow-1000`),
    () => openWarm(context, `${sites.plain}?nodes=1000`),
    { warm: 1, counted: 7 },
  );
  report.row('page.open-1000.vs-react-flow', ratio);
  report.note(`ms: plain ${other.toFixed(0)}, ours ${one.toFixed(0)}`);
}

async function open5000(report: Report, context: BrowserContext, sites: Sites): Promise<void> {
  await importFlows(context, sites.product, [bigFlow('flow-5000', 5_000)]);
  const times: number[] = [];
  for (let go = -1; go < 5; go++) {
    const ms = await openWarm(context, `${sites.product}flows/flow-5000`);
    if (go >= 0) times.push(ms);
  }
  report.row('page.open-5000-ms', median(times));
}

async function heap1000(report: Report, context: BrowserContext, sites: Sites): Promise<void> {
  const heapOf = async (url: string): Promise<number> => {
    const page = await context.newPage();
    await openUntilUsable(page, url);
    const devtools = await context.newCDPSession(page);
    await devtools.send('HeapProfiler.collectGarbage');
    await devtools.send('HeapProfiler.collectGarbage');
    const { usedSize } = await devtools.send('Runtime.getHeapUsage');
    await page.close();
    return usedSize / 1e6;
  };
  const ours: number[] = [];
  for (let go = 0; go < 5; go++) ours.push(await heapOf(`${sites.product}flows/flow-1000`));
  report.row('page.heap-1000-mb', median(ours));
  report.note(`MB: plain ${(await heapOf(`${sites.plain}?nodes=1000`)).toFixed(1)}`);
}

async function openCold(context: BrowserContext, url: string): Promise<number> {
  const [page] = await coldPage(context);
  const usable = await openUntilUsable(page, url);
  await page.close();
  return usable;
}

async function openWarm(context: BrowserContext, url: string): Promise<number> {
  const page = await context.newPage();
  const usable = await openUntilUsable(page, url);
  await page.close();
  return usable;
}

/** A page that has no file of the site, while the browser's own store keeps the flows. */
async function coldPage(context: BrowserContext): Promise<[Page, CDPSession]> {
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.clearBrowserCache');
  await devtools.send('Network.setCacheDisabled', { cacheDisabled: true });
  return [page, devtools];
}
