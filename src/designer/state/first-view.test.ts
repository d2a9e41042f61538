import { afterEach, beforeEach, expect, it, vi } from 'vitest';

type Later = typeof import('./first-view.ts');
let later: Later;
let frames: (() => void)[];
let turns: (() => void)[];

beforeEach(async () => {
  frames = [];
  turns = [];
  vi.stubGlobal('requestAnimationFrame', (act: () => void) => frames.push(act));
  vi.stubGlobal('requestIdleCallback', (act: () => void) => turns.push(act));
  vi.resetModules();
  later = await import('./first-view.ts');
});

afterEach(() => {
  vi.unstubAllGlobals();
});

/** The next frame, or the next turn in which the page has nothing to do. */
async function pass(queue: (() => void)[]): Promise<void> {
  for (const act of queue.splice(0)) act();
  await Promise.resolve();
}

it('lets wait what is not in the first view until that has been drawn', async () => {
  const done: string[] = [];
  void later.firstViewStands().then(() => done.push('checks'));
  await pass(frames);
  expect(turns).toEqual([]);
  later.markShown();
  await pass(frames);
  await pass(frames);
  expect(done).toEqual([]);
  await pass(turns);
  expect(done).toEqual(['checks']);
});

it('gives each a turn of its own, in the order in which they came, also those that come later', async () => {
  const done: string[] = [];
  for (const name of ['checks', 'store', 'runs'])
    void later.firstViewStands().then(() => done.push(name));
  later.markShown();
  await pass(frames);
  await pass(frames);
  await pass(turns);
  expect(done).toEqual(['checks']);
  void later.firstViewStands().then(() => done.push('clipboard'));
  await pass(turns);
  expect(done).toEqual(['checks', 'store']);
  await pass(turns);
  await pass(turns);
  expect(done).toEqual(['checks', 'store', 'runs', 'clipboard']);
  later.markShown();
  await pass(frames);
  await pass(frames);
  expect(turns).toEqual([]);
});
