import { describe, expect, it } from 'vitest';
import type { Binding } from '../../../mapping/index.ts';
import { indexFailures } from './field-failures.ts';

const item: Binding = { kind: 'object', props: { price: { kind: 'literal', value: 1 } } };
const binding: Binding = {
  kind: 'object',
  props: {
    lines: {
      kind: 'list',
      parts: [{ item }, { forEach: { kind: 'ref', from: 'shop', path: [] }, name: 'line', item }],
    },
  },
};
const failure = (...target: (string | number)[]) => ({ code: 'mapping.x', params: {}, target });

describe('what could not be made', () => {
  it('is shown once at the card of the entries, with how many have it', () => {
    const found = indexFailures(
      [failure('lines', 2, 'price'), failure('lines', 9, 'price')],
      binding,
    );
    expect([...found]).toEqual([
      ['["lines",1,"price"]', { first: failure('lines', 2, 'price'), count: 2 }],
    ]);
  });

  it('is shown at a fixed entry itself', () => {
    expect([...indexFailures([failure('lines', 0, 'price')], binding).keys()]).toEqual([
      '["lines",0,"price"]',
    ]);
  });

  it('is shown at the field that made a whole value', () => {
    expect([...indexFailures([failure('lines', 0, 'price', 'amount')], binding).keys()]).toEqual([
      '["lines",0,"price"]',
    ]);
  });
});
