import { expect, it } from 'vitest';
import { choicesIn } from './choices.ts';

it('offers each value once, where it stood first, by its latest name', () => {
  const messages = [
    { chat: 1, name: 'Orders' },
    { chat: 2, name: 'Team' },
    { chat: 1, name: 'All orders' },
  ];
  const choice = { at: '/input/chat', from: 'list-chats', value: '/chat', label: '/name' };
  expect(choicesIn(messages, choice)).toEqual([
    { value: 1, label: 'All orders' },
    { value: 2, label: 'Team' },
  ]);
});
