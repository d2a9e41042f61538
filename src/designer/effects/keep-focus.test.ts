import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepFocus } from './keep-focus.ts';

/** As much of an element as the focus needs. */
class Part {
  readonly focus = vi.fn(() => (shown.activeElement = this));
  readonly dataset: Record<string, string> = {};
  tabIndex = -1;
  isGone = false;
  isDisabled = false;
  constructor(
    readonly parentElement: Part | null,
    readonly isPart = true,
  ) {}
  get isConnected(): boolean {
    return !this.isGone && (this.parentElement?.isConnected ?? true);
  }
  checkVisibility = () => true;
  hasAttribute = () => false;
  addEventListener = () => undefined;
  matches = () => this.isDisabled;
  closest(selector: string): Part | null {
    if (selector === '[inert]') return null;
    return this.isPart ? this : (this.parentElement?.closest(selector) ?? null);
  }
}
class Control extends Part {
  override tabIndex = 0;
  constructor(parent: Part) {
    super(parent, false);
  }
}

const body = new Part(null, false);
const shown = { activeElement: body as Part, body };
let page: EventTarget;
let stop: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  page = new EventTarget();
  shown.activeElement = body;
  vi.stubGlobal('document', shown);
  vi.stubGlobal('HTMLElement', Part);
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
  vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page));
  stop = keepFocus();
});
afterEach(() => {
  stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function press(control: Part, key = 'Enter') {
  shown.activeElement = control;
  page.dispatchEvent(Object.assign(new Event('keydown'), { key }));
}
/** As browsers do. */
function goes(part: Part, held: Part) {
  part.isGone = true;
  if (!held.isConnected) shown.activeElement = body;
}

test('a pressed button that goes away leaves the keyboard at the part it stood in', () => {
  const panel = new Part(body);
  const card = new Part(panel);
  const send = new Control(card);
  press(send);
  vi.advanceTimersByTime(700);
  goes(card, send);
  vi.advanceTimersByTime(3_000);
  expect(shown.activeElement).toBe(panel);
});

test('a dialog that goes away leaves it at what had opened it', () => {
  const panel = new Part(body);
  const opens = new Control(panel);
  press(opens);
  const dialog = new Part(body);
  const use = new Control(dialog);
  press(use);
  goes(dialog, use);
  vi.advanceTimersByTime(100);
  expect(shown.activeElement).toBe(opens);
});

test('who took care of the focus, pressed on or took the mouse is not meddled with', () => {
  const panel = new Part(body);
  const [gone, other] = [new Control(panel), new Control(panel)];
  press(gone);
  goes(gone, gone);
  shown.activeElement = other;
  vi.advanceTimersByTime(3_000);
  expect(shown.activeElement).toBe(other);

  const second = new Control(panel);
  press(second);
  goes(second, second);
  page.dispatchEvent(Object.assign(new Event('keydown'), { key: 'Tab' }));
  vi.advanceTimersByTime(3_000);
  expect(shown.activeElement).toBe(body);

  const third = new Control(panel);
  press(third);
  goes(third, third);
  page.dispatchEvent(new Event('pointerdown'));
  vi.advanceTimersByTime(3_000);
  expect(shown.activeElement).toBe(body);
});
