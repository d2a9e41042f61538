import { describe, expect, it } from 'vitest';
import { propertyAt, type JsonSchema } from '../../shared/index.ts';
import { atOnce } from '../testing/at-once.ts';
import {
  checkBinding,
  checkCondition,
  checkValue,
  compileBinding,
  inferType,
  setAt,
  type Binding,
  type MappingProblem,
  type Segment,
  type SourceType,
} from '../index.ts';

const text: JsonSchema = { type: 'string' };
const group = (
  properties: Record<string, JsonSchema>,
  required = Object.keys(properties),
): JsonSchema => ({ type: 'object', properties, required, additionalProperties: false });
const ref = (...path: Segment[]): Binding => ({ kind: 'ref', from: 's1', path });
const customer: SourceType = {
  from: 's1',
  title: 'Find customers',
  schema: group(
    {
      email: { type: 'string', format: 'email' },
      firstName: { type: 'string', title: 'Given name' },
      age: { type: 'integer' },
      total: { type: 'number' },
      active: { type: 'boolean' },
      nickname: { type: ['string', 'null'] },
      phone: text,
      tags: { type: 'array', items: text },
      scores: { type: 'array', items: { type: 'number' } },
      emails: { type: 'array', items: group({ address: text, kind: text }) },
      createdAt: { type: 'string', format: 'date-time' },
      status: { enum: ['ACTIVE', 'PAUSED'] },
      address: group({ street: text, city: text }),
      long: { type: 'string', maxLength: 200 },
    },
    [
      'email',
      'firstName',
      'age',
      'total',
      'active',
      'nickname',
      'tags',
      'scores',
      'emails',
      'createdAt',
      'status',
      'address',
      'long',
    ],
  ),
};

/** What is said about one field filled with one binding. */
function problemsOf(
  schema: JsonSchema,
  binding: Binding | undefined,
  required = true,
): readonly MappingProblem[] {
  const target = group({ field: schema }, required ? ['field'] : []);
  return checkBinding(binding && { kind: 'object', props: { field: binding } }, target, [customer]);
}
const codes = (problems: readonly { readonly code: string }[]): string[] =>
  problems.map(({ code }) => code.replace('mapping.', ''));
const fixes = (problems: readonly MappingProblem[]): string[] =>
  problems.flatMap((one) => one.fixes.map(({ code }) => code.replace('mapping.fix-', '')));

describe('checkBinding', () => {
  it.each<[string, JsonSchema, Binding | undefined, string[], string[]]>([
    ['nothing to say when types agree', text, ref('firstName'), [], []],
    ['a whole number is a number', { type: 'number' }, ref('age'), [], []],
    ['needed and not filled', { ...text, title: 'Shoe size' }, undefined, ['required-unbound'], []],
    ['a mistyped name', text, ref('fristName'), ['unknown-path'], ['did-you-mean']],
    [
      'a name inside a list',
      text,
      ref('emails', 'address'),
      ['list-needs-choice'],
      ['first', 'last', 'each'],
    ],
    [
      'a choice of something single',
      text,
      ref('firstName', { first: true }),
      ['not-a-list'],
      ['use-directly'],
    ],
    ['a name inside a text', text, ref('firstName', 'x'), ['not-a-group'], ['use-whole']],
    [
      'a list of texts into a text',
      text,
      ref('tags'),
      ['list-into-single'],
      ['first', 'last', 'join'],
    ],
    [
      'a list of numbers into a number',
      { type: 'number' },
      ref('scores'),
      ['list-into-single'],
      ['first', 'last', 'sum', 'count'],
    ],
    [
      'a list of groups into a text',
      { ...text, title: 'Address' },
      ref('emails'),
      ['list-into-single'],
      ['first-entry-field', 'first-entry-field', 'whole-as-text'],
    ],
    [
      'a text into a list',
      { type: 'array', items: text },
      ref('firstName'),
      ['single-into-list'],
      ['to-list', 'split'],
    ],
    [
      'a text into a number',
      { type: 'number' },
      ref('firstName'),
      ['kind-convertible'],
      ['to-number', 'to-number-comma'],
    ],
    ['a number into a text', text, ref('total'), ['kind-convertible'], ['to-text']],
    [
      'a number into a whole number',
      { type: 'integer' },
      ref('total'),
      ['kind-convertible'],
      ['round', 'round-down', 'round-up'],
    ],
    ['yes or no into a number', { type: 'number' }, ref('active'), ['kind-impossible'], []],
    ['a group into a number', { type: 'number' }, ref('address'), ['kind-impossible'], []],
    [
      'what can be empty into what is needed',
      text,
      ref('nickname'),
      ['may-be-empty'],
      ['default-empty-text'],
    ],
    [
      'what can be missing into what is needed',
      text,
      ref('phone'),
      ['may-be-empty'],
      ['default-empty-text', 'stop-if-missing'],
    ],
    [
      'the first of a list into what is needed',
      { type: 'string', format: 'uri' },
      ref('tags', { first: true }),
      ['may-be-empty'],
      ['stop-if-missing'],
    ],
    [
      'a date with time into a date',
      { type: 'string', format: 'date' },
      ref('createdAt'),
      ['format-differs'],
      ['to-date'],
    ],
    [
      'a text into a date',
      { type: 'string', format: 'date' },
      ref('firstName'),
      ['format-unknown'],
      ['to-date', 'to-date-pattern', 'to-date-pattern'],
    ],
    [
      'an e-mail address into a web address',
      { type: 'string', format: 'uri' },
      ref('email'),
      ['format-differs'],
      [],
    ],
    [
      'other choices',
      { enum: ['active', 'closed'] },
      ref('status'),
      ['choices-differ'],
      ['value-table'],
    ],
    [
      'a longer text',
      { type: 'string', maxLength: 50 },
      ref('long'),
      ['may-be-too-long'],
      ['shorten'],
    ],
    [
      'a typed value of another kind',
      { type: 'number' },
      { kind: 'literal', value: '12.5' },
      ['value-wrong-kind'],
      ['use-value'],
    ],
    [
      'a typed value that is no choice',
      { enum: ['red', 'green'] },
      { kind: 'literal', value: 'gren' },
      ['value-not-a-choice'],
      ['use-value', 'use-value'],
    ],
    [
      'a typed address that is none',
      { type: 'string', format: 'email' },
      { kind: 'literal', value: 'x' },
      ['value-wrong-format'],
      [],
    ],
    [
      'a typed text that is too long',
      { type: 'string', maxLength: 2 },
      { kind: 'literal', value: 'abc' },
      ['value-too-long'],
      ['use-value'],
    ],
    [
      'a conversion for lists on a text',
      text,
      { kind: 'convert', of: ref('firstName'), with: [{ name: 'first' }] },
      ['conversion-needs-list', 'may-be-empty'],
      ['remove-conversion', 'default-empty-text'],
    ],
    [
      'only if, without otherwise',
      text,
      {
        kind: 'when',
        branches: [{ if: { left: ref('active'), is: 'is-yes' }, then: ref('firstName') }],
      },
      ['no-otherwise'],
      ['otherwise'],
    ],
  ])('says and mends: %s', (_title, schema, binding, expectedCodes, expectedFixes) => {
    const problems = problemsOf(schema, binding);
    expect(codes(problems)).toEqual(expectedCodes);
    expect(fixes(problems)).toEqual(expectedFixes);
  });

  it('speaks in titles, not in keys', () => {
    const [problem] = problemsOf({ type: 'number', title: 'Shoe size' }, ref('firstName'));
    expect(problem).toMatchObject({
      path: ['field'],
      severity: 'error',
      params: { field: 'Shoe size', source: 'Given name', given: 'text', wanted: 'number' },
    });
  });

  it('offers the field that fits by name for a needed field', () => {
    const problems = checkBinding(
      undefined,
      group({ 'E-Mail': { type: 'string', format: 'email' } }),
      [customer],
    );
    expect(problems[0]?.fixes[0]).toEqual({
      code: 'mapping.fix-use-field',
      params: { source: 'Email', step: 'Find customers' },
      at: ['E-Mail'],
      binding: ref('email'),
    });
  });

  it('every fix of a single field leaves nothing worse to say', () => {
    const cases: readonly (readonly [JsonSchema, Binding])[] = [
      [text, ref('tags')],
      [{ type: 'array', items: { type: 'number' } }, ref('firstName')],
      [{ type: 'array', items: text }, ref('total')],
      [{ type: 'integer' }, ref('scores')],
      [text, ref('nickname')],
      [{ type: 'string', format: 'date' }, ref('createdAt')],
      [{ enum: ['active', 'paused'] }, ref('status')],
      [text, ref('emails', 'address')],
      [{ type: 'string', maxLength: 5 }, ref('long')],
    ];
    for (const [schema, binding] of cases) {
      const target = group({ field: schema });
      const before = checkBinding({ kind: 'object', props: { field: binding } }, target, [
        customer,
      ]);
      expect(before.length).toBeGreaterThan(0);
      for (const fix of before.flatMap((problem) => problem.fixes)) {
        const mended = setAt({ kind: 'object', props: { field: binding } }, fix.at, fix.binding);
        const errors = checkBinding(mended, target, [customer]).filter(
          ({ severity, code }) => severity === 'error' && code === before[0]?.code,
        );
        expect(errors.filter(() => fix.code !== 'mapping.fix-each')).toEqual([]);
      }
    }
  });

  it('leaves out what may be empty when the field is optional', () => {
    const problems = problemsOf(text, ref('nickname'), false);
    expect(codes(problems)).toEqual(['may-be-nothing']);
    const mended = problems[0]?.fixes[0]?.binding as Binding;
    expect(problemsOf(text, mended, false)).toEqual([]);
    expect(
      atOnce(
        compileBinding(mended).evaluate(
          { s1: { nickname: null } },
          { locale: 'en', timeZone: 'UTC', now: 0, uuid: () => '' },
        ),
      ).value,
    ).toBeUndefined();
  });

  it('turns list on list into one entry for each', () => {
    const contacts = { type: 'array', items: group({ mail: text }) } as const;
    const problems = problemsOf(contacts, ref('emails'));
    const fix = problems[0]?.fixes.find(({ code }) => code === 'mapping.fix-for-each');
    expect(codes(problems)).toContain('group-lacks-fields');
    expect(fix).toBeUndefined(); // `address` alone does not mean `mail`
    const same = problemsOf({ type: 'array', items: group({ Address: text }) }, ref('emails'));
    expect(same[0]?.fixes[0]?.binding).toEqual({
      kind: 'list',
      parts: [
        {
          forEach: ref('emails'),
          name: 'entry',
          item: {
            kind: 'object',
            props: { Address: { kind: 'ref', from: 'item:entry', path: ['address'] } },
          },
        },
      ],
    });
  });

  it('checks inside lists with the entry in sight, and mends the part in its place', () => {
    const target = group({ rows: { type: 'array', items: group({ to: text }) } });
    const part = (key: string): Binding => ({
      kind: 'object',
      props: {
        rows: {
          kind: 'list',
          parts: [
            {
              forEach: ref('emails'),
              name: 'mail',
              item: {
                kind: 'object',
                props: { to: { kind: 'ref', from: 'item:mail', path: [key] } },
              },
            },
          ],
        },
      },
    });
    expect(checkBinding(part('address'), target, [customer])).toEqual([]);
    const [problem] = checkBinding(part('adress'), target, [customer]);
    expect(problem).toMatchObject({ code: 'mapping.unknown-path', path: ['rows', 0, 'to'] });
    expect(
      problem?.fixes[0] && setAt(part('adress'), problem.fixes[0].at, problem.fixes[0].binding),
    ).toEqual(part('address'));
  });

  it('names fields that the service does not have', () => {
    const [problem] = checkBinding(
      { kind: 'object', props: { nope: ref('email') } },
      group({ a: text }, []),
      [customer],
    );
    expect(problem).toMatchObject({
      code: 'mapping.unknown-field',
      path: ['nope'],
      fixes: [{ code: 'mapping.fix-leave-out', at: ['nope'], binding: undefined }],
    });
  });

  it('offers another step that has the field when the step is gone', () => {
    const problems = checkBinding(
      { kind: 'object', props: { a: { kind: 'ref', from: 'gone', path: ['email'] } } },
      group({ a: text }),
      [customer],
    );
    expect(codes(problems)).toEqual(['unknown-source']);
    expect(problems[0]?.fixes[0]).toMatchObject({
      code: 'mapping.fix-from-step',
      params: { step: 'Find customers' },
      binding: ref('email'),
    });
  });
});

describe('checkCondition', () => {
  it.each([
    [
      'a finished one',
      { left: ref('total'), is: 'greater', right: { kind: 'literal', value: 5 } } as const,
      [],
    ],
    [
      'nothing to compare with',
      { left: ref('total'), is: 'greater' } as const,
      ['condition-unfinished'],
    ],
    [
      'a comparison that makes no sense',
      { left: ref('tags'), is: 'greater', right: { kind: 'literal', value: 5 } } as const,
      ['condition-does-not-fit'],
    ],
    ['an empty group', { all: [] }, ['condition-empty']],
    ['a mistyped name', { not: { left: ref('totl'), is: 'is-empty' } } as const, ['unknown-path']],
  ])('says: %s', (_title, condition, expected) => {
    expect(codes(checkCondition(condition, [customer]))).toEqual(expected);
  });

  it('mends a mistyped name in its place', () => {
    const [problem] = checkCondition(
      {
        all: [
          { left: ref('active'), is: 'is-yes' },
          { left: ref('totl'), is: 'is-empty' },
        ],
      },
      [customer],
    );
    expect(problem?.path).toEqual(['all', 1]);
    expect(problem?.fixes[0]?.condition).toEqual({
      all: [
        { left: ref('active'), is: 'is-yes' },
        { left: ref('total'), is: 'is-empty' },
      ],
    });
  });
});

describe('checkValue', () => {
  const schema = group(
    {
      email: { type: 'string', format: 'email', title: 'E-mail' },
      age: { type: ['integer', 'null'], minimum: 18 },
      tags: { type: 'array', items: text, maxItems: 1 },
    },
    ['email'],
  );

  it('names each field that does not fit, with the words for it', () => {
    const problems = checkValue({ age: 3, tags: ['a', 'b'], extra: 1 }, schema);
    expect(
      problems.map(({ code, path }) => [code.replace('mapping.value-', ''), path.join('.')]).sort(),
    ).toEqual([
      ['missing', 'email'],
      ['too-many', 'tags'],
      ['too-small', 'age'],
      ['unknown-field', 'extra'],
    ]);
    expect(problems.find(({ path }) => path[0] === 'email')?.params['field']).toBe('E-mail');
  });

  it('takes 64-bit numbers as whole numbers', () => {
    expect(checkValue({ email: 'a@b.co', age: 9007199254740993n }, schema)).toEqual([]);
  });

  it('says one thing about "a text or nothing"', () => {
    expect(
      codes(checkValue({ a: 5 }, group({ a: { anyOf: [{ type: 'string' }, { type: 'null' }] } }))),
    ).toEqual(['value-wrong-kind']);
  });

  it('reads descriptions whose examples look like schemas, and says nothing where none can be read', () => {
    const example = { $id: 'https://example.com/1' };
    const schema = group({ a: { type: 'string', examples: [example], default: example } }, ['a']);
    const twice = { ...schema, example, components: { examples: [example], b: { example } } };
    expect(codes(checkValue({}, twice as JsonSchema))).toEqual(['value-missing']);
    expect(checkValue(1, { type: 'string', items: 5 } as unknown as JsonSchema)).toBeDefined();
  });

  it('tries ordinary patterns, and says nothing about one that might hold up the page', () => {
    const withPattern = (pattern: string) => group({ a: { type: 'string', pattern } });
    const text = `${'a'.repeat(40)}!`;
    expect(codes(checkValue({ a: text }, withPattern('^[a-z0-9]+(-[a-z0-9]+)*$')))).toEqual([
      'value-does-not-fit',
    ]);
    expect(checkValue({ a: text }, withPattern('^(a+)+$'))).toEqual([]);
    expect(checkValue({ a: 'a'.repeat(100_000) }, withPattern('^.*b.*c$'))).toEqual([]);
  });

  it('judges a web address soon, however it is called', () => {
    const address = (value: string) =>
      codes(checkValue({ a: value }, group({ a: { type: 'string', format: 'url' } })));
    expect(address(`http://${'a'.repeat(60)} !`)).toEqual(['value-wrong-format']);
    expect(address('https://example.com/a?b=c')).toEqual([]);
  });

  it('says nothing about fields whose names such a pattern decides', () => {
    const named = {
      type: 'object',
      patternProperties: { '^(a+)+$': { type: 'number' } },
      additionalProperties: false,
    } as const;
    const name = `${'a'.repeat(40)}!`;
    expect(checkValue({ [name]: 'x' }, named)).toEqual([]);
    expect(propertyAt(named, name, named)).toEqual({});
    expect(codes(checkValue({ x: 1 }, { ...named, patternProperties: { '^a+$': {} } }))).toEqual([
      'value-unknown-field',
    ]);
  });

  it('reads descriptions with broken patterns and references to nowhere', () => {
    expect(
      checkValue(
        { a: 'x', b: 1 },
        group({ a: { type: 'string', pattern: '[' }, b: { $ref: '#/$defs/gone' } }),
      ),
    ).toEqual([]);
  });
});

describe('one sign for two things', () => {
  it.each(['format-number', 'to-number'] as const)(
    'is refused in %s, with another one offered',
    (name) => {
      const signs = { decimal: '.', thousands: '.' } as const;
      const conversion = name === 'to-number' ? { name, ...signs } : { name, digits: 2, ...signs };
      const of: Binding = { kind: 'literal', value: '1' };
      const target = { type: name === 'to-number' ? 'number' : 'string' } as const;
      const [problem, ...more] = checkBinding(
        { kind: 'convert', of, with: [conversion] },
        target,
        [],
      );
      expect(problem?.code).toBe('mapping.signs-equal');
      expect(more).toEqual([]);
      const mended = problem?.fixes[0]?.binding;
      expect(checkBinding(mended, target, [])).toEqual([]);
    },
  );
});

describe('a pattern to read dates by', () => {
  it.each([
    ['DD.MM', ['pattern-open']],
    ['[Day] MM/YYYY', ['pattern-open']],
    ['HH:mm', ['pattern-open']],
    ['D. MMM YY', []],
    ['X', []],
  ])('%s: %j', (format, expected) => {
    const of: Binding = { kind: 'literal', value: '1' };
    const binding: Binding = { kind: 'convert', of, with: [{ name: 'to-date', format }] };
    expect(codes(checkBinding(binding, { type: 'string', format: 'date' }, []))).toEqual(expected);
  });
});

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
});
