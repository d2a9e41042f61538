import { expect, it } from 'vitest';
import type { JsonSchema } from '../json-schema.ts';
import { openRefs } from './open-refs.ts';

it('names what a schema refers to and does not hold, with the fields that lead there', () => {
  const schema = {
    type: 'object',
    properties: {
      customer: { $ref: '#/$defs/customer' },
      lines: { title: 'Order lines', type: 'array', items: { $ref: 'lines.json#/line' } },
      paid: { anyOf: [{ type: 'null' }, { $ref: 'http://127.0.0.1:1/paid' }] },
      $ref: { type: 'string' },
    },
    additionalProperties: { $ref: 'file:///etc/passwd' },
    examples: [{ $ref: 'only-an-example' }],
    $defs: {
      customer: {
        properties: { address: { $ref: '#/$defs/gone' }, boss: { $ref: '#/$defs/customer' } },
      },
      unused: { $ref: 'never-reached' },
    },
  } as unknown as JsonSchema;
  expect(openRefs(schema)).toEqual([
    { at: ['Customer', 'Address'], ref: '#/$defs/gone' },
    { at: ['Order lines'], ref: 'lines.json#/line' },
    { at: ['Paid'], ref: 'http://127.0.0.1:1/paid' },
    { at: [], ref: 'file:///etc/passwd' },
  ]);
});

it('ends for schemas without measure', () => {
  let deep: JsonSchema = { $ref: 'too-deep' };
  for (let level = 0; level < 100_000; level++) deep = { items: deep };
  expect(openRefs(deep)).toEqual([]);
  const wide = Array.from({ length: 1000 }, (_, at) => [`f${String(at)}`, { $ref: 'x' }] as const);
  expect(openRefs({ properties: Object.fromEntries(wide) })).toHaveLength(100);
  expect(openRefs({ $ref: '#' })).toEqual([]);
});
