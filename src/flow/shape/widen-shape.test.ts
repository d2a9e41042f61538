import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { schemaFromSample } from '../../catalog/index.ts';
import { checkValue } from '../../mapping/index.ts';
import type { Json, JsonSchema } from '../../shared/index.ts';
import { widenShape } from './widen-shape.ts';

const shape: JsonSchema = {
  type: 'object',
  required: ['number', 'total'],
  properties: {
    number: { type: 'string', title: 'Order number', description: 'As printed.' },
    total: { type: 'integer' },
    lines: { type: 'array', items: { type: 'object', properties: { sku: { type: 'string' } } } },
    extra: {},
  },
};
const after = (sample: Json) => widenShape(shape, schemaFromSample(sample));

describe('a shape and a later sample', () => {
  it('that fits have nothing to say', () => {
    expect(after({ number: 'a', total: 3, lines: [{ sku: 'x' }], extra: 4 })).toBeUndefined();
    expect(after({ number: 'a', total: 3, lines: [] })).toBeUndefined();
  });

  it('with more fields is proposed with them, also inside lists', () => {
    const wide = after({ number: 'a', total: 3, note: 'n', lines: [{ sku: 'x', amount: 2 }] });
    expect(wide?.added).toEqual(['Note', 'Amount']);
    expect(wide?.schema.properties?.['lines']?.items?.properties?.['amount']?.type).toBe('integer');
    expect(wide?.schema.properties?.['number']).toBe(shape.properties?.['number']);
  });

  it('of another kind, empty or with less is proposed as either', () => {
    const wide = after({ number: 7, total: null });
    expect(wide?.changed).toEqual(['Order number']);
    expect(wide?.schema.properties?.['number']).toMatchObject({
      type: ['string', 'integer'],
      description: 'As printed.',
    });
    expect(after({ number: 'a' })).toMatchObject({
      changed: ['Total'],
      schema: { required: ['number'] },
    });
    expect(after({ number: 'a', total: 1.5 })?.schema.properties?.['total']?.type).toEqual([
      'number',
    ]);
  });

  it('fit each other afterwards, whatever was seen', () => {
    const json = fc.jsonValue().map((value) => value as Json);
    fc.assert(
      fc.property(json, json, (one, other) => {
        const before = schemaFromSample(one);
        const wide = widenShape(before, schemaFromSample(other))?.schema ?? before;
        expect(checkValue(one, wide)).toEqual([]);
        expect(widenShape(wide, schemaFromSample(one))).toBeUndefined();
      }),
      { numRuns: 300 },
    );
  });
});
