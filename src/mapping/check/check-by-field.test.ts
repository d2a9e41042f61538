import { describe, expect, it, vi } from 'vitest';
import type { JsonSchema } from '../../shared/index.ts';
import type { Binding } from '../binding.ts';
import type { SourceType } from '../types/source-type.ts';
import { checkBinding } from './check-binding.ts';
import { checkByField } from './check-by-field.ts';

const target: JsonSchema = {
  type: 'object',
  properties: {
    name: { type: 'string' },
    age: { type: 'integer' },
    tags: { type: 'array', items: { $ref: '#/properties/name' } },
    home: { $ref: '#/$defs/home' },
  },
  required: ['name', 'home'],
  $defs: {
    home: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] },
  },
};
const sources: readonly SourceType[] = [
  {
    from: 'crm',
    title: 'CRM',
    schema: {
      type: 'object',
      properties: { first: { type: 'string' }, years: { type: 'string' } },
      required: ['first', 'years'],
      additionalProperties: false,
    },
  },
];
const ref = (key: string): Binding => ({ kind: 'ref', from: 'crm', path: [key] });
const group = (props: Record<string, Binding>): Binding => ({ kind: 'object', props });
const sorted = (problems: readonly unknown[]): string[] =>
  problems.map((problem) => JSON.stringify(problem)).sort();

describe('checkByField', () => {
  it.each([
    ['nothing', undefined],
    [
      'a mapping with every kind of problem',
      group({ age: ref('years'), tags: ref('gone'), odd: ref('first') }),
    ],
    ['a group below', group({ name: ref('first'), home: group({}) })],
    ['a whole value', ref('first')],
  ])('says of %s what the whole check says', (_title, binding) => {
    expect(sorted(checkByField(binding, target, sources))).toEqual(
      sorted(checkBinding(binding, target, sources, { suggest: false })),
    );
  });

  it('gives the same objects for the fields that did not change', () => {
    const age = ref('years');
    const before = checkByField(group({ age }), target, sources);
    const now = checkByField(group({ age, name: ref('gone') }), target, sources);
    const ofAge = (problems: typeof now) => problems.filter(({ path }) => path[0] === 'age');
    expect(ofAge(now)).toHaveLength(1);
    expect(ofAge(now)[0]).toBe(ofAge(before)[0]);
    expect(now.find(({ path }) => path[0] === 'name')?.code).toBe('mapping.unknown-path');
  });

  it('looks again when a source changed', () => {
    const binding = group({ name: ref('first'), home: group({ city: ref('first') }) });
    expect(checkByField(binding, target, sources)).toEqual([]);
    const [source] = sources;
    const renamed = [
      { ...source, schema: { type: 'object', properties: {}, additionalProperties: false } },
    ];
    expect(checkByField(binding, target, renamed as SourceType[])).toHaveLength(2);
  });

  it('takes a form of several kinds as a whole', () => {
    const kinds: JsonSchema = {
      oneOf: [
        { title: 'One', type: 'object', properties: { a: { type: 'string' } }, required: ['a'] },
        { title: 'Two', type: 'object', properties: { b: { type: 'string' } }, required: ['b'] },
      ],
    };
    const binding = group({ a: ref('first') });
    expect(checkByField(binding, kinds, sources)).toEqual(
      checkBinding(binding, kinds, sources, { suggest: false }),
    );
  });

  it('looks again at a formula once formulas can be read', async () => {
    vi.resetModules(); // a thread in which nobody has opened formulas yet
    const anew = await import('./check-by-field.ts');
    const { openFormulas } = await import('../formulas.ts');
    const formula = { kind: 'formula', lang: 'jsonata', refs: {}, result: 'single' } as const;
    const broken = group({ name: { ...formula, text: '1 +' }, home: ref('first') });
    const codes = (): string[] =>
      anew.checkByField(broken, target, sources).map(({ code }) => code.replace('mapping.', ''));
    const before = codes();
    openFormulas();
    expect(before.filter((code) => code.startsWith('formula'))).toEqual([]);
    expect(codes().filter((code) => code.startsWith('formula'))).toHaveLength(1);
  });
});
