import { describe, expect, it } from 'vitest';
import {
  choicesOf,
  extraPropertiesOf,
  itemAt,
  itemsOf,
  kindsOf,
  propertiesOf,
  propertyAt,
  requiredOf,
  resolve,
  schemaAt,
  tupleItemsOf,
  type JsonSchema,
} from '../index.ts';
import { processorMs } from '../testing/processor-ms.ts';

/** What published descriptions write where the type says a schema. */
const wild = (schema: unknown): JsonSchema => schema as JsonSchema;
const kinds = (schema: unknown, root: unknown = schema): string => {
  const found = kindsOf(wild(schema), wild(root));
  return [
    ...[...found.kinds].sort(),
    ...(found.nullable ? ['null'] : []),
    ...(found.open ? ['open'] : []),
  ].join(' ');
};

describe('kinds', () => {
  it.each<[string, unknown, string]>([
    ['true as a schema', true, 'null open'],
    ['false as a schema', false, ''],
    ['not anything', { not: {} }, ''],
    ['not a text', { not: { type: 'string' } }, 'array boolean integer number object null'],
    ['not a number', { not: { type: 'number' } }, 'array boolean object string null'],
    ['not nothing', { not: { type: 'null' } }, 'array boolean integer number object string'],
    ['not some value', { not: { enum: ['x'] } }, 'null open'],
    ['nullable', { type: 'string', nullable: true }, 'string null'],
    ['a type list with null', { type: ['string', 'null'] }, 'string null'],
    ['anyOf with null', { anyOf: [{ type: 'string' }, { type: 'null' }] }, 'string null'],
    ['nullable beside a choice', { type: 'string', enum: ['a'], nullable: true }, 'string null'],
    ['a type list whose choices have no null', { type: ['string', 'null'], enum: ['a'] }, 'string'],
    ['no type, names required', { required: ['a'] }, 'object'],
    ['no type, other names', { additionalProperties: { type: 'string' } }, 'object'],
    ['no type, patterns of names', { patternProperties: { '^x': {} } }, 'object'],
    ['no type, entries by position', { prefixItems: [{}] }, 'array'],
    ['no type, entries as a list', { items: [{ type: 'string' }] }, 'array'],
    ['no type, a number of entries', { minItems: 1 }, 'array'],
    ['no type, a length', { maxLength: 3 }, 'string'],
    ['no type, a format of texts', { format: 'date-time' }, 'string'],
    ['no type, a limit', { minimum: 0 }, 'number'],
    ['no type, an unknown format', { format: 'fancy' }, 'null open'],
    [
      'allOf of types that overlap',
      { allOf: [{ type: ['string', 'null'] }, { type: 'string' }] },
      'string',
    ],
    [
      'allOf of number and integer',
      { allOf: [{ type: 'number' }, { type: 'integer' }] },
      'integer',
    ],
    [
      'nullable beside a reference',
      { allOf: [{ $ref: '#/$defs/a' }], nullable: true, $defs: { a: { type: 'object' } } },
      'object null',
    ],
    [
      'nullable in one part of two',
      {
        allOf: [
          { type: 'string', nullable: true },
          { type: 'string', maxLength: 3 },
        ],
      },
      'string',
    ],
    [
      'a union that contains itself',
      { $ref: '#/$defs/a', $defs: { a: { anyOf: [{ $ref: '#/$defs/a' }, { type: 'string' }] } } },
      'string',
    ],
  ])('reads %s', (_title, schema, expected) => {
    expect(kinds(schema)).toBe(expected);
  });

  it('ends soon for unions and allOfs that double at every level', () => {
    const $defs: Record<string, JsonSchema> = { a0: { type: 'string' }, b0: { maxLength: 9 } };
    for (let level = 1; level <= 60; level++) {
      const below = (name: string): JsonSchema => ({ $ref: `#/$defs/${name}${String(level - 1)}` });
      $defs[`a${String(level)}`] = { anyOf: [below('a'), below('a')] };
      $defs[`b${String(level)}`] = { allOf: [below('b'), below('b')] };
    }
    const root: JsonSchema = { $defs };
    expect(kinds({ $ref: '#/$defs/a60' }, root)).toBe('string');
    expect(Object.keys(propertiesOf({ $ref: '#/$defs/a60' }, root))).toEqual([]);
    expect(requiredOf({ $ref: '#/$defs/a60' }, root)).toEqual([]);
    expect(choicesOf({ $ref: '#/$defs/a60' }, root)).toBeUndefined();
    expect(itemsOf({ $ref: '#/$defs/a60' }, root)).toBeUndefined();
    expect(resolve({ $ref: '#/$defs/b60' }, root)).toBeDefined();
  });

  it('ends for parts that contain each other', () => {
    const root: JsonSchema = {
      $defs: {
        a: { allOf: [{ $ref: '#/$defs/b' }, { $ref: '#/$defs/b' }], properties: { a: {} } },
        b: { allOf: [{ $ref: '#/$defs/a' }, { $ref: '#/$defs/a' }], properties: { b: {} } },
      },
    };
    expect(Object.keys(propertiesOf({ $ref: '#/$defs/a' }, root)).sort()).toEqual(['a', 'b']);
  });
});

describe('allOf', () => {
  const merged = (...allOf: JsonSchema[]): JsonSchema => resolve({ allOf }, {});

  it('keeps the narrower limits', () => {
    expect(
      merged(
        { type: 'string', minLength: 2, maxLength: 50 },
        { minLength: 5, maxLength: 100, pattern: 'x' },
      ),
    ).toEqual({ type: 'string', minLength: 5, maxLength: 50, pattern: 'x' });
    expect(merged({ minimum: 0, maximum: 10 }, { minimum: -5, maximum: 8 })).toEqual({
      minimum: 0,
      maximum: 8,
    });
  });

  it('keeps the values that all parts take', () => {
    expect(merged({ enum: ['a', 'b', 'c'] }, { enum: ['c', 'b'] }).enum).toEqual(['c', 'b']);
    expect(merged({ enum: ['a'] }, { enum: ['b'] }).enum).toEqual(['b']);
  });

  it('adds up what parts say about one property', () => {
    const schema = merged(
      { properties: { a: { type: 'string', title: 'A' } } },
      { properties: { a: { maxLength: 3 } } },
    );
    expect(schemaAt(schema, ['a'])).toEqual({ type: 'string', title: 'A', maxLength: 3 });
  });

  it('closes a group that one part closes, and adds up what parts say about other names', () => {
    expect(merged({ additionalProperties: false }, { properties: { a: {} } })).toMatchObject({
      additionalProperties: false,
    });
    const names = merged(
      { additionalProperties: { type: 'string' } },
      { additionalProperties: { maxLength: 3 } },
    );
    expect(resolve(propertyAt(names, 'x', names), names)).toEqual({ type: 'string', maxLength: 3 });
  });

  it('keeps two unions', () => {
    const schema = merged(
      { anyOf: [{ required: ['a'] }, { required: ['b'] }] },
      { anyOf: [{ required: ['c'] }, { required: ['d'] }] },
    );
    expect([schema.anyOf?.length, schema.oneOf?.length]).toEqual([2, 2]);
  });
});

describe('properties of unions', () => {
  const card: JsonSchema = {
    type: 'object',
    properties: { kind: { const: 'card' }, number: { type: 'string' } },
    required: ['kind', 'number'],
  };
  const bank: JsonSchema = {
    type: 'object',
    properties: { kind: { const: 'bank' }, iban: { type: 'string' } },
    required: ['kind', 'iban'],
    additionalProperties: false,
  };
  const union: JsonSchema = { oneOf: [card, bank, { type: 'null' }] };

  it('are any of what the branches say', () => {
    expect(Object.keys(propertiesOf(union, union))).toEqual(['kind', 'number', 'iban']);
    expect(choicesOf(propertiesOf(union, union)['kind'], union)).toEqual(['card', 'bank']);
  });

  it('are needed when every group needs them', () => {
    expect(requiredOf(union, union)).toEqual(['kind']);
  });

  it('may have other names where one branch allows them', () => {
    expect(extraPropertiesOf(union, union)).toMatchObject({ allowed: true, declared: false });
    expect(extraPropertiesOf({ anyOf: [bank] }, {})).toMatchObject({ allowed: false });
  });
});

describe('names that are not listed', () => {
  it.each<[string, unknown, object]>([
    ['nothing said', { type: 'object' }, { allowed: true, declared: false, schema: {} }],
    ['true', { additionalProperties: true }, { allowed: true, declared: true, schema: {} }],
    ['false', { additionalProperties: false }, { allowed: false, declared: false }],
    [
      'a schema',
      { additionalProperties: { type: 'number' } },
      { allowed: true, declared: true, schema: { type: 'number' } },
    ],
    ['the newer word for false', { unevaluatedProperties: false }, { allowed: false }],
    [
      'a pattern',
      { patternProperties: { '^x-': { type: 'string' } }, additionalProperties: false },
      {
        allowed: false,
        declared: true,
        patterns: [{ pattern: '^x-', schema: { type: 'string' } }],
      },
    ],
    [
      'this or nothing',
      { anyOf: [{ type: 'null' }, { additionalProperties: { type: 'string' } }] },
      { allowed: true, declared: true, schema: { type: 'string' } },
    ],
  ])('are told: %s', (_title, schema, expected) => {
    expect(extraPropertiesOf(wild(schema), wild(schema))).toMatchObject(expected);
  });

  it('are looked up by name: listed, by pattern, any other', () => {
    const schema = wild({
      properties: { a: { type: 'string' }, gone: false },
      patternProperties: {
        '^x-': { type: 'number' },
        '[': { type: 'array' },
        count$: { minimum: 1 },
      },
      additionalProperties: { type: 'boolean' },
    });
    expect(propertyAt(schema, 'a', schema)).toEqual({ type: 'string' });
    expect(propertyAt(schema, 'x-rate', schema)).toEqual({ type: 'number' });
    expect(resolve(propertyAt(schema, 'x-count', schema), schema)).toEqual({
      type: 'number',
      minimum: 1,
    });
    expect(propertyAt(schema, 'other', schema)).toEqual({ type: 'boolean' });
    expect(propertyAt(schema, 'gone', schema)).toBeUndefined();
    expect(Object.keys(propertiesOf(schema, schema))).toEqual(['a']);
  });
});

describe('entries by position', () => {
  const point: unknown[] = [{ type: 'number' }, { type: 'number' }, { type: 'string' }];

  it.each<[string, unknown, unknown]>([
    ['prefixItems', { prefixItems: point, items: false }, undefined],
    ['items as a list', { items: point, additionalItems: false }, undefined],
    ['no more than those', { prefixItems: point, maxItems: 3 }, undefined],
    ['others after them', { prefixItems: point, items: { type: 'boolean' } }, { type: 'boolean' }],
    ['nothing said of later ones', { prefixItems: point }, {}],
  ])('are told: %s', (_title, schema, rest) => {
    expect(tupleItemsOf(wild(schema), {})).toEqual({ items: point, rest });
    expect(itemAt(wild(schema), 2, {})).toEqual({ type: 'string' });
    expect(itemAt(wild(schema), 3, {})).toEqual(rest);
  });

  it('are any of them where the position is not known', () => {
    expect(itemsOf(wild({ prefixItems: point, items: false }), {})).toEqual({
      anyOf: [{ type: 'number' }, { type: 'string' }],
    });
    expect(itemAt(wild({ prefixItems: point, items: false }), -1, {})).toEqual({ type: 'string' });
    expect(itemAt(wild({ prefixItems: point, items: false }), -4, {})).toBeUndefined();
  });

  it('are none for an ordinary list', () => {
    expect(tupleItemsOf({ type: 'array', items: { type: 'string' } }, {})).toBeUndefined();
    expect(itemAt({ type: 'array', items: { type: 'string' } }, 7, {})).toEqual({ type: 'string' });
  });

  it('of several lists are any of theirs', () => {
    const schema: JsonSchema = {
      anyOf: [
        { type: 'array', items: { type: 'string' } },
        { type: 'array', items: { type: 'number' } },
      ],
    };
    expect(itemsOf(schema, {})).toEqual({ anyOf: [{ type: 'string' }, { type: 'number' }] });
  });
});

it('sixty-five groups that all lead to each other are opened level by level, soon', () => {
  const names = Array.from({ length: 65 }, (_none, at) => `G${at}`);
  const lead = (): Record<string, JsonSchema> =>
    Object.fromEntries(names.map((name) => [name, { $ref: `#/$defs/${name}` }]));
  const root: JsonSchema = {
    $ref: '#/$defs/G0',
    $defs: Object.fromEntries(names.map((name) => [name, { type: 'object', properties: lead() }])),
  };
  const before = processorMs();
  for (const name of names)
    expect(Object.keys(propertiesOf({ $ref: `#/$defs/${name}` }, root))).toEqual(names);
  expect(Object.keys(propertiesOf(schemaAt(root, [...names, ...names]), root))).toEqual(names);
  expect(kindsOf(root, root).kinds).toEqual(new Set(['object']));
  expect(processorMs(before)).toBeLessThan(1_000);
});
