import { expect, it } from 'vitest';
import { catalog, referenceFlow } from '../../flow/testing/a-flow.ts';
import type { TestDifference } from '../../runtime/contract.ts';
import { differenceInWords } from './difference-words.ts';

const flow = referenceFlow();
const step = flow.steps.at(-1)?.id ?? '';
const said = (difference: TestDifference) => differenceInWords(difference, flow, catalog);

it('says which message sends what otherwise, by the title of the field', () => {
  const sent = { step, what: 'sent', message: 2, path: ['firstName'] } as const;
  expect(said({ ...sent, expected: 'Ada', got: 'Bob' })).toBe(
    'Message 2 sends “Bob” as “First name”; expected was “Ada”.',
  );
  expect(said({ ...sent, expected: 'Ada' })).toBe(
    'Message 2 no longer sends “First name”; expected was “Ada”.',
  );
  expect(said({ ...sent, expected: ['vip', 'b2c'], got: [] })).toBe(
    'Message 2 sends “empty” as “First name”; expected was “vip, b2c”.',
  );
  expect(said({ ...sent, got: '' })).toBe(
    'Message 2 sends “empty” as “First name”; it was not sent before.',
  );
});

it('names entries of lists by their number, and what has no description by its readable key', () => {
  expect(
    said({ step, what: 'gave', message: 1, path: ['order_lines', 0, 'sku'], expected: 1, got: 2 }),
  ).toBe('Message 1 has “2” as “Order lines › 1 › SKU”; expected was “1”.');
});

it('says that numbers of messages, ways and answers are other ones', () => {
  expect(said({ step, what: 'count', expected: 5, got: 4 })).toBe(
    '4 messages come here; expected were 5.',
  );
  expect(said({ step, what: 'way', message: 1, expected: ['error'], got: [] })).toBe(
    'Message 1 goes to “nowhere”; expected was “failed”.',
  );
  expect(said({ step: 'x', what: 'gone', name: 'Send mail' })).toBe(
    '“Send mail” is no longer in the flow.',
  );
});

it('says why a message no longer gets through', () => {
  const failure = {
    kind: 'terminal',
    code: 'runs.input-incomplete',
    params: {},
    fields: [],
  } as const;
  expect(
    said({ step, what: 'became', message: 3, expected: 'done', got: 'refused', failure }),
  ).toBe('Message 3 is refused. What this step needs could not be put together.');
});
