import { describe, expect, it } from 'vitest';
import type { JsonSchema } from '../../../shared/index.ts';
import { groupShown, opensAtOnce, ownNames } from './group-shown.ts';

const names = (schema: JsonSchema) => Object.keys(schema.properties ?? {});
const union: JsonSchema = {
  type: 'object',
  properties: { id: { type: 'string' } },
  anyOf: [
    { title: 'Person', properties: { name: { type: 'string' } } },
    {
      title: 'Company',
      properties: { vat: { type: 'string' }, sort: { const: 'c' } },
      required: ['sort'],
    },
  ],
};

describe('what of a group is shown', () => {
  it('is what all variants share until one is chosen, then that one alone', () => {
    expect(names(groupShown(union, union, undefined).fields)).toEqual(['id']);
    expect(names(groupShown(union, union, 0).fields)).toEqual(['id', 'name']);
    const company = groupShown(union, union, 1);
    expect(names(company.fields)).toEqual(['id', 'vat']);
    expect(company.fixed).toEqual([{ name: 'sort', title: 'Sort', value: 'c', required: true }]);
  });

  it('offers names of one’s own where the description speaks of them or names nothing', () => {
    const extra = (schema: JsonSchema) => groupShown(schema, schema, undefined).extra;
    expect(extra({ type: 'object', additionalProperties: { type: 'number' } })).toEqual({
      type: 'number',
    });
    expect(extra({ type: 'object' })).toEqual({});
    expect(extra({ type: 'object', properties: { a: {} } })).toBeUndefined();
    expect(extra({ type: 'object', additionalProperties: false })).toBeUndefined();
  });

  it('includes what fills a name that is not there', () => {
    const schema: JsonSchema = { type: 'object', properties: { a: {} } };
    const literal = { kind: 'literal', value: 1 } as const;
    expect(
      ownNames(schema, schema, { kind: 'object', props: { a: literal, gone: literal } }),
    ).toEqual(['gone']);
  });
});

describe('a group that contains itself', () => {
  const node: JsonSchema = {
    $ref: '#/$defs/Node',
    $defs: {
      Node: {
        type: 'object',
        required: ['child'],
        properties: { child: { $ref: '#/$defs/Node' }, leaf: { type: 'object', properties: {} } },
      },
    },
  };

  it('opens its first level only', () => {
    const inside = node.$defs?.['Node'] ?? {};
    expect(opensAtOnce({ type: 'object', properties: { tree: node } }, ['tree'], inside)).toBe(
      true,
    );
    const root: JsonSchema = {
      type: 'object',
      properties: { tree: { $ref: '#/$defs/Node' } },
      ...{ $defs: node.$defs ?? {} },
    };
    expect(opensAtOnce(root, ['tree'], inside)).toBe(true);
    expect(opensAtOnce(root, ['tree', 'child'], inside)).toBe(false);
    expect(opensAtOnce(root, ['tree', 'leaf'], inside.properties?.['leaf'] ?? {})).toBe(true);
  });
});
