/** Frames while one step among 1,000 is dragged and while the canvas is panned, near and with the whole flow in the window. */
import type { Page } from '@playwright/test';
import { bigFlow } from '../big-flow.ts';
import type { RowName } from '../goals.ts';
import { median, percentile } from '../measure.ts';
import type { Report } from '../report.ts';
import { fewestPlainFrames } from '../void-rule.ts';
import {
  canvasTransform,
  emptyPlace,
  framesASecond,
  framesOfGesture,
  nodeInTheMiddle,
  nodeTransform,
} from './frames.ts';
import { serveBenchPage, serveProduct } from './served-pages.ts';
import { importFlows } from './stored-flows.ts';
import { openUntilUsable, watchUsable } from './usable.ts';
import { viewport, withBrowser } from './with-browser.ts';

const goes = 5;
const radius = 120;

type MotionRow = Extract<RowName, `page.${'drag' | 'pan'}-1000${string}`>;

export async function motions(report: Report, wanted: ReadonlySet<RowName>): Promise<void> {
  const product = await serveProduct();
  const plain = await serveBenchPage('plain-react-flow', 'bench-page');
  try {
    await withBrowser(async (browser) => {
      const context = await browser.newContext({ viewport });
      await watchUsable(context);

      const plainPage = await context.newPage();
      await openUntilUsable(plainPage, `${plain.url}?nodes=1000`);
      const dragged = await repeated(plainPage, dragOnce);
      const frames = median(dragged.map(framesASecond));
      report.note(
        `plain React Flow, 1,000 nodes: ${frames.toFixed(1)} frames a second, p95 ${p95(dragged).toFixed(1)} ms`,
      );
      if (frames < fewestPlainFrames)
        report.spoil(`the plain page drags at ${frames.toFixed(0)} frames a second`);
      await plainPage.close();

      await importFlows(context, product.url, [bigFlow('flow-1000', 1_000)]);
      const page = await context.newPage();
      await openUntilUsable(page, `${product.url}flows/flow-1000`);
      const measure = async (
        name: MotionRow,
        act: (page: Page) => Promise<number[]>,
      ): Promise<void> => {
        if (!wanted.has(name)) return;
        const deltas = await repeated(page, act);
        report.row(name, p95(deltas));
        report.note(`${median(deltas.map(framesASecond)).toFixed(1)} frames a second`);
      };
      await zoomToReading(page);
      await measure('page.drag-1000.frame-p95-ms', dragOnce);
      await measure('page.pan-1000.frame-p95-ms', panOnce);
      await fit(page);
      await measure('page.drag-1000-fit.frame-p95-ms', dragOnce);
      await measure('page.pan-1000-fit.frame-p95-ms', panOnce);
    });
  } finally {
    await Promise.all([product.close(), plain.close()]);
  }
}

/** The first go warms up. */
async function repeated(page: Page, act: (page: Page) => Promise<number[]>): Promise<number[][]> {
  const deltas: number[][] = [];
  for (let go = -1; go < goes; go++) {
    const frames = await act(page);
    if (go >= 0) deltas.push(frames);
    // What a drop sets off (the flow is saved) belongs to no gesture.
    await page.waitForTimeout(1_000);
  }
  return deltas;
}

function p95(gestures: readonly (readonly number[])[]): number {
  return median(gestures.map((deltas) => percentile(deltas, 95)));
}

async function dragOnce(page: Page): Promise<number[]> {
  const { id, ...from } = await nodeInTheMiddle(page);
  const before = await nodeTransform(page, id);
  const deltas = await framesOfGesture(page, from, radius);
  if ((await nodeTransform(page, id)) === before) throw new Error('the step was not dragged');
  return deltas;
}

async function panOnce(page: Page): Promise<number[]> {
  const before = await canvasTransform(page);
  const deltas = await framesOfGesture(page, await emptyPlace(page), radius);
  if ((await canvasTransform(page)).text === before.text)
    throw new Error('the canvas was not moved');
  return deltas;
}

async function zoomToReading(page: Page): Promise<void> {
  const zoomIn = page.getByRole('button', { name: 'Zoom in' });
  for (let presses = 0; presses < 20 && (await canvasTransform(page)).zoom < 0.9; presses++) {
    await zoomIn.click();
    await page.waitForTimeout(200);
  }
  const { zoom } = await canvasTransform(page);
  if (zoom < 0.9 || zoom > 1.3) throw new Error(`the reading zoom is ${String(zoom)}`);
}

async function fit(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Show the whole flow' }).click();
  await page.waitForTimeout(1_000);
  const inSight = await page.evaluate(() => {
    const nodes = [...document.querySelectorAll('.react-flow__node')];
    return nodes.filter((node) => {
      const { left, top } = node.getBoundingClientRect();
      return left >= 0 && top >= 0 && left < innerWidth && top < innerHeight;
    }).length;
  });
  if (inSight < 900) throw new Error(`only ${String(inSight)} steps are in the window`);
}
