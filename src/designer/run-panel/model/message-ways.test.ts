import { expect, test } from 'vitest';
import { noCounts } from '../../../runtime/contract.ts';
import { messageChoices, wentTo } from './message-ways.ts';

const ways = [
  { id: 'a', title: 'Active' },
  { id: 'b', title: 'Lead' },
  { id: 'otherwise', title: 'Otherwise' },
];
const state = { counts: noCounts, refusals: [] };

test('messages are chosen by the ways that some have taken', () => {
  const counts = { ...noCounts, in: 5, done: 5, out: 5, byPort: { a: 4, otherwise: 1 } };
  expect(messageChoices({ ...state, counts }, 5, ways)).toEqual([
    { key: 'all', words: 'All messages, 5', count: 5 },
    { key: 'way a', words: 'To “Active”, 4', filter: { way: 'a' }, count: 4 },
    { key: 'way otherwise', words: 'To “Otherwise”, 1', filter: { way: 'otherwise' }, count: 1 },
  ]);
});

test('of a step that only tells its failures apart there are no ways to choose from', () => {
  const counts = { ...noCounts, in: 5, done: 4, refused: 1, out: 5, byPort: { out: 4, error: 1 } };
  const failures = [
    { id: 'out', title: '' },
    { id: 'error', title: 'Failures' },
  ];
  expect(messageChoices({ ...state, counts }, 5, failures).map(({ key }) => key)).toEqual(['all']);
});

test('messages that were left out are a choice of their own', () => {
  const counts = { ...noCounts, in: 5, done: 3, dropped: 2, out: 3 };
  expect(messageChoices({ ...state, counts }, 5, []).map(({ words }) => words)).toEqual([
    'All messages, 5',
    'Left out, 2',
  ]);
});

test('a message says where it went', () => {
  expect(wentTo({ state: 'done', ports: ['a', 'otherwise'] }, ways)).toBe(
    'to “Active”, “Otherwise”',
  );
  expect(wentTo({ state: 'dropped' }, ways)).toBe('left out');
  expect(wentTo({ state: 'done' }, ways)).toBeUndefined();
  expect(wentTo({ state: 'done', ports: ['gone'] }, ways)).toBeUndefined();
});
