import { expect, test } from 'vitest';
import { answerFacts } from './answer-facts.ts';

test('an answer says what it is and how long it took', () => {
  expect(
    answerFacts({ status: 200, contentType: 'application/json; charset=utf-8', ms: 312 }),
  ).toBe('JSON · 0.3\u00a0s');
  expect(answerFacts({ status: 422, contentType: 'application/problem+json' })).toBe('JSON');
  expect(answerFacts({ status: 200, contentType: 'application/pdf', ms: 61_000 })).toBe(
    'application/pdf · 1\u00a0min 1\u00a0s',
  );
  expect(answerFacts({ status: 204, ms: 7 })).toBe('under 0.1\u00a0s');
  expect(answerFacts({ status: 204 })).toBe('');
  expect(answerFacts({ status: 200, contentType: 'text/csv', pages: 3 })).toBe(
    'table (CSV) · 3 pages read',
  );
  expect(answerFacts({ status: 200, pages: 1 })).toBe('1 page read');
});
