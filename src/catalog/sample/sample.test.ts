import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json, JsonSchema } from '../../shared/index.ts';
import { checkValue } from '../../mapping/index.ts';
import { shippedComponents } from '../testing/shipped.ts';
import { exampleOf } from './example-of.ts';
import { schemaFromSample, widenSchema } from './schema-from-sample.ts';

describe('exampleOf', () => {
  it('invents what a person would expect behind the name', () => {
    const schema: JsonSchema = {
      type: 'object',
      properties: {
        firstName: { type: 'string' },
        email: { type: 'string', format: 'email' },
        age: { type: 'integer', minimum: 18, maximum: 99 },
        active: { type: 'boolean' },
        status: { enum: ['lead', 'customer'] },
        tags: { type: 'array', items: { type: 'string' } },
        address: { type: 'object', properties: { city: { type: 'string' } } },
        given: { type: 'string', examples: ['as described'] },
      },
    };
    expect(exampleOf(schema)).toEqual({
      firstName: 'Ada',
      email: 'ada@example.com',
      age: 18,
      active: true,
      status: 'lead',
      tags: ['text'],
      address: { city: 'London' },
      given: 'as described',
    });
  });

  it('invents no file to pass on where one may be left out', () => {
    const content = { type: 'object', format: 'attachment' } as const;
    const file = { type: 'object', properties: { name: { type: 'string' }, content } } as const;
    expect(Object.keys(exampleOf(file) as object)).toEqual(['name']);
    expect(Object.keys(exampleOf({ ...file, required: ['content'] }) as object)).toContain(
      'content',
    );
  });

  it('fits the schemas of the shipped components', () => {
    for (const { operations } of shippedComponents()) {
      for (const { output, slots } of operations) {
        for (const schema of [output, slots['input']?.schema])
          if (schema !== undefined) expect(checkValue(exampleOf(schema), schema)).toEqual([]);
      }
    }
  });

  it('ends for a schema that contains itself', () => {
    const tree: JsonSchema = {
      $ref: '#/$defs/Node',
      $defs: { Node: { type: 'object', properties: { child: { $ref: '#/$defs/Node' } } } },
    };
    expect(JSON.stringify(exampleOf(tree)).length).toBeLessThan(500);
  });

  it('of one that contains itself in many fields makes some, and all that must be there', () => {
    const names = Array.from({ length: 30 }, (_, at) => `child${String(at)}`);
    const properties = Object.fromEntries(names.map((name) => [name, { $ref: '#' }]));
    const wide: JsonSchema = {
      type: 'object',
      properties: { ...properties, no: { type: 'integer' } },
      required: ['no'],
    };
    const made = exampleOf(wide);
    expect(JSON.stringify(made).length).toBeLessThan(500_000);
    expect(Object.keys(made as object)).toEqual([...names, 'no']);
    expect(checkValue(made, wide)).toEqual([]);
  });
});

describe('schemaFromSample', () => {
  it('reads kinds, formats and titles', () => {
    const sample = {
      first_name: 'Ada',
      mail: 'ada@example.com',
      born: '1815-12-10',
      at: '2026-03-01T10:00:00Z',
      site: 'https://example.com',
      count: 3,
      price: 1.5,
      paid: true,
      lines: [{ sku: 'a' }],
    };
    expect(schemaFromSample(sample).properties).toEqual({
      first_name: { title: 'First name', type: 'string' },
      mail: { title: 'Mail', type: 'string', format: 'email' },
      born: { title: 'Born', type: 'string', format: 'date' },
      at: { title: 'At', type: 'string', format: 'date-time' },
      site: { title: 'Site', type: 'string', format: 'uri' },
      count: { title: 'Count', type: 'integer' },
      price: { title: 'Price', type: 'number' },
      paid: { title: 'Paid', type: 'boolean' },
      lines: {
        title: 'Lines',
        type: 'array',
        items: {
          type: 'object',
          properties: { sku: { title: 'SKU', type: 'string' } },
          required: ['sku'],
        },
      },
    });
  });

  it('takes what some entries lack as optional, and what is sometimes empty as such', () => {
    expect(
      schemaFromSample([
        { a: 1, b: 'x' },
        { a: 2.5, b: null },
        { b: 'y', c: true },
      ]).items,
    ).toEqual({
      type: 'object',
      properties: {
        a: { title: 'A', type: 'number' },
        b: { title: 'B', type: ['string', 'null'] },
        c: { title: 'C', type: 'boolean' },
      },
      required: ['b'],
    });
  });

  it('does not claim a kind for what was only ever empty', () => {
    expect(schemaFromSample({ note: null, list: [] }).properties).toEqual({
      note: { title: 'Note' },
      list: { title: 'List', type: 'array' },
    });
  });

  it.each([
    '2024-02-30',
    '2024-13-45',
    '2024-05-01T10:00Z',
    '2024-05-01T25:00:00Z',
    '2024-05-01T10:00:60Z',
    '2024-05-01T10:00:00+25:00',
    'https://example.com/straße',
    'https://example.com/{id}',
    'https://example.com/%zz',
    'https://a@b@example.com/',
  ])('takes for no date and no address what the check would not take for one: %s', (text) => {
    expect(schemaFromSample(text)).toEqual({ type: 'string' });
  });

  it.each([
    ['2024-02-29', 'date'],
    ['0000-01-01', 'date'],
    ['2024-05-01T23:59:59.123+02:00', 'date-time'],
    ['https://example.com:8080/a/b?c=d&e=%20#f', 'uri'],
    ['http://localhost', 'uri'],
  ])('takes %s for a %s, and so does the check', (text, format) => {
    expect(schemaFromSample(text)).toEqual({ type: 'string', format });
    expect(checkValue(text, schemaFromSample(text))).toEqual([]);
  });

  it('reads a field that only some entries have, whatever it is called', () => {
    const entry = schemaFromSample([{ a: 1 }, { constructor: 'Lotus' }]).items;
    expect(entry?.properties?.['constructor']).toEqual({ title: 'Constructor', type: 'string' });
  });

  it('fits the sample it was made from, and a widened one fits both', () => {
    const json = fc.jsonValue().map((value) => value as Json);
    fc.assert(
      fc.property(json, json, (one, other) => {
        expect(checkValue(one, schemaFromSample(one))).toEqual([]);
        const wide = widenSchema(schemaFromSample(one), schemaFromSample(other));
        expect([...checkValue(one, wide), ...checkValue(other, wide)]).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
