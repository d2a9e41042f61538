import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepOnLeave, loadAgain } from './leaving.ts';

const page = new EventTarget();
class Field {
  readonly blur = vi.fn(() => (shown.activeElement = body));
  readonly focus = vi.fn();
}
const field = new Field();
const body = new Field();
const shown = Object.assign(new EventTarget(), {
  visibilityState: 'visible',
  activeElement: field,
  body,
  hasFocus: vi.fn(() => true),
});
const reload = vi.fn();

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
  vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page));
  vi.stubGlobal('document', shown);
  vi.stubGlobal('HTMLElement', Field);
  shown.activeElement = field;
  vi.stubGlobal('location', { reload });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  reload.mockReset();
  field.blur.mockClear();
  field.focus.mockClear();
  shown.visibilityState = 'visible';
});

test('keeps when the page is hidden or left, and no more after it was stopped', () => {
  const keep = vi.fn(() => Promise.resolve());
  const stop = keepOnLeave(keep);
  shown.dispatchEvent(new Event('visibilitychange'));
  expect(keep).not.toHaveBeenCalled();
  shown.visibilityState = 'hidden';
  shown.dispatchEvent(new Event('visibilitychange'));
  page.dispatchEvent(new Event('pagehide'));
  expect(keep).toHaveBeenCalledTimes(2);
  stop();
  page.dispatchEvent(new Event('pagehide'));
  expect(keep).toHaveBeenCalledTimes(2);
});

function show(state: 'visible' | 'hidden') {
  shown.visibilityState = state;
  shown.dispatchEvent(new Event('visibilitychange'));
}

test('what is being typed is given over before it is kept, when the page is left', () => {
  const stop = keepOnLeave(async () => expect(field.blur).toHaveBeenCalledOnce());
  page.dispatchEvent(new Event('pagehide'));
  expect.assertions(1);
  stop();
});

test('a page that is only hidden gives its field the focus back', () => {
  const stop = keepOnLeave(async () => expect(field.blur).toHaveBeenCalledOnce());
  show('hidden');
  expect(field.focus).not.toHaveBeenCalled();
  show('visible');
  expect(field.focus).toHaveBeenCalledOnce();
  show('hidden');
  shown.activeElement = new Field();
  show('visible');
  expect(field.focus).toHaveBeenCalledOnce();
  stop();
});

test('a field that lost the focus with the page is left alone', () => {
  shown.hasFocus.mockReturnValueOnce(false);
  const stop = keepOnLeave(async () => undefined);
  show('hidden');
  expect(field.blur).not.toHaveBeenCalled();
  stop();
});

test('the page is loaded again after everything is kept', async () => {
  let kept = () => {};
  const stop = keepOnLeave(() => {
    // What is being typed is part of it.
    expect(field.blur).toHaveBeenCalledOnce();
    return new Promise((resolve) => (kept = resolve));
  });
  const done = loadAgain();
  await vi.advanceTimersByTimeAsync(100);
  expect(reload).not.toHaveBeenCalled();
  kept();
  await done;
  expect(reload).toHaveBeenCalledOnce();
  stop();
});

test.each([
  ['fails', () => Promise.reject(new Error('full'))],
  ['does not answer for two seconds', () => new Promise<void>(() => undefined)],
])('the page is loaded again although the store %s', async (_how, keep) => {
  const stop = keepOnLeave(keep);
  const done = loadAgain();
  await vi.advanceTimersByTimeAsync(2_000);
  await done;
  expect(reload).toHaveBeenCalledOnce();
  stop();
});
