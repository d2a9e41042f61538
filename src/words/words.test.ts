import { expect, test } from 'vitest';
import { say, sayWording } from './index.ts';

test('fills the blanks of a sentence', () => {
  expect(say('common.undo-what', { what: 'move a step' })).toBe('Undo: move a step');
});

test('chooses between one and many', () => {
  const held = (count: number) => sayWording({ code: 'run-panel.count-held', params: { count } });
  expect([held(1), held(2), held(0)]).toEqual(['1 waits', '2 wait', '0 wait']);
});

test('writes numbers as the language does', () => {
  expect(say('run-panel.count-done', { count: 12_345 })).toBe('12,345 done');
});

test('leaves what a value holds as it is', () => {
  expect(say('common.undo-what', { what: '{{what}} $& <b>' })).toBe('Undo: {{what}} $& <b>');
});

test('an unknown code reads as a sentence, never as a key', () => {
  expect(sayWording({ code: 'flow.never-heard-of', params: {} })).toMatch(/^Something .*\.$/);
});
