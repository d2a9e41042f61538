import { describe, expect, it } from 'vitest';
import type { JsonSchema } from '../../shared/index.ts';
import { inferType, type Binding, type SourceType } from '../index.ts';
import { text, ref } from '../testing/few-words.ts';
import { customer } from '../testing/found-customer.ts';

describe('inferType', () => {
  it('adds one list level for each {each}', () => {
    expect(inferType(ref('emails', { each: true }, 'address'), [customer])).toEqual({
      type: 'array',
      items: text,
    });
    expect(inferType(ref('emails', { first: true }, 'address'), [customer])).toEqual(text);
  });

  it('follows conversions, groups and lists', () => {
    const binding: Binding = {
      kind: 'object',
      props: {
        n: { kind: 'convert', of: ref('tags'), with: [{ name: 'count' }] },
        l: {
          kind: 'list',
          parts: [
            {
              forEach: ref('emails'),
              name: 'e',
              item: { kind: 'ref', from: 'item:e', path: ['address'] },
            },
          ],
        },
        p: ref('phone'),
      },
    };
    expect(inferType(binding, [customer])).toEqual({
      type: 'object',
      properties: {
        n: { type: 'integer', minimum: 0 },
        l: { type: 'array', items: text },
        p: text,
      },
      required: ['n', 'l'],
      additionalProperties: false,
    });
  });

  it('reads a part of a description below its own root, also where another has the same part', () => {
    const part: JsonSchema = { type: 'object', properties: { a: { $ref: '#/$defs/a' } } };
    const below = (a: JsonSchema): SourceType => ({
      from: 's1',
      title: 'Step',
      schema: { type: 'object', properties: { part }, $defs: { a } },
    });
    const typeBelow = (a: JsonSchema): unknown =>
      inferType(ref('part'), [below(a)]).properties?.['a'];
    expect(typeBelow(text)).toEqual(text);
    expect(typeBelow({ type: 'integer' })).toEqual({ type: 'integer' });
  });
});
