import { describe, expect, it } from 'vitest';
import {
  choicesOf,
  humanise,
  itemsOf,
  kindsOf,
  propertiesOf,
  propertyAt,
  requiredOf,
  resolve,
  schemaAt,
  titleOf,
} from '../index.ts';
import type { JsonSchema } from '../index.ts';

const kinds = (schema: JsonSchema, root = schema): [string[], boolean, boolean] => {
  const found = kindsOf(schema, root);
  return [[...found.kinds].sort(), found.nullable, found.open];
};

describe('resolve', () => {
  const root: JsonSchema = {
    $defs: {
      a: { $ref: '#/$defs/b', title: 'A' },
      b: { type: 'string', title: 'B' },
      loop: { $ref: '#/$defs/loop' },
      'x/y': { type: 'number' },
    },
    properties: { p: { type: 'boolean' } },
  };

  it('follows references; what stands beside one wins', () => {
    expect(resolve({ $ref: '#/$defs/a' }, root)).toEqual({ type: 'string', title: 'A' });
    expect(resolve({ $ref: '#/properties/p' }, root)).toEqual({ type: 'boolean' });
    expect(resolve({ $ref: '#/$defs/x~1y' }, root)).toEqual({ type: 'number' });
  });

  it('reads circles, references to nowhere and to other files as open', () => {
    for (const $ref of ['#/$defs/loop', '#/$defs/gone', 'other.json#/a', '#/$defs/%E0%A4%A'])
      expect(kinds({ $ref }, root)).toEqual([[], true, true]);
  });

  it('merges allOf: properties and required of all parts', () => {
    const schema: JsonSchema = {
      allOf: [
        { properties: { a: {} }, required: ['a'] },
        { properties: { b: {} }, required: ['b'] },
      ],
      title: 'T',
    };
    expect(resolve(schema, schema)).toEqual({
      properties: { a: {}, b: {} },
      required: ['a', 'b'],
      title: 'T',
    });
  });
});

describe('kindsOf', () => {
  it.each<[string, JsonSchema, [string[], boolean, boolean]]>([
    ['a type', { type: 'string' }, [['string'], false, false]],
    ['a list of types', { type: ['integer', 'null'] }, [['integer'], true, false]],
    [
      'anyOf with null',
      { anyOf: [{ type: 'string' }, { type: 'null' }] },
      [['string'], true, false],
    ],
    [
      'oneOf of two',
      { oneOf: [{ type: 'string' }, { type: 'number' }] },
      [['number', 'string'], false, false],
    ],
    [
      'the nullable of older descriptions',
      { type: 'string', nullable: true } as JsonSchema,
      [['string'], true, false],
    ],
    ['an enum', { enum: ['a', 1, null] }, [['integer', 'string'], true, false]],
    ['a constant', { const: 1.5 }, [['number'], false, false]],
    ['properties without a type', { properties: {} }, [['object'], false, false]],
    ['items without a type', { items: {} }, [['array'], false, false]],
    ['nothing said', {}, [[], true, true]],
    ['an unknown type', { type: 'numeric' } as unknown as JsonSchema, [[], true, true]],
    ['only null', { type: 'null' }, [[], true, false]],
  ])('reads %s', (_title, schema, expected) => {
    expect(kinds(schema)).toEqual(expected);
  });
});

describe('fields', () => {
  const schema: JsonSchema = {
    type: 'object',
    properties: {
      a: { type: 'string' },
      bad: 'x' as unknown as JsonSchema,
      __proto__x: {},
      list: { type: 'array', items: { type: 'object', properties: { n: { type: 'number' } } } },
    },
    required: ['a'],
    oneOf: [{ properties: { b: { type: 'number' } } }, { properties: { a: { type: 'boolean' } } }],
  };

  it('lists properties of the group and its branches; what is no schema is none', () => {
    expect(Object.keys(propertiesOf(schema, schema))).toEqual(['a', '__proto__x', 'list', 'b']);
    expect(propertiesOf(schema, schema)['a']).toEqual({ type: 'string' });
    expect(propertiesOf(schema, schema)['toString']).toBeUndefined();
    expect(requiredOf(schema, schema)).toEqual(['a']);
  });

  it('finds the schema at a path, entries of lists by any position', () => {
    expect(schemaAt(schema, ['list', 3, 'n'])).toEqual({ type: 'number' });
    expect(schemaAt({ ...schema, additionalProperties: false }, ['nope'])).toBeUndefined();
    expect(schemaAt(schema, ['a', 'b'])).toBeUndefined();
    expect(
      propertyAt({ type: 'object', additionalProperties: { type: 'number' } }, 'any', {}),
    ).toEqual({ type: 'number' });
    expect(
      itemsOf({ anyOf: [{ type: 'null' }, { type: 'array', items: { type: 'string' } }] }, {}),
    ).toEqual({ type: 'string' });
    expect(itemsOf({ type: 'string' }, {})).toBeUndefined();
  });

  it('finds choices, constants with titles among them', () => {
    expect(choicesOf({ enum: ['a', null] }, {})).toEqual(['a']);
    expect(
      choicesOf({ type: 'string', oneOf: [{ const: 'x', title: 'X' }, { const: 'y' }] }, {}),
    ).toEqual(['x', 'y']);
    expect(choicesOf({ anyOf: [{ type: 'string' }, { const: 'y' }] }, {})).toBeUndefined();
  });
});

describe('titles', () => {
  it.each([
    ['firstName', 'First name'],
    ['first_name', 'First name'],
    ['FIRST-NAME', 'First name'],
    ['customerID', 'Customer ID'],
    ['customer_id', 'Customer ID'],
    ['HTMLBody', 'HTML body'],
    ['straße', 'Straße'],
    ['', ''],
  ])('reads %s as %s', (key, expected) => {
    expect(humanise(key)).toBe(expected);
  });

  it('prefers the title', () => {
    expect(titleOf({ title: ' Shoe size ' }, 'x')).toBe('Shoe size');
    expect(titleOf({ title: '' }, 'shoeSize')).toBe('Shoe size');
  });
});
