import { describe, expect, it } from 'vitest';
import {
  propertiesOf,
  requiredOf,
  resolve,
  variantOf,
  variantSchema,
  variantsOf,
  type JsonSchema,
  type Variant,
} from '../index.ts';

const text: JsonSchema = { type: 'string' };
const group = (properties: Record<string, JsonSchema>, required = Object.keys(properties)) =>
  ({ type: 'object', properties, required }) satisfies JsonSchema;
const told = (variants: readonly Variant[]): string[] =>
  variants.map(({ at, title, kind, fields, decidedBy }) => {
    const name = title ?? (fields.length > 0 ? `with ${fields.join(', ')}` : kind);
    const by =
      decidedBy.by === 'field'
        ? `${decidedBy.field}=${decidedBy.values.map(String).join('|')}`
        : decidedBy.by === 'kind'
          ? decidedBy.kinds.join('|')
          : decidedBy.by === 'presence'
            ? `has ${decidedBy.fields.join(', ')}`
            : 'order';
    return `${String(at)} ${name} (${by})`;
  });

describe('variants', () => {
  const components = {
    schemas: {
      CreditCard: group({ type: text, number: text }),
      BankAccount: { ...group({ type: text, iban: text }), title: 'Bank account in Europe' },
    },
  };

  it('are told by the discriminator and its mapping', () => {
    const root = {
      components,
      oneOf: [
        { $ref: '#/components/schemas/CreditCard' },
        { $ref: '#/components/schemas/BankAccount' },
      ],
      discriminator: {
        propertyName: 'type',
        mapping: {
          card: '#/components/schemas/CreditCard',
          sepa: 'BankAccount',
          eu: 'BankAccount',
        },
      },
    } as JsonSchema;
    expect(told(variantsOf(root, root))).toEqual([
      '0 Credit card (type=card)',
      '1 Bank account in Europe (type=sepa|eu)',
    ]);
    expect(resolve(propertiesOf(variantSchema(root, 0, root), root)['type'], root)).toEqual({
      type: 'string',
      const: 'card',
    });
  });

  it('are told by the discriminator and the names of their schemas when there is no mapping', () => {
    const root = {
      components,
      oneOf: [
        { $ref: '#/components/schemas/CreditCard' },
        { $ref: '#/components/schemas/BankAccount' },
      ],
      discriminator: { propertyName: 'type' },
    } as JsonSchema;
    expect(told(variantsOf(root, root))).toEqual([
      '0 Credit card (type=CreditCard)',
      '1 Bank account in Europe (type=BankAccount)',
    ]);
  });

  it('are the kinds that a discriminator names, each built on the thing itself', () => {
    const root = {
      components: {
        schemas: {
          Pet: {
            ...group({ petType: text, name: text }),
            discriminator: { propertyName: 'petType', mapping: { cat: 'Cat', dog: 'Dog' } },
          },
          Cat: {
            allOf: [{ $ref: '#/components/schemas/Pet' }, group({ indoors: { type: 'boolean' } })],
          },
          Dog: { allOf: [{ $ref: '#/components/schemas/Pet' }, group({ bark: text })] },
        },
      },
    } as JsonSchema;
    const pet: JsonSchema = { $ref: '#/components/schemas/Pet' };
    expect(told(variantsOf(pet, root))).toEqual(['0 Cat (petType=cat)', '1 Dog (petType=dog)']);
    expect(requiredOf(variantSchema(pet, 1, root), root)).toEqual(['petType', 'name', 'bark']);
    expect(variantsOf({ $ref: '#/components/schemas/Cat' }, root)).toEqual([]);
  });

  it('are told by a constant that each has', () => {
    const schema: JsonSchema = {
      oneOf: [
        group({ kind: { const: 'card' }, number: text }),
        group({ kind: { enum: ['bank', 'sepa'] }, iban: text }),
      ],
    };
    expect(told(variantsOf(schema, schema))).toEqual([
      '0 Card (kind=card)',
      '1 Bank (kind=bank|sepa)',
    ]);
    expect(variantOf({ kind: 'sepa' }, variantsOf(schema, schema))).toBe(1);
    expect(variantOf({ kind: 'cash' }, variantsOf(schema, schema))).toBeUndefined();
  });

  it('are told by what is there', () => {
    const schema: JsonSchema = {
      anyOf: [group({ email: text }), group({ phone: text, country: text })],
    };
    expect(told(variantsOf(schema, schema))).toEqual([
      '0 with Email (has email)',
      '1 with Phone, Country (has phone, country)',
    ]);
    expect(variantOf({ phone: '1', country: 'DE' }, variantsOf(schema, schema))).toBe(1);
    expect(variantOf({}, variantsOf(schema, schema))).toBeUndefined();
  });

  it('share what the group says itself: one of two fields is needed', () => {
    const schema: JsonSchema = {
      ...group({ name: text, email: text, phone: text }, ['name']),
      anyOf: [{ required: ['email'] }, { required: ['phone'] }],
    };
    expect(told(variantsOf(schema, schema))).toEqual([
      '0 with Email (has email)',
      '1 with Phone (has phone)',
    ]);
    expect(requiredOf(variantSchema(schema, 1, schema), schema)).toEqual(['name', 'phone']);
  });

  it('are told by their kind', () => {
    const schema: JsonSchema = {
      anyOf: [text, group({ id: text }), { type: 'null' }, { type: 'array', items: text }],
    };
    expect(told(variantsOf(schema, schema))).toEqual([
      '0 text (string)',
      '1 with ID (object)',
      '3 list (array)',
    ]);
    expect(variantOf(['a'], variantsOf(schema, schema))).toBe(3);
  });

  it('of unions inside unions are one list, one of them "or nothing"', () => {
    const root: JsonSchema = {
      $defs: {
        card: group({ kind: { const: 'card' } }),
        bank: { oneOf: [group({ kind: { const: 'sepa' } }), group({ kind: { const: 'ach' } })] },
      },
      anyOf: [
        { $ref: '#/$defs/card' },
        { $ref: '#/$defs/bank' },
        { anyOf: [group({ kind: { const: 'cash' } }), { type: 'null' }] },
      ],
    };
    expect(told(variantsOf(root, root))).toEqual([
      '0 Card (kind=card)',
      '1 Sepa (kind=sepa)',
      '2 Ach (kind=ach)',
      '3 Cash (kind=cash)',
    ]);
  });

  it.each<[string, JsonSchema]>([
    ['one branch', { oneOf: [text] }],
    ['this or nothing', { anyOf: [text, { type: 'null' }] }],
    ['a list of values', { oneOf: [{ const: 'a' }, { const: 'b' }] }],
    ['no union', group({ a: text })],
    ['only itself', { $ref: '#/$defs/a', $defs: { a: { anyOf: [{ $ref: '#/$defs/a' }] } } }],
  ])('are none for %s', (_title, schema) => {
    expect(variantsOf(schema, schema)).toEqual([]);
    expect(variantSchema(schema, 0, schema)).toEqual(resolve(schema, schema));
  });

  it('end for a union that contains itself', () => {
    const root: JsonSchema = {
      $defs: {
        node: { oneOf: [group({ leaf: text }), group({ left: { $ref: '#/$defs/node' } })] },
      },
      $ref: '#/$defs/node',
    };
    expect(told(variantsOf(root, root))).toEqual([
      '0 with Leaf (has leaf)',
      '1 with Left (has left)',
    ]);
    const left = variantSchema(root, 1, root).properties?.['left'];
    expect(variantsOf(left, root)).toHaveLength(2);
  });
});
