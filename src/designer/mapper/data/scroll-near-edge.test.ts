import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { scrollNearEdge } from './scroll-near-edge.ts';

const scroller = {
  scrollTop: 0,
  scrollHeight: 150_000,
  clientHeight: 600,
  parentElement: null,
  getBoundingClientRect: () => ({ top: 100, bottom: 700 }),
};
let frames: FrameRequestCallback[] = [];
let now = 0;

beforeEach(() => {
  scroller.scrollTop = 0;
  frames = [];
  now = 0;
  vi.stubGlobal('document', { elementFromPoint: () => scroller });
  vi.stubGlobal('getComputedStyle', () => ({ overflowY: 'auto' }));
  vi.stubGlobal('requestAnimationFrame', (frame: FrameRequestCallback) => frames.push(frame));
  vi.stubGlobal('cancelAnimationFrame', () => (frames = []));
});
afterEach(() => vi.unstubAllGlobals());

function pass(seconds: number) {
  for (const end = now + seconds * 1000; now < end;) {
    now += 16;
    for (const frame of frames.splice(0)) frame(now);
  }
}

test('a pointer at the edge reaches the end of two thousand fields in eight seconds, and a near one gently', () => {
  const scroll = scrollNearEdge();
  scroll.at(0, 699, () => undefined);
  pass(0.5);
  expect(scroller.scrollTop).toBeGreaterThan(300);
  expect(scroller.scrollTop).toBeLessThan(700);
  pass(7.5);
  expect(scroller.scrollTop).toBeGreaterThan(140_000);
});

test('moving along the edge goes on as fast, away from it begins anew', () => {
  const scroll = scrollNearEdge();
  scroll.at(0, 699, () => undefined);
  pass(3);
  scroll.at(20, 699, () => undefined);
  const before = scroller.scrollTop;
  pass(0.1);
  expect(scroller.scrollTop - before).toBeGreaterThan(600);
  scroll.at(0, 400, () => undefined);
  pass(1);
  const rested = scroller.scrollTop;
  scroll.at(0, 101, () => undefined);
  pass(0.1);
  expect(scroller.scrollTop).toBeLessThan(rested);
  expect(rested - scroller.scrollTop).toBeLessThan(150);
});

test('says that it has scrolled, until it is ended', () => {
  const onScroll = vi.fn();
  const scroll = scrollNearEdge();
  scroll.at(0, 699, onScroll);
  pass(0.05);
  expect(onScroll).toHaveBeenCalled();
  scroll.end();
  onScroll.mockClear();
  pass(0.1);
  expect(onScroll).not.toHaveBeenCalled();
});
