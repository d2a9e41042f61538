import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { focusSoon } from './focus.ts';

/** As much of an element as the focus needs. */
class Part {
  readonly focus = vi.fn(() => {
    shown.activeElement = this;
    tell('focusin', this);
  });
  constructor(readonly dialog?: Part) {}
  closest = () => this.dialog ?? null;
  contains = (other: Part) => other.dialog === this;
}

const body = new Part();
const shown = { activeElement: body as Part, body };
let page: EventTarget;
let frames: (() => void)[];
/** What is drawn by now. */
let drawn: Part | undefined;
const field = new Part();
const search = new Part();

beforeEach(() => {
  vi.useFakeTimers();
  page = new EventTarget();
  frames = [];
  drawn = undefined;
  shown.activeElement = body;
  field.focus.mockClear();
  vi.stubGlobal('document', shown);
  vi.stubGlobal('Element', Part);
  vi.stubGlobal('requestAnimationFrame', (draw: () => void) => frames.push(draw));
  vi.stubGlobal('cancelAnimationFrame', (at: number) => (frames[at - 1] = () => undefined));
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function tell(type: string, target: Part): void {
  const event = new Event(type);
  Object.defineProperty(event, 'target', { value: target });
  page.dispatchEvent(event);
}
function frame(): void {
  const due = frames;
  frames = [];
  for (const draw of due) draw();
}
/** A press, and what the page does at once because of it. */
function press(act: () => void = () => undefined): void {
  tell('keydown', shown.activeElement);
  act();
  vi.advanceTimersByTime(1);
}
function ask(given?: Parameters<typeof focusSoon>[1]): () => void {
  // Nothing but the fake page is there.
  return focusSoon(() => drawn as unknown as HTMLElement | undefined, given);
}

test('what is drawn late gets the focus when it is there', () => {
  shown.activeElement = search;
  ask();
  frame();
  drawn = field;
  frame();
  expect(shown.activeElement).toBe(field);
});

test('who has gone on to another place by a press, or by a key, stays there', () => {
  const gaveUp = vi.fn();
  ask({ onGivingUp: gaveUp });
  press(() => search.focus());
  drawn = field;
  frame();
  expect(shown.activeElement).toBe(search);
  expect(gaveUp).toHaveBeenCalledOnce();
});

test('who has tapped another place has gone on: its focus comes after the finger', () => {
  ask();
  tell('pointerdown', search);
  vi.advanceTimersByTime(50);
  tell('mousedown', search);
  search.focus();
  drawn = field;
  frame();
  expect(shown.activeElement).toBe(search);
});

test('who goes on typing where they were is not interrupted', () => {
  shown.activeElement = search;
  ask();
  press(() => tell('input', search));
  drawn = field;
  frame();
  expect(shown.activeElement).toBe(search);
});

test('keys that are pressed before there is a place for them do not keep the focus from it', () => {
  shown.activeElement = search;
  ask({ afterMs: 200 });
  press();
  drawn = field;
  vi.advanceTimersByTime(200);
  frame();
  expect(shown.activeElement).toBe(field);
});

test('a place that is gone again is none', () => {
  ask();
  press(() => search.focus());
  shown.activeElement = body;
  drawn = field;
  frame();
  expect(shown.activeElement).toBe(field);
});

test('a menu that gives the focus back to its button by itself is not the person', () => {
  ask({ afterMs: 200 });
  vi.advanceTimersByTime(10);
  search.focus();
  drawn = field;
  vi.advanceTimersByTime(200);
  frame();
  expect(shown.activeElement).toBe(field);
});

test('of two that are waited for while a key is held the last one has the focus', () => {
  focusSoon(() => search as unknown as HTMLElement);
  focusSoon(() => field as unknown as HTMLElement);
  tell('keydown', body);
  frame();
  expect(shown.activeElement).toBe(field);
});

test('a dialog that has opened meanwhile has the focus until it is closed, whatever is typed there', () => {
  const dialog = new Part();
  const inside = new Part(dialog);
  ask();
  inside.focus();
  press(() => tell('input', inside));
  drawn = field;
  for (let at = 0; at < 200; at++) frame();
  expect(shown.activeElement).toBe(inside);
  shown.activeElement = search; // it gives the focus back as it goes
  frame();
  expect(shown.activeElement).toBe(field);
});
