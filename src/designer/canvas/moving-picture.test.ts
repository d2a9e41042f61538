import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { showMoving, type View } from './moving-picture.ts';

const window = { width: 1000, height: 800 };
let view: View;
let changed: () => void;
let drawn: View[];
let element: { style: Record<string, string>; width: number; height: number };
let end: () => void;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  vi.stubGlobal('devicePixelRatio', 1);
  vi.stubGlobal('requestAnimationFrame', (act: () => void) => setTimeout(act, 16));
  vi.stubGlobal('cancelAnimationFrame', clearTimeout);
  view = { x: 0, y: 0, zoom: 0.1, ...window };
  drawn = [];
  element = { style: {}, width: 0, height: 0 };
  end = showMoving(
    Object.assign(element, { getContext: () => ({}) }) as unknown as HTMLCanvasElement, // only what is used
    {
      now: () => view,
      follow: (listener) => {
        changed = listener;
        return () => undefined;
      },
    },
    (_context, { x, y, zoom, width, height }) => drawn.push({ x, y, zoom, width, height }),
  );
});
afterEach(() => {
  end();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function move(to: Partial<View>) {
  view = { ...view, ...to };
  changed();
}

test('draws a fifth more than the window on each side', () => {
  expect(drawn).toEqual([{ x: 200, y: 160, zoom: 0.1, width: 1400, height: 1120 }]);
  expect(element.style).toMatchObject({ left: '-200px', top: '-160px' });
});

test('shifts and scales what is drawn while the view moves', () => {
  move({ x: 50, y: -30 });
  expect(element.style['transform']).toBe('translate(50px, -30px) scale(1)');
  move({ x: -100, y: -80, zoom: 0.125 });
  expect(element.style['transform']).toMatch(/^translate\(-100px, -80px\) scale\(1\.25\)$/);
  vi.advanceTimersByTime(100);
  expect(drawn).toHaveLength(1);
});

test('draws anew when the view has come to rest', () => {
  move({ x: 50 });
  vi.advanceTimersByTime(150);
  expect(drawn.at(-1)).toMatchObject({ x: 250 });
  expect(element.style['transform']).toBe('');
});

test.each([
  ['when the end of the picture would come into sight', { x: 201 }],
  ['when it is stretched too far', { x: -300, y: -300, zoom: 0.17 }],
  ['when the window has another size', { width: 900 }],
])('draws in the next frame %s', (_when, to) => {
  move(to);
  vi.advanceTimersByTime(16);
  expect(drawn).toHaveLength(2);
});
