import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createViewStore, type ViewStore } from '../state/view-store.ts';
import { withdrawPointing } from './withdraw-pointing.ts';

/** As much of an element as is asked. */
class Field {
  constructor(readonly dialog: Field | null = null) {}
  closest = () => this.dialog;
}

let page: EventTarget;
let view: ViewStore;
let stop: () => void;

beforeEach(() => {
  page = new EventTarget();
  vi.stubGlobal('Element', Field);
  vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => undefined });
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
  view = createViewStore();
  stop = withdrawPointing({ view });
});
afterEach(() => {
  stop();
  vi.unstubAllGlobals();
});

function typeInto(field: Field): void {
  const event = new Event('input');
  Object.defineProperty(event, 'target', { value: field });
  page.dispatchEvent(event);
}

test('who types elsewhere before the field is drawn is led there no more', () => {
  view.reveal('a', 'mapping', ['email'], 'message');
  typeInto(new Field());
  expect(view.getState()).toMatchObject({
    selectedStep: 'a',
    focusedField: undefined,
    focusedMessage: undefined,
  });
});

test('who types in a dialog is led to the field when it is closed', () => {
  view.reveal('a', 'mapping', ['email']);
  typeInto(new Field(new Field()));
  expect(view.getState().focusedField).toEqual(['email']);
});

test('what was typed before the field was pointed at counts for nothing', () => {
  typeInto(new Field());
  view.reveal('a', 'mapping', ['email']);
  expect(view.getState().focusedField).toEqual(['email']);
});
