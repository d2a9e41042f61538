import { expect, it } from 'vitest';
import { variantsOf, type Json, type JsonSchema, type Variant } from '../../shared/index.ts';
import { shapeFromPaste, shapeOfEntry } from './pasted-shape.ts';

it('an example is read for its fields, also where they are called like words of a schema', () => {
  const { schema, example } = shapeFromPaste({ id: 1, email: 'ada@example.com' });
  expect(Object.keys(schema.properties ?? {})).toEqual(['id', 'email']);
  expect(example).toEqual({ id: 1, email: 'ada@example.com' });
  const likeOne: Json = { type: 'house', properties: { rooms: 4, garden: true } };
  expect(shapeFromPaste(likeOne).example).toBe(likeOne);
  const alsoLikeOne: Json = { type: 'object', items: [{ type: 'chair', price: 4 }] };
  expect(shapeFromPaste(alsoLikeOne).example).toBe(alsoLikeOne);
});

it('a JSON Schema is taken as it is, with what it refers to written out', () => {
  expect(
    shapeFromPaste({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      type: 'object',
      required: ['id'],
      properties: {
        id: { type: 'integer' },
        owner: { $ref: '#/$defs/person' },
        watchers: { type: 'array', items: { $ref: '#/$defs/person' } },
      },
      $defs: {
        person: {
          type: 'object',
          properties: { name: { type: 'string' }, boss: { $ref: '#/$defs/person' } },
        },
      },
    }),
  ).toEqual({
    schema: {
      type: 'object',
      required: ['id'],
      properties: {
        id: { type: 'integer' },
        owner: { type: 'object', properties: { name: { type: 'string' }, boss: {} } },
        watchers: {
          type: 'array',
          items: { type: 'object', properties: { name: { type: 'string' }, boss: {} } },
        },
      },
    },
  });
});

it('of a pasted list the shape is that of an entry, where entries are wanted', () => {
  const list = shapeFromPaste([{ id: 1 }, { id: 2, name: 'x' }]);
  expect(shapeOfEntry(list)).toMatchObject({
    example: { id: 1 },
    schema: { type: 'object', required: ['id'] },
  });
  const described = shapeFromPaste({ type: 'array', items: { type: 'string' } });
  expect(shapeOfEntry(described)).toEqual({ schema: { type: 'string' } });
  const one = shapeFromPaste({ id: 1 });
  expect(shapeOfEntry(one)).toEqual(one);
});

it('keeps what lies in lists of groups in lists of groups', () => {
  const nested = (levels: number): Json =>
    levels === 0
      ? { type: 'string' }
      : {
          type: 'array',
          items: { type: 'object', properties: { inner: nested(levels - 1) } },
        };
  const pasted = nested(5);
  expect(shapeFromPaste(pasted)).toEqual({ schema: pasted });
});

it('writes references out wherever a schema may stand', () => {
  const $ref = '#/$defs/amount';
  expect(
    shapeFromPaste({
      type: 'object',
      properties: { a: { type: 'array', items: {}, contains: { $ref } }, b: { not: { $ref } } },
      patternProperties: { '^x': { $ref } },
      $defs: { amount: { type: 'number' } },
      $schema: 'https://json-schema.org/draft/2020-12/schema',
    }).schema,
  ).toEqual({
    type: 'object',
    properties: {
      a: { type: 'array', items: {}, contains: { type: 'number' } },
      b: { not: { type: 'number' } },
    },
    patternProperties: { '^x': { type: 'number' } },
  });
});

const told = (variants: readonly Variant[]) =>
  variants.map(({ at, title, kind, decidedBy }) => ({ at, title, kind, decidedBy }));

it.each([
  ['by the names of what they refer to', {}],
  [
    'by a discriminator and its mapping',
    {
      discriminator: {
        propertyName: 'kind',
        mapping: {
          card: '#/$defs/CardPayment',
          plastic: '#/$defs/CardPayment',
          iban: '#/$defs/bank_transfer',
        },
      },
    },
  ],
  ['by a discriminator and their names', { discriminator: { propertyName: 'kind' } }],
])('branches keep their names when references are written out, told %s', (_, how) => {
  const pasted: Json = {
    type: 'object',
    properties: {
      pay: {
        oneOf: [
          { $ref: '#/$defs/CardPayment' },
          { $ref: '#/$defs/bank_transfer' },
          { $ref: '#/$defs/titled' },
        ],
        ...how,
      },
    },
    $defs: {
      CardPayment: {
        type: 'object',
        required: ['number'],
        properties: { kind: { type: 'string' }, number: { type: 'string' } },
      },
      bank_transfer: {
        type: 'object',
        required: ['iban'],
        properties: { kind: { type: 'string' }, iban: { type: 'string' } },
      },
      titled: { title: 'In cash', type: 'object', properties: { kind: { type: 'string' } } },
    },
  };
  const asPasted = pasted as unknown as JsonSchema;
  const { schema } = shapeFromPaste(pasted);
  const variants = told(variantsOf(schema.properties?.pay, schema));
  expect(variants.map(({ title }) => title)).toEqual(['Card payment', 'Bank transfer', 'In cash']);
  expect(variants).toEqual(told(variantsOf(asPasted.properties?.pay, asPasted)));
});
