import { expect, it } from 'vitest';
import type { RunLimitsOfFlow } from '../../flow/index.ts';
import { withLimit, wrongLimits } from './entered-limits.ts';

const nothing = { messageMegabytes: '', messages: '', callsAtOnce: '', waitSeconds: '' };

it('takes numbers that can be, and nothing for the usual', () => {
  expect(wrongLimits(nothing).size).toBe(0);
  expect(wrongLimits({ ...nothing, messages: 100_000_000, waitSeconds: 1 }).size).toBe(0);
  expect([...wrongLimits({ ...nothing, messageMegabytes: 0, callsAtOnce: 65 })]).toEqual([
    'messageMegabytes',
    'callsAtOnce',
  ]);
  expect([...wrongLimits({ ...nothing, waitSeconds: '-' })]).toEqual(['waitSeconds']);
});

it('writes down what is not usual, and keeps what else a file says of limits', () => {
  expect(withLimit(undefined, 'messages', 500)).toEqual({ messages: 500 });
  expect(withLimit(undefined, 'messages', 1_000_000)).toBeUndefined();
  expect(withLimit({ messages: 5 }, 'messages', '')).toBeUndefined();
  const later = { messages: 5, fromLater: 1 } as RunLimitsOfFlow;
  expect(withLimit(later, 'messages', '')).toEqual({ fromLater: 1 });
  expect(withLimit({ messages: 5 }, 'callsAtOnce', 4)).toEqual({ messages: 5, callsAtOnce: 4 });
});
