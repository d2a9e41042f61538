import { describe, expect, it } from 'vitest';
import { kindsOf, variantsOf, type JsonSchema } from '../../shared/index.ts';
import { standalone, withoutNull } from './schema-make.ts';

describe('withoutNull', () => {
  it.each<[string, JsonSchema, JsonSchema]>([
    [
      'a union whose only branch may be nothing itself',
      { anyOf: [{ type: ['string', 'null'] }, { type: 'null' }] },
      { type: 'string' },
    ],
    [
      'a union of one union',
      { title: 'A', anyOf: [{ anyOf: [{ type: 'string', nullable: true }] }] },
      { title: 'A', type: 'string' },
    ],
    [
      'a union of several',
      { oneOf: [{ type: ['string', 'null'] }, { type: 'integer' }] },
      { anyOf: [{ type: 'string' }, { type: 'integer' }] },
    ],
  ])('takes "nothing" away from %s', (_title, schema, expected) => {
    expect(withoutNull(schema)).toEqual(expected);
  });

  it('ends for unions that contain themselves and each other', () => {
    const root: JsonSchema = {
      $ref: '#/$defs/a',
      $defs: {
        a: { anyOf: [{ $ref: '#/$defs/b' }, { type: ['string', 'null'] }] },
        b: { anyOf: [{ $ref: '#/$defs/a' }, { $ref: '#/$defs/b' }, { type: 'integer' }] },
      },
    };
    const stripped = withoutNull(root);
    const { kinds, nullable } = kindsOf(stripped, root);
    expect([[...kinds].sort(), nullable]).toEqual([['integer', 'string'], false]);
  });
});

it('a schema that stands alone keeps what the references of its branches said', () => {
  const root: JsonSchema = {
    properties: {
      pet: {
        oneOf: [{ $ref: '#/$defs/CatV2' }, { $ref: '#/$defs/Dog' }],
        discriminator: {
          propertyName: 'kind',
          mapping: { cat: '#/$defs/CatV2', dog: '#/$defs/Dog' },
        },
      },
    },
    $defs: {
      CatV2: { type: 'object', properties: { kind: { type: 'string' } } },
      Dog: { type: 'object', properties: { kind: { type: 'string' } } },
    },
  };
  const pet = root.properties?.pet ?? {};
  const alone = standalone(pet, root);
  const told = variantsOf(alone, alone).map(({ title, decidedBy }) => [title, decidedBy]);
  expect(told).toEqual([
    ['Cat v2', { by: 'field', field: 'kind', values: ['cat'] }],
    ['Dog', { by: 'field', field: 'kind', values: ['dog'] }],
  ]);
});
