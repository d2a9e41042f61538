import { describe, expect, it } from 'vitest';
import type { JsonSchema } from '../../shared/index.ts';
import { atOnce } from '../testing/at-once.ts';
import { checkBinding, compileBinding, setAt, type Binding } from '../index.ts';
import { text, group, ref, fixes } from '../testing/few-words.ts';
import { customer, problemsOf, codes } from '../testing/found-customer.ts';

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
      ['value-not-an-email'],
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
