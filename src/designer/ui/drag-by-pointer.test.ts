import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { dragByPointer } from './drag-by-pointer.ts';

let page: EventTarget;
beforeEach(() => {
  vi.useFakeTimers();
  page = new EventTarget();
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function tell(type: string, of: Readonly<Record<string, unknown>> = {}): Event {
  const event = Object.assign(new Event(type, { cancelable: true }), of);
  page.dispatchEvent(event);
  return event;
}
function press(pointerId: number, pointerType: 'mouse' | 'touch' = 'touch') {
  const carried = { move: vi.fn(), shift: vi.fn(), end: vi.fn() };
  const onEnd = vi.fn();
  const at = { clientX: 100, clientY: 100 };
  tell('pointerdown', { pointerId, ...at });
  dragByPointer({ pointerId, pointerType, button: 0, ...at }, () => carried, onEnd);
  return { ...carried, onEnd };
}
const at = (pointerId: number, clientX: number, clientY = 100) => ({
  pointerId,
  clientX,
  clientY,
  shiftKey: false,
});
const held = () => vi.advanceTimersByTime(400);

test('a mouse carries from the first pixels on, and drops where it is let go', () => {
  const mouse = press(1, 'mouse');
  tell('pointermove', at(1, 103));
  expect(mouse.move).not.toHaveBeenCalled();
  tell('pointermove', at(1, 120));
  expect(mouse.move).toHaveBeenLastCalledWith(120, 100, false);
  tell('pointerup', at(1, 120));
  expect(mouse.end).toHaveBeenCalledExactlyOnceWith(true);
  expect(mouse.onEnd).toHaveBeenCalledOnce();
});

test('a finger carries once it has stayed; one that moves first scrolls', () => {
  const scrolls = press(1);
  tell('pointermove', at(1, 100, 140));
  held();
  expect(scrolls.move).not.toHaveBeenCalled();
  const carries = press(2);
  held();
  tell('pointermove', at(2, 300));
  expect(carries.move).toHaveBeenLastCalledWith(300, 100, false);
  tell('pointerup', at(2, 300));
  expect(carries.end).toHaveBeenCalledExactlyOnceWith(true);
});

test('a second finger, or the palm, neither moves, drops nor cancels what the first one carries, and carries nothing itself', () => {
  const first = press(1);
  held();
  const palm = press(2);
  held();
  tell('pointermove', at(2, 500));
  tell('pointerup', at(2, 500));
  press(3);
  tell('pointercancel', at(3, 500));
  expect(first.move).toHaveBeenLastCalledWith(100, 100, false);
  expect(first.end).not.toHaveBeenCalled();
  expect(palm.move).not.toHaveBeenCalled();
  tell('pointermove', at(1, 200));
  tell('pointerup', at(1, 200));
  expect(first.end).toHaveBeenCalledExactlyOnceWith(true);
  const next = press(4);
  held();
  expect(next.move).toHaveBeenCalledOnce();
  tell('pointerup', at(4, 100));
});

test('two fingers pick up nothing before one has stayed: they zoom or scroll', () => {
  const first = press(1);
  tell('pointerdown', at(2, 300));
  held();
  expect(first.move).not.toHaveBeenCalled();
  tell('pointerup', at(1, 100));
  expect(first.onEnd).not.toHaveBeenCalled();
});

test('what the browser or Escape ends is not dropped', () => {
  const first = press(1);
  held();
  tell('pointercancel', at(1, 100));
  expect(first.end).toHaveBeenCalledExactlyOnceWith(false);
  const second = press(2, 'mouse');
  tell('pointermove', at(2, 200));
  const escape = tell('keydown', { key: 'Escape' });
  expect(escape.defaultPrevented).toBe(true);
  tell('pointerup', at(2, 200));
  expect(second.end).toHaveBeenCalledExactlyOnceWith(false);
});

test('Shift is told while something is carried', () => {
  const mouse = press(1, 'mouse');
  tell('keydown', { key: 'Shift' });
  tell('pointermove', at(1, 200));
  tell('keydown', { key: 'Shift' });
  tell('keyup', { key: 'Shift' });
  expect(mouse.shift.mock.calls).toEqual([[true], [false]]);
  tell('pointerup', at(1, 200));
});
