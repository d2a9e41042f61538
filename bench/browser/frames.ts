import type { Page } from '@playwright/test';
import { viewport } from './with-browser.ts';

const { width, height } = viewport;

const moves = 90;

interface Recording {
  benchFrames?: { deltas: number[]; stop: () => void };
}
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Presses the mouse and moves it around a circle; times between frames meanwhile, in ms. */
export async function framesOfGesture(page: Page, from: Point, radius: number): Promise<number[]> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  // The first moves only pass the threshold that tells a drag from a click.
  await page.mouse.move(from.x + 6, from.y + 3);
  await page.mouse.move(from.x + 12, from.y + 6);
  await page.evaluate(startRecording);
  for (let at = 1; at <= moves; at++) {
    const turn = (at / moves) * 2 * Math.PI;
    await page.mouse.move(
      from.x + 12 + radius * Math.sin(turn),
      from.y + 6 + radius * (1 - Math.cos(turn)) * 0.5,
    );
  }
  const deltas = await page.evaluate(() => {
    const { benchFrames } = globalThis as Recording;
    benchFrames?.stop();
    return benchFrames?.deltas ?? [];
  });
  await page.mouse.up();
  if (deltas.length < 30) throw new Error(`only ${String(deltas.length)} frames in a gesture`);
  return deltas;
}

/** Records frames until the function that comes back is called; times between them, in ms. */
export async function recordFrames(page: Page): Promise<() => Promise<readonly number[]>> {
  await page.evaluate(startRecording);
  return () =>
    page.evaluate(() => {
      const { benchFrames } = globalThis as Recording;
      benchFrames?.stop();
      return benchFrames?.deltas ?? [];
    });
}

function startRecording(): void {
  const deltas: number[] = [];
  let last: number | undefined;
  let going = true;
  const tick = (time: number): void => {
    if (!going) return;
    if (last !== undefined) deltas.push(time - last);
    last = time;
    requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);
  (globalThis as Recording).benchFrames = {
    deltas,
    stop: () => {
      going = false;
    },
  };
}

export function framesASecond(deltas: readonly number[]): number {
  return 1000 / (deltas.reduce((sum, delta) => sum + delta, 0) / deltas.length);
}

/** The node nearest to the middle of the window that can be grabbed there. */
export async function nodeInTheMiddle(page: Page): Promise<Point & { readonly id: string }> {
  const found = await page.evaluate(() => {
    const middle = { x: innerWidth / 2, y: innerHeight / 2 };
    return [...document.querySelectorAll<HTMLElement>('.react-flow__node')]
      .map((node) => {
        const { left, top, width, height } = node.getBoundingClientRect();
        const at = { x: left + width / 2, y: top + height / 2, id: node.dataset['id'] ?? '' };
        return { ...at, node, far: Math.hypot(at.x - middle.x, at.y - middle.y) };
      })
      .toSorted((one, other) => one.far - other.far)
      .find(({ x, y, node }) => node.contains(document.elementFromPoint(x, y)));
  });
  if (found === undefined) throw new Error('no step can be grabbed');
  return { x: found.x, y: found.y, id: found.id };
}

/** A place near the middle of the window where nothing but the canvas is, not even a step that is only drawn. */
export async function emptyPlace(page: Page): Promise<Point> {
  const places: Point[] = [];
  for (let x = 0.25; x < 0.75; x += 0.02)
    for (let y = 0.25; y < 0.75; y += 0.02) places.push({ x: x * width, y: y * height });
  const far = ({ x, y }: Point): number => Math.hypot(x - width / 2, y - height / 2);
  for (const place of places.toSorted((one, other) => far(one) - far(other))) {
    await page.mouse.move(place.x, place.y);
    const isEmpty = await page.evaluate(async ({ x, y }) => {
      for (let frames = 0; frames < 3; frames++) {
        if (document.elementFromPoint(x, y)?.matches('.react-flow__pane') !== true) return false;
        await new Promise(requestAnimationFrame);
      }
      return true;
    }, place);
    if (isEmpty) return place;
  }
  throw new Error('no empty place on the canvas');
}

/** Where a node is in the flow, whatever the zoom. */
export function nodeTransform(page: Page, id: string): Promise<string> {
  return page
    .locator(`.react-flow__node[data-id="${id}"]`)
    .evaluate((node) => node.style.transform);
}

export async function canvasTransform(page: Page): Promise<{ text: string; zoom: number }> {
  const text = await page
    .locator('.react-flow__viewport')
    .evaluate((element: HTMLElement) => element.style.transform);
  return { text, zoom: Number(/scale\(([\d.]+)\)/.exec(text)?.[1] ?? 1) };
}

export async function zoomToReading(page: Page): Promise<void> {
  const zoomIn = page.getByRole('button', { name: 'Zoom in' });
  for (let presses = 0; presses < 20 && (await canvasTransform(page)).zoom < 0.9; presses++) {
    await zoomIn.click();
    await page.waitForTimeout(200);
  }
  const { zoom } = await canvasTransform(page);
  if (zoom < 0.9 || zoom > 1.3) throw new Error(`the reading zoom is ${String(zoom)}`);
}
