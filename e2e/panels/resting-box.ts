import type { Locator } from '@playwright/test';

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The canvas brings a chosen step into sight so long after a panel took its room (`designer/canvas/use-in-view.ts`). */
const stillForMs = 250;

/**
 * Where something stands, once it has stood still for a moment: a hand goes to where it is seen, and a place that is read while a
 * view is being fitted or a list comes in is the one before.
 */
export async function restingBox(of: Locator): Promise<Box> {
  for (;;) {
    const box = await of.evaluate(
      (element, stillForMs) =>
        new Promise<Box | undefined>((resolve) => {
          let seen = '';
          let still = 0;
          let before = Number.NaN;
          const look = (now: number) => {
            const { x, y, width, height } = element.getBoundingClientRect();
            const place = [x, y, width, height].join(' ');
            // A frame that took long is one: what is about to move has moved only after it.
            if (place !== seen) [seen, still] = [place, 0];
            else still += Math.min(now - before, 50);
            before = now;
            if (!element.isConnected) resolve(undefined);
            else if (still >= stillForMs && width > 0) resolve({ x, y, width, height });
            else requestAnimationFrame(look);
          };
          requestAnimationFrame(look);
        }),
      stillForMs,
    );
    if (box !== undefined) return box;
  }
}

export async function restingMiddle(
  of: Locator,
): Promise<{ readonly x: number; readonly y: number }> {
  const { x, y, width, height } = await restingBox(of);
  return { x: x + width / 2, y: y + height / 2 };
}
