import { expect, test } from 'vitest';
import { createViewStore } from './view-store.ts';

test('remembers which parts of a step were looked at and left', () => {
  const view = createViewStore();
  view.selectStep('a', 'settings');
  expect(view.getState().seen).toEqual({});
  view.selectStep('a', 'mapping');
  view.selectStep('b');
  view.reveal('a', 'test');
  expect(view.getState().seen).toEqual({ a: ['settings', 'mapping'], b: ['operation'] });
});

test('a part that stays open is not left', () => {
  const view = createViewStore();
  view.selectStep('a', 'settings');
  view.selectStep('a');
  expect(view.getState().seen).toEqual({});
});
