import { beforeEach, afterEach, expect, test, vi } from 'vitest';
import { createGuideStore, parseGuide } from './guide-store.ts';

let kept: string | null;
beforeEach(() => {
  kept = null;
  vi.stubGlobal('localStorage', {
    getItem: () => kept,
    setItem: (_key: string, text: string) => (kept = text),
  });
});
afterEach(() => vi.unstubAllGlobals());

test('a lesson goes on where it was after the page is loaded again', () => {
  const before = createGuideStore();
  before.begin('first-flow', 'f1');
  before.change({ skipped: ['connect'], paused: true });
  expect(createGuideStore().getState().guided).toEqual({
    lesson: 'first-flow',
    flow: 'f1',
    passed: [],
    skipped: ['connect'],
    paused: true,
  });
});

test('only a lesson that was seen to its end counts as ended, once', () => {
  const guide = createGuideStore();
  guide.begin('first-flow', 'f1');
  guide.end('given-up');
  expect(createGuideStore().getState()).toMatchObject({ guided: undefined, ended: [] });
  for (const flow of ['f1', 'f2']) {
    guide.begin('first-flow', flow);
    guide.end('seen');
  }
  expect(createGuideStore().getState().ended).toEqual(['first-flow']);
});

test('what cannot be read is no lesson', () => {
  for (const text of ['{', 'null', '{"guided":{"lesson":"other","flow":"f"}}', '{"ended":"x"}'])
    expect(parseGuide(text)).toEqual({ guided: undefined, ended: [] });
});

test('what a menu asked for is not kept', () => {
  createGuideStore().ask('first-flow');
  expect(createGuideStore().getState().asked).toBeUndefined();
});
