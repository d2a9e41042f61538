import { describe, expect, it } from 'vitest';
import type { JsonSchema } from '../../shared/index.ts';
import type { Binding, MappingProblem } from '../index.ts';
import { literal, check, codes, is } from '../testing/customer-field.ts';
import { text, ref, fixes } from '../testing/few-words.ts';

describe('lists', () => {
  const list = (schema: JsonSchema, more: Partial<JsonSchema> = {}): JsonSchema => ({
    type: 'array',
    items: schema,
    ...more,
  });
  const each = (part: object): Binding => ({
    kind: 'list',
    parts: [
      {
        forEach: ref('orders'),
        name: 'order',
        item: { kind: 'ref', from: 'item:order', path: ['no'] },
        ...part,
      },
    ],
  });

  it.each<[string, JsonSchema, Binding, string[], string[]]>([
    [
      'one value repeated',
      list(text),
      { kind: 'list', parts: [{ forEach: ref('name'), name: 'x', item: literal('a') }] },
      ['for-each-needs-list error'],
      ['to-list'],
    ],
    [
      'sorted by a list',
      list(text),
      each({
        sort: { by: { kind: 'ref', from: 'item:order', path: ['lines'] }, order: 'ascending' },
      }),
      ['sort-needs-single warning'],
      ['remove-sort'],
    ],
    [
      'sorted by a mistyped field',
      list(text),
      each({
        sort: { by: { kind: 'ref', from: 'item:order', path: ['non'] }, order: 'ascending' },
      }),
      ['unknown-path error'],
      ['did-you-mean'],
    ],
    [
      'a condition that cannot be',
      list(text),
      each({
        where: {
          left: { kind: 'ref', from: 'item:order', path: ['lines'] },
          is: 'greater',
          right: literal(1),
        },
      }),
      ['condition-does-not-fit error'],
      [],
    ],
    [
      'too many fixed entries',
      list(text, { maxItems: 1 }),
      { kind: 'list', parts: [{ item: literal('a') }, { item: literal('b') }] },
      ['too-many-entries error'],
      [],
    ],
    [
      'too few entries',
      list(text, { minItems: 2 }),
      { kind: 'list', parts: [{ item: literal('a') }] },
      ['too-few-entries error'],
      [],
    ],
    [
      'a limit below the least',
      list(text, { minItems: 2 }),
      each({ limit: 1 }),
      ['too-few-entries error'],
      [],
    ],
    [
      'each entry at its position',
      { type: 'array', prefixItems: [{ type: 'number' }, text] },
      { kind: 'list', parts: [{ item: ref('age') }, { item: ref('age') }] },
      ['kind-convertible error'],
      ['to-text'],
    ],
    [
      'an entry where none may be',
      { prefixItems: [text], items: false } as unknown as JsonSchema,
      { kind: 'list', parts: [{ item: literal('a') }, { item: literal('b') }] },
      ['too-many-entries error'],
      ['leave-out'],
    ],
    ['a list for one value', text, each({}), ['list-into-single error'], ['first']],
  ])('%s', (_title, schema, binding, expected, mends) => {
    const problems = check(schema, binding);
    expect(codes(problems)).toEqual(expected);
    expect(fixes(problems)).toEqual(mends);
  });

  it('a condition that never holds is mended inside the card', () => {
    const where = (value: string): Binding =>
      each({ where: is(ref('status'), 'equals', literal(value)) });
    const [problem] = check(list(text), where('custommer'));
    expect(codes([problem as MappingProblem])).toEqual(['condition-never warning']);
    expect(problem?.fixes[0]?.binding).toEqual(where('customer'));
  });
});
