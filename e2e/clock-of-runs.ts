import { expect, type Page } from '@playwright/test';

/**
 * The clock of the thread that runs flows, and what waits for a time by it: Playwright's own clock is the page's alone. What
 * waits a second or more waits for `pass` alone: on a slow machine seconds go by between two lines of a story.
 */
export interface ClockOfRuns {
  /** Lets time pass at once; what was due meanwhile begins. */
  pass(ms: number): Promise<void>;
}

export async function clockOfRuns(page: Page): Promise<ClockOfRuns> {
  const find = () => page.workers().find((worker) => worker.url().includes('/run-worker'));
  await expect.poll(() => find() !== undefined).toBe(true);
  const thread = find();
  if (thread === undefined) throw new Error('the thread that runs flows is gone');
  await thread.evaluate(() => {
    const [now, start, clear] = [Date.now, globalThis.setTimeout, globalThis.clearTimeout];
    const waiting = new Map<number, () => void>();
    let ahead = 0;
    let long = 0; // names of timers that the browser does not know
    Date.now = () => now() + ahead;
    const startHere = (act: () => void, ms = 0): number => {
      const due = Date.now() + ms;
      const actOnce = (): void => {
        if (waiting.delete(timer)) act();
      };
      const timer = ms >= 1_000 ? --long : (start(actOnce, ms) as unknown as number);
      waiting.set(timer, () => {
        if (due <= Date.now()) actOnce();
      });
      return timer;
    };
    const stopHere = (timer?: number): void => {
      if (timer !== undefined) waiting.delete(timer);
      clear(timer);
    };
    const timePasses = (ms: number): void => {
      ahead += ms;
      for (const actIfDue of [...waiting.values()]) actIfDue();
    };
    Object.assign(globalThis, { setTimeout: startHere, clearTimeout: stopHere, timePasses });
  });
  return {
    pass: (ms) =>
      thread.evaluate((ms) => {
        (globalThis as unknown as { timePasses(ms: number): void }).timePasses(ms);
      }, ms),
  };
}
