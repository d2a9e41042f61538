/** Frames while one step among 1,000 is dragged and while the canvas is panned, near and with the whole flow in the window. */
import type { Page } from '@playwright/test';
import type { Flow } from '../../src/flow/index.ts';
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
  zoomToReading,
  type Point,
} from './frames.ts';
import { serveBenchPage, serveProduct } from './served-pages.ts';
import { importFlows } from './stored-flows.ts';
import { openUntilUsable, watchUsable } from './usable.ts';
import { viewport, withBrowser } from './with-browser.ts';

const goes = 5;
const radius = 120;
/** In a step's own pixels. */
const inside = { x: 60, y: 20 };

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
      const dragged = await repeated(plainPage, async () =>
        dragOnce(plainPage, await nodeInTheMiddle(plainPage)),
      );
      const frames = median(dragged.map(framesASecond));
      report.note(
        `plain React Flow, 1,000 nodes: ${frames.toFixed(1)} frames a second, p95 ${p95(dragged).toFixed(1)} ms`,
      );
      if (frames < fewestPlainFrames)
        report.spoil(`the plain page drags at ${frames.toFixed(0)} frames a second`);
      await plainPage.close();

      const flow = bigFlow('flow-1000', 1_000);
      await importFlows(context, product.url, [flow]);
      const page = await context.newPage();
      await openUntilUsable(page, `${product.url}flows/flow-1000`);
      const measure = async (name: MotionRow, act: () => Promise<number[]>): Promise<void> => {
        if (!wanted.has(name)) return;
        const deltas = await repeated(page, act);
        report.row(name, p95(deltas));
        report.note(`${median(deltas.map(framesASecond)).toFixed(1)} frames a second`);
      };
      const drag = async (): Promise<number[]> => {
        const deltas = await dragOnce(page, await drawnStep(page, flow));
        // So that each step is where the flow has it.
        await page.getByRole('button', { name: /^Undo/ }).click();
        return deltas;
      };
      const pan = (): Promise<number[]> => panOnce(page);
      await zoomToReading(page);
      await measure('page.drag-1000.frame-p95-ms', drag);
      await measure('page.pan-1000.frame-p95-ms', pan);
      await fit(page, flow);
      await measure('page.drag-1000-fit.frame-p95-ms', drag);
      await measure('page.pan-1000-fit.frame-p95-ms', pan);
    });
  } finally {
    await Promise.all([product.close(), plain.close()]);
  }
}

/** The first go warms up. */
async function repeated(page: Page, act: () => Promise<number[]>): Promise<number[][]> {
  const deltas: number[][] = [];
  for (let go = -1; go < goes; go++) {
    const frames = await act();
    if (go >= 0) deltas.push(frames);
    // What a drop sets off (the flow is saved) belongs to no gesture.
    await page.waitForTimeout(1_000);
  }
  return deltas;
}

function p95(gestures: readonly (readonly number[])[]): number {
  return median(gestures.map((deltas) => percentile(deltas, 95)));
}

async function dragOnce(
  page: Page,
  { id, ...from }: Point & { readonly id: string },
): Promise<number[]> {
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

async function fit(page: Page, flow: Flow): Promise<void> {
  await page.getByRole('button', { name: 'Show the whole flow' }).click();
  await page.waitForTimeout(1_000);
  const inSight = (await placesInSight(page, flow)).length;
  if (inSight < 900) throw new Error(`only ${String(inSight)} steps are in the window`);
}

/** A step near the middle of the window, wherever the canvas draws it: the pointer over it makes it something to grab. */
async function drawnStep(page: Page, flow: Flow): Promise<Point & { readonly id: string }> {
  const middle = { x: viewport.width / 2, y: viewport.height / 2 };
  const far = ({ x, y }: Point): number => Math.hypot(x - middle.x, y - middle.y);
  const nearest = (await placesInSight(page, flow)).toSorted(
    (one, other) => far(one) - far(other),
  )[0];
  if (nearest === undefined) throw new Error('no step is in the window');
  await page.mouse.move(nearest.x, nearest.y);
  const under = await page.evaluate(async ({ x, y, id }) => {
    for (let frames = 0; frames < 60; frames++) {
      const node = document.elementFromPoint(x, y)?.closest('.react-flow__node');
      if (node instanceof HTMLElement && node.dataset['id'] === id) return true;
      await new Promise(requestAnimationFrame);
    }
    return false;
  }, nearest);
  if (!under) throw new Error(`the step ${nearest.id} cannot be grabbed`);
  return nearest;
}

/** Where the document and the view put the steps: a little inside their upper left corner. */
async function placesInSight(
  page: Page,
  flow: Flow,
): Promise<readonly (Point & { readonly id: string })[]> {
  const origin = await page.locator('.react-flow__viewport').evaluate((element) => {
    const { left, top } = element.getBoundingClientRect();
    return { left, top };
  });
  const { zoom } = await canvasTransform(page);
  return Object.entries(flow.layout.positions)
    .map(([id, { x, y }]) => ({
      id,
      x: origin.left + (x + inside.x) * zoom,
      y: origin.top + (y + inside.y) * zoom,
    }))
    .filter(({ x, y }) => x > 0 && y > 0 && x < viewport.width && y < viewport.height);
}
