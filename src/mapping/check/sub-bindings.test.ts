import { describe, expect, it } from 'vitest';
import type { JsonSchema } from '../../shared/index.ts';
import { sayWording } from '../../words/index.ts';
import {
  checkBinding,
  setAt,
  type Binding,
  type Condition,
  type MappingProblem,
  type Segment,
  type SourceType,
} from '../index.ts';

const text: JsonSchema = { type: 'string' };
const group = (properties: Record<string, JsonSchema>, required = Object.keys(properties)) =>
  ({ type: 'object', properties, required, additionalProperties: false }) satisfies JsonSchema;
const ref = (...path: Segment[]): Binding => ({ kind: 'ref', from: 's1', path });
const literal = (value: string | number | boolean | null): Binding => ({ kind: 'literal', value });
const customer: SourceType = {
  from: 's1',
  title: 'Find customers',
  schema: group(
    {
      name: text,
      age: { type: 'integer' },
      active: { type: 'boolean' },
      status: { enum: ['lead', 'customer', 'former'] },
      nickname: text,
      born: { type: 'string', format: 'date' },
      tags: { type: 'array', items: text },
      address: group({ street: text, city: text }),
      orders: { type: 'array', items: group({ no: text, lines: { type: 'array', items: text } }) },
    },
    ['name', 'age', 'active', 'status', 'born', 'tags', 'address', 'orders'],
  ),
};

function check(schema: JsonSchema, binding: Binding, required = true): readonly MappingProblem[] {
  const target = group({ field: schema }, required ? ['field'] : []);
  return checkBinding({ kind: 'object', props: { field: binding } }, target, [customer]);
}
const codes = (problems: readonly MappingProblem[]): string[] =>
  problems.map(({ code, severity }) => `${code.replace('mapping.', '')} ${severity}`);
const fixes = (problems: readonly MappingProblem[]): string[] =>
  problems.flatMap((one) => one.fixes.map(({ code }) => code.replace('mapping.fix-', '')));

const table = (
  on: Binding,
  equals: readonly (string | number | boolean)[],
  otherwise?: Binding,
): Binding => ({
  kind: 'table',
  on,
  rows: equals.map((value) => ({ equals: value, then: literal(`for ${String(value)}`) })),
  ...(otherwise === undefined ? {} : { otherwise }),
});
const when = (conditions: readonly Condition[], otherwise?: Binding): Binding => ({
  kind: 'when',
  branches: conditions.map((one) => ({ if: one, then: ref('name') })),
  ...(otherwise === undefined ? {} : { otherwise }),
});
const is = (left: Binding, operator: 'equals' | 'not-equals' | 'is-one-of', right: Binding) =>
  ({ left, is: operator, right }) satisfies Condition;

describe('value tables', () => {
  it.each<[string, Binding, string[], string[]]>([
    [
      'a row for every choice needs no otherwise',
      table(ref('status'), ['lead', 'customer', 'former']),
      [],
      [],
    ],
    ['a row for yes and one for no need no otherwise', table(ref('active'), [true, false]), [], []],
    [
      'a choice without a row, and no otherwise',
      table(ref('status'), ['lead']),
      ['no-otherwise warning'],
      ['otherwise'],
    ],
    [
      'a row that the choices do not have',
      table(ref('status'), ['laed'], literal('x')),
      ['row-never warning'],
      ['use-value', 'use-value', 'use-value', 'remove-row'],
    ],
    [
      'a row of another kind',
      table(ref('age'), ['18'], literal('x')),
      ['row-of-other-kind warning'],
      ['use-value', 'remove-row'],
    ],
    [
      'two rows for one value',
      table(ref('status'), ['lead', 'lead'], literal('x')),
      ['row-repeated warning'],
      ['remove-row'],
    ],
    [
      'a list is looked up',
      table(ref('tags'), ['a'], literal('x')),
      ['table-needs-single error'],
      ['first', 'last', 'join'],
    ],
    [
      'what is looked up is mistyped',
      table(ref('sttaus'), ['lead'], literal('x')),
      ['unknown-path error'],
      ['did-you-mean'],
    ],
    [
      'a row gives a value of another kind',
      {
        kind: 'table',
        on: ref('status'),
        rows: [{ equals: 'lead', then: literal(5) }],
        otherwise: literal('x'),
      },
      ['value-wrong-kind error'],
      ['use-value'],
    ],
    [
      'otherwise gives a list',
      table(ref('status'), ['lead'], ref('tags')),
      ['list-into-single error'],
      ['first', 'last', 'join'],
    ],
  ])('%s', (_title, binding, expected, mends) => {
    const problems = check(text, binding);
    expect(codes(problems)).toEqual(expected);
    expect(fixes(problems)).toEqual(mends);
  });

  it('mends a row in its place', () => {
    const binding = table(ref('status'), ['custommer'], literal('x'));
    const [problem] = check(text, binding);
    expect(problem?.fixes[0]?.binding).toEqual({
      ...binding,
      rows: [{ equals: 'customer', then: literal('for custommer') }],
    });
    expect(problem?.fixes.at(-1)?.binding).toEqual({ ...binding, rows: [] });
  });
});

describe('only if', () => {
  it.each<[string, Binding, string[], string[]]>([
    [
      'a value that the choices do not have',
      when([is(ref('status'), 'equals', literal('custommer'))], literal('x')),
      ['condition-never warning'],
      ['use-value', 'use-value', 'use-value'],
    ],
    [
      'none of several values',
      when([is(ref('status'), 'is-one-of', { kind: 'literal', value: ['a', 'b'] })], literal('x')),
      ['condition-never warning'],
      [],
    ],
    [
      'a number compared with a text',
      when([is(ref('age'), 'equals', literal('18'))], literal('x')),
      ['condition-of-other-kind warning'],
      ['use-value'],
    ],
    [
      'an unfinished comparison',
      when([{ left: ref('age'), is: 'greater' }], literal('x')),
      ['condition-unfinished error'],
      [],
    ],
    ['an empty group', when([{ any: [] }], literal('x')), ['condition-empty error'], []],
    [
      'the same condition again',
      when(
        [
          { left: ref('active'), is: 'is-yes' },
          { left: ref('active'), is: 'is-yes' },
        ],
        literal('x'),
      ),
      ['branch-unreachable warning'],
      ['remove-branch'],
    ],
    [
      'a branch after one that always holds',
      when(
        [
          { left: ref('age'), is: 'is-not-empty' },
          { left: ref('active'), is: 'is-yes' },
        ],
        literal('x'),
      ),
      ['branch-unreachable warning'],
      ['remove-branch'],
    ],
    [
      'no otherwise, and not needed: the condition always holds',
      when([{ not: { left: ref('born'), is: 'is-empty' } }]),
      [],
      [],
    ],
    [
      'no otherwise into what is needed',
      when([{ left: ref('active'), is: 'is-yes' }]),
      ['no-otherwise warning'],
      ['otherwise'],
    ],
    [
      'a branch that gives a list',
      {
        kind: 'when',
        branches: [{ if: { left: ref('active'), is: 'is-yes' }, then: ref('tags') }],
        otherwise: literal('x'),
      },
      ['list-into-single error'],
      ['first', 'last', 'join'],
    ],
  ])('%s', (_title, binding, expected, mends) => {
    const problems = check(text, binding);
    expect(codes(problems)).toEqual(expected);
    expect(fixes(problems)).toEqual(mends);
  });

  it('mends a comparison in its place', () => {
    const condition: Condition = {
      all: [
        { left: ref('active'), is: 'is-yes' },
        is(ref('status'), 'equals', literal('custommer')),
      ],
    };
    const [problem] = check(text, when([condition], literal('x')));
    expect(problem?.fixes[0]?.binding).toEqual(
      when(
        [
          {
            all: [
              { left: ref('active'), is: 'is-yes' },
              is(ref('status'), 'equals', literal('customer')),
            ],
          },
        ],
        literal('x'),
      ),
    );
  });

  it('mends a field of a group inside a branch, and the branch stays', () => {
    const inside = (path: string): Binding => ({
      kind: 'when',
      branches: [
        {
          if: { left: ref('active'), is: 'is-yes' },
          then: { kind: 'object', props: { city: ref('address', path) } },
        },
      ],
    });
    const target = group({ field: group({ city: text }) }, []);
    const whole = (path: string): Binding => ({ kind: 'object', props: { field: inside(path) } });
    const [problem] = checkBinding(whole('ctiy'), target, [customer]);
    expect(problem).toMatchObject({ code: 'mapping.unknown-path', path: ['field', 'city'] });
    const [fix] = problem?.fixes ?? [];
    expect(fix && setAt(whole('ctiy'), fix.at, fix.binding)).toEqual(whole('city'));
    const [unbound] = checkBinding(
      {
        kind: 'object',
        props: {
          field: {
            kind: 'when',
            branches: [
              {
                if: { left: ref('active'), is: 'is-yes' },
                then: { kind: 'object', props: { city: ref('tags') } },
              },
            ],
          },
        },
      },
      target,
      [customer],
    );
    expect(unbound?.fixes[0]).toMatchObject({ at: ['field'], binding: { kind: 'when' } });
  });
});

describe('texts with fields', () => {
  const sentence = (...parts: (string | Binding)[]): Binding => ({ kind: 'text', parts });

  it.each<[string, JsonSchema, Binding, string[], string[]]>([
    [
      'a list inside',
      text,
      sentence('Tags: ', ref('tags')),
      ['text-needs-single error'],
      ['first', 'last', 'join'],
    ],
    [
      'a group inside',
      text,
      sentence(ref('address')),
      ['text-needs-single error'],
      ['whole-as-text'],
    ],
    ['what may be missing adds nothing', text, sentence('Hi ', ref('nickname')), [], []],
    ['a number inside', text, sentence('Age ', ref('age')), [], []],
    [
      'its own words are too long',
      { type: 'string', maxLength: 3 },
      sentence('Dear ', ref('name')),
      [],
      [],
    ],
    [
      'only words, too long',
      { type: 'string', maxLength: 3 },
      sentence('Dear '),
      ['always-too-long error'],
      ['shorten'],
    ],
    [
      'for a number',
      { type: 'number' },
      sentence(ref('age')),
      ['kind-convertible error'],
      ['to-number', 'to-number-comma'],
    ],
    [
      'a conversion inside that makes nothing of it',
      text,
      sentence({ kind: 'convert', of: ref('address'), with: [{ name: 'upper' }] }),
      ['conversion-does-not-fit error'],
      ['remove-conversion'],
    ],
  ])('%s', (_title, schema, binding, expected, mends) => {
    const problems = check(schema, binding);
    expect(codes(problems)).toEqual(expected);
    expect(fixes(problems)).toEqual(mends);
  });

  it('mends one field, and the words stay', () => {
    const [problem] = check(text, sentence('Tags: ', ref('tags'), '.'));
    expect(problem?.fixes[0]?.binding).toEqual(
      sentence('Tags: ', ref('tags', { first: true }), '.'),
    );
  });
});

describe('conversions', () => {
  const convert = (
    of: Binding,
    ...names: ('upper' | 'sum' | 'to-number' | 'text-to-json' | 'join' | 'trim' | 'max')[]
  ): Binding => ({
    kind: 'convert',
    of,
    with: names.map((name) => (name === 'join' ? { name, by: ',' } : { name })),
  });

  it.each<[string, Binding, string[]]>([
    ['capitals of a group', convert(ref('address'), 'upper'), ['conversion-does-not-fit error']],
    [
      'capitals of each entry of a list of groups',
      convert(ref('orders'), 'upper'),
      ['conversion-does-not-fit error'],
    ],
    ['groups joined', convert(ref('orders'), 'join'), ['conversion-does-not-fit error']],
    [
      'yes and no as a number',
      convert(ref('active'), 'to-number'),
      ['conversion-does-not-fit error'],
    ],
    [
      'a number taken apart',
      convert(ref('age'), 'text-to-json'),
      ['conversion-does-not-fit error'],
    ],
    [
      'the sum of one value',
      convert(ref('age'), 'sum'),
      ['conversion-needs-list error', 'kind-convertible error'],
    ],
    [
      'the second of a chain',
      convert(ref('name'), 'trim', 'join'),
      ['conversion-needs-list error'],
    ],
    ['a chain that fits', convert(ref('tags'), 'trim', 'join'), []],
  ])('%s', (_title, binding, expected) => {
    expect(codes(check(text, binding))).toEqual(expected);
  });
});

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

describe('another value when it is missing', () => {
  it('is checked where it stands', () => {
    const binding: Binding = {
      kind: 'ref',
      from: 's1',
      path: ['nickname'],
      ifMissing: { use: { kind: 'convert', of: ref('address'), with: [{ name: 'upper' }] } },
    };
    const problems = check(text, binding);
    expect(codes(problems)).toEqual(['conversion-does-not-fit error']);
    expect(problems[0]?.fixes[0]?.binding).toEqual({
      ...binding,
      ifMissing: { use: ref('address') },
    });
  });

  it('counts as a value of the field', () => {
    const binding: Binding = {
      kind: 'ref',
      from: 's1',
      path: ['nickname'],
      ifMissing: { use: ref('tags') },
    };
    expect(codes(check(text, binding))).toEqual(['list-into-single error']);
  });
});

it('every problem and fix of these has its own sentence', () => {
  const all = [
    ...check(text, table(ref('status'), ['laed', 'lead', 'lead'])),
    ...check(text, table(ref('tags'), ['a'])),
    ...check(
      text,
      when([
        is(ref('status'), 'equals', literal('x')),
        is(ref('age'), 'equals', literal('1')),
        { left: ref('age'), is: 'is-not-empty' },
        { any: [] },
      ]),
    ),
    ...check(
      { type: 'string', maxLength: 1, minLength: 1 },
      { kind: 'text', parts: ['long', ref('tags')] },
    ),
  ];
  expect(all.length).toBeGreaterThan(8);
  for (const problem of all)
    for (const wording of [problem, ...problem.fixes])
      expect(sayWording(wording)).not.toMatch(/not as it should be|\{\{|undefined/);
});
