import { expect, it } from 'vitest';
import { infer } from '../types/infer-type.ts';
import type { SourceType } from '../types/source-type.ts';
import type { Condition, RefBinding, Segment } from '../binding.ts';
import { narrowed } from './narrow.ts';

const order: SourceType = {
  from: 's1',
  title: 'Order',
  schema: {
    type: 'object',
    properties: {
      lines: { type: 'array', items: { type: 'object', properties: { sku: { type: 'string' } } } },
    },
    required: ['lines'],
  },
};
const sku = (segment: Segment): RefBinding => ({
  kind: 'ref',
  from: 's1',
  path: ['lines', segment, 'sku'],
});
const mayMiss = (checked: Segment, read: Segment): boolean => {
  const isThere: Condition = { left: sku(checked), is: 'is-not-empty' };
  return infer(sku(read), narrowed([order], isThere)).mayMiss;
};

it('where one entry has a field, that entry has it, and the others may lack it', () => {
  expect(mayMiss({ first: true }, { first: true })).toBe(false);
  expect(mayMiss({ at: 2 }, { at: 2 })).toBe(true); // a list may always be shorter than a position
  expect(mayMiss({ first: true }, { last: true })).toBe(true);
  expect(mayMiss({ first: true }, { at: 1 })).toBe(true);
  expect(mayMiss({ last: true }, { first: true })).toBe(true);
});

it('a field that there is not is not made up, whatever it is called', () => {
  const there: Condition = {
    left: { kind: 'ref', from: 's1', path: ['constructor'] },
    is: 'is-not-empty',
  };
  const [narrow] = narrowed([order], there);
  expect(Object.keys(narrow?.schema.properties ?? {})).toEqual(['lines']);
});
