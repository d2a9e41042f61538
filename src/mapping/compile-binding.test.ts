import { describe, expect, it } from 'vitest';
import { compileBinding } from './contract.ts';
const context = { locale: 'en', timeZone: 'UTC', now: 0, uuid: () => 'id-1' };
it('makes a group of fields from a step', () => {
  const made = compileBinding({
    kind: 'object',
    props: {
      email: { kind: 'ref', from: 's1', path: ['mail'] },
      price: { kind: 'convert', of: { kind: 'ref', from: 's1', path: ['total'] }, with: [{ name: 'format-number', digits: 2 }] },
      skus: { kind: 'ref', from: 's1', path: ['lines', { each: true }, 'sku'] },
      bad: { kind: 'ref', from: 's1', path: ['lines', 'sku'] },
    },
  }).evaluate({ s1: { mail: 'a@b.c', total: 1.005, lines: [{ sku: 'A' }, {}, { sku: 'B' }] } }, context);
  expect(made.value).toEqual({ email: 'a@b.c', price: '1.01', skus: ['A', 'B'] });
  expect(made.problems).toEqual([
    {
      code: 'mapping.list-needs-choice',
      params: { field: 'Bad', source: 'SKU', part: 'Lines' },
      target: ['bad'],
      source: { from: 's1', path: ['lines', 'sku'] },
      value: [{ sku: 'A' }, {}, { sku: 'B' }],
    },
  ]);
});
