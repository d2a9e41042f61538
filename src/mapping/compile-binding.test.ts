import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeJson, type Json } from '../shared/index.ts';
import { atOnce } from './testing/at-once.ts';
import {
  bindingSchema,
  compileBinding,
  compileCondition,
  mapRefs,
  setAt,
  usedRefs,
  type Binding,
  type Condition,
  type Conversion,
  type EvaluationContext,
  type Segment,
} from './index.ts';

const context: EvaluationContext = {
  locale: 'en',
  timeZone: 'UTC',
  now: Date.UTC(2024, 4, 1, 12),
  uuid: () => 'id-1',
};
const ref = (from: string, ...path: Segment[]): Binding => ({ kind: 'ref', from, path });

describe('invariants', () => {
  it('M1: names with dots, umlauts and nothing in them are ordinary names, read and written', () => {
    const binding: Binding = {
      kind: 'object',
      props: { 'x.y': ref('s1', 'a.b'), ö: ref('s1', 'straße'), '': ref('s1', '') },
    };
    expect(
      atOnce(compileBinding(binding).evaluate({ s1: { 'a.b': 1, straße: 2, '': 3 } }, context))
        .value,
    ).toEqual({ 'x.y': 1, ö: 2, '': 3 });
  });

  it('M2: inside two lists, the outer entry stays reachable by its name', () => {
    const inner: Binding = {
      kind: 'text',
      parts: [ref('item:order', 'no'), '-', ref('item:line', 'sku')],
    };
    const lines: Binding = {
      kind: 'list',
      parts: [{ forEach: ref('item:order', 'lines'), name: 'line', item: inner }],
    };
    const binding: Binding = {
      kind: 'list',
      parts: [{ forEach: ref('s1'), name: 'order', item: lines }],
    };
    const made = atOnce(
      compileBinding(binding).evaluate(
        {
          s1: [
            { no: 'A', lines: [{ sku: 'x' }, { sku: 'y' }] },
            { no: 'B', lines: [] },
          ],
        },
        context,
      ),
    );
    expect(made.value).toEqual([['A-x', 'A-y'], []]);
  });

  it('M3: missing, null and empty text are three different things', () => {
    const binding: Binding = {
      kind: 'object',
      props: { a: ref('s1', 'a'), b: ref('s1', 'b'), c: ref('s1', 'c') },
    };
    expect(
      atOnce(compileBinding(binding).evaluate({ s1: { b: null, c: '' } }, context)).value,
    ).toStrictEqual({ b: null, c: '' });
  });

  it('M4: the same input gives the same output, in the language and zone of the flow', () => {
    const binding: Binding = {
      kind: 'convert',
      of: ref('s1'),
      with: [{ name: 'format-date', format: 'dddd, D MMMM, HH:mm' }],
    };
    const compiled = compileBinding(binding);
    const source = { s1: '2024-07-01T22:30:00Z' };
    expect(
      atOnce(compiled.evaluate(source, { ...context, locale: 'de', timeZone: 'Europe/Berlin' }))
        .value,
    ).toBe('Dienstag, 2 Juli, 00:30');
    expect(
      atOnce(compiled.evaluate(source, { ...context, locale: 'fr', timeZone: 'America/New_York' }))
        .value,
    ).toBe('lundi, 1 juillet, 18:30');
    expect(atOnce(compiled.evaluate(source, { ...context, locale: 'not a language' })).value).toBe(
      'Monday, 1 July, 22:30',
    );
  });

  it('M4: a failure names field, source and value, and the other fields are still made', () => {
    const binding: Binding = {
      kind: 'object',
      props: {
        amount: { kind: 'convert', of: ref('s1', 'orderTotal'), with: [{ name: 'to-number' }] },
        id: ref('s1', 'id'),
      },
    };
    expect(
      atOnce(compileBinding(binding).evaluate({ s1: { orderTotal: 'ten', id: 7 } }, context)),
    ).toEqual({
      value: { id: 7 },
      problems: [
        {
          code: 'mapping.not-a-number',
          params: { field: 'Amount', source: 'Order total', value: 'ten' },
          target: ['amount'],
          source: { from: 's1', path: ['orderTotal'] },
          value: 'ten',
        },
      ],
    });
  });

  it('M4: a list with failures everywhere tells the first hundred', () => {
    const binding: Binding = {
      kind: 'list',
      parts: [
        {
          forEach: ref('s1'),
          name: 'x',
          item: { kind: 'convert', of: ref('item:x'), with: [{ name: 'to-number' }] },
        },
      ],
    };
    expect(
      atOnce(compileBinding(binding).evaluate({ s1: new Array<string>(1000).fill('?') }, context))
        .problems,
    ).toHaveLength(100);
  });

  it('M5: names that reach a prototype are neither written nor read', () => {
    const props = JSON.parse(
      '{"__proto__":{"kind":"literal","value":{"polluted":true}},"ok":{"kind":"literal","value":1}}',
    ) as Record<string, Binding>;
    const made = atOnce(compileBinding({ kind: 'object', props }).evaluate({}, context));
    expect(Object.keys(made.value as object)).toEqual(['ok']);
    expect(made.problems.map(({ code }) => code)).toEqual(['mapping.name-refused']);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    expect(
      atOnce(compileBinding(ref('s1', 'constructor', 'name')).evaluate({ s1: {} }, context)).value,
    ).toBeUndefined();
    expect(
      setAt({ kind: 'object', props: {} }, ['__proto__', 'x'], { kind: 'literal', value: 1 }),
    ).toEqual({ kind: 'object', props: {} });
  });

  it('M6: text that looks like a number stays text, and 64-bit numbers keep their digits', () => {
    const binding: Binding = { kind: 'object', props: { a: ref('s1', 'a'), b: ref('s1', 'b') } };
    expect(
      atOnce(compileBinding(binding).evaluate({ s1: { a: '007', b: 9007199254740993n } }, context))
        .value,
    ).toStrictEqual({ a: '007', b: 9007199254740993n });
  });

  it('M7: a ref to a field that is gone stays as it is in the document', () => {
    const binding: Binding = { kind: 'object', props: { email: ref('gone', 'emial') } };
    expect(bindingSchema.parse(binding)).toEqual(binding);
    expect(setAt(binding, ['name'], ref('s1', 'name'))).toEqual({
      kind: 'object',
      props: { email: ref('gone', 'emial'), name: ref('s1', 'name') },
    });
  });

  it('M8: the refs of every kind are found without running, a formula among them', () => {
    const at: Condition = { left: ref('c'), is: 'equals', right: ref('d') };
    const binding: Binding = {
      kind: 'object',
      props: {
        text: { kind: 'text', parts: ['x', ref('a')] },
        when: {
          kind: 'when',
          branches: [{ if: { any: [{ not: at }] }, then: ref('e') }],
          otherwise: ref('f'),
        },
        table: {
          kind: 'table',
          on: ref('g'),
          rows: [{ equals: 1, then: ref('h') }],
          otherwise: ref('i'),
        },
        list: {
          kind: 'list',
          parts: [
            { item: ref('j') },
            {
              forEach: ref('k'),
              name: 'x',
              where: { all: [{ left: ref('l'), is: 'is-empty' }] },
              sort: { by: ref('m'), order: 'ascending' },
              item: { kind: 'object', props: { n: ref('n') } },
            },
          ],
        },
        formula: {
          kind: 'formula',
          lang: 'jsonata',
          text: '$a',
          refs: { a: { kind: 'ref', from: 'o', path: [] } },
          result: 'single',
        },
        missing: { kind: 'ref', from: 'p', path: [], ifMissing: { use: ref('q') } },
        convert: { kind: 'convert', of: ref('r'), with: [{ name: 'trim' }] },
      },
    };
    const found = usedRefs(binding);
    expect(found.map(({ ref: { from } }) => from).join('')).toBe('acdefghijklmnopqr');
    expect(found.find(({ ref: { from } }) => from === 'n')?.target).toEqual(['list', 1, 'n']);
    const renamed = mapRefs(binding, (one) => ({ ...one, from: one.from.toUpperCase() }));
    expect(
      usedRefs(renamed)
        .map(({ ref: { from } }) => from)
        .join(''),
    ).toBe('ACDEFGHIJKLMNOPQR');
  });
});

describe('any data', () => {
  const json: fc.Arbitrary<Json> = fc.letrec<{ value: Json }>((tie) => ({
    value: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom<Json>(
        null,
        true,
        false,
        0,
        -1,
        1.5,
        1e21,
        9007199254740993n,
        '',
        'a',
        '2024-02-30',
        '2024-05-01T10:00:00Z',
        '12,5',
        '🙂',
      ),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(
        fc.constantFrom('a', 'b', '__proto__', 'constructor', 'length', '0', ''),
        tie('value'),
        { maxKeys: 3 },
      ),
    ),
  })).value;
  const segment = fc.constantFrom<Segment>(
    'a',
    'b',
    '',
    '0',
    'length',
    '__proto__',
    'constructor',
    { each: true },
    { first: true },
    { last: true },
    { at: 1 },
    { at: -9 },
  );
  const conversion = fc.constantFrom<Conversion>(
    { name: 'to-text' },
    { name: 'to-number', decimal: ',' },
    { name: 'to-whole-number', rounding: 'round' },
    { name: 'to-yes-no' },
    { name: 'to-date' },
    { name: 'to-date-time', format: 'DD.MM.YYYY', zone: 'Europe/Berlin' },
    { name: 'format-date', format: '[x' },
    { name: 'format-number', digits: 20, thousands: '.' },
    { name: 'split', by: '' },
    { name: 'join', by: ',' },
    { name: 'first' },
    { name: 'nth', position: -3 },
    { name: 'count' },
    { name: 'sum' },
    { name: 'min' },
    { name: 'average' },
    { name: 'flatten' },
    { name: 'to-list' },
    { name: 'title-case' },
    { name: 'shorten', length: 1 },
    { name: 'replace', find: 'a', by: '$&' },
    { name: 'default-if-empty', value: null },
    { name: 'json-to-text' },
    { name: 'text-to-json' },
    { name: 'base64-encode' },
    { name: 'base64-decode' },
    { name: 'slug' },
    { name: 'unique-id' },
    { name: 'now' },
  );
  const binding: fc.Arbitrary<Binding> = fc.letrec<{
    node: Binding;
    ref: Binding;
    condition: Condition;
  }>((tie) => ({
    ref: fc.record({
      kind: fc.constant('ref' as const),
      from: fc.constantFrom('s1', 'item:x', 'gone', '__proto__'),
      path: fc.array(segment, { maxLength: 3 }),
    }),
    condition: fc.record({
      left: tie('ref'),
      is: fc.constantFrom(
        'equals' as const,
        'contains' as const,
        'greater' as const,
        'before' as const,
        'is-one-of' as const,
        'is-empty' as const,
      ),
      right: tie('ref'),
    }),
    node: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      tie('ref'),
      fc.record({ kind: fc.constant('literal' as const), value: json }),
      fc.record({
        kind: fc.constant('text' as const),
        parts: fc.array(fc.oneof(fc.string(), tie('node')), { maxLength: 3 }),
      }),
      fc.record({
        kind: fc.constant('convert' as const),
        of: tie('node'),
        with: fc.array(conversion, { maxLength: 3 }),
      }),
      fc.record({
        kind: fc.constant('object' as const),
        props: fc.dictionary(
          fc.constantFrom('a', 'b', 'c', 'd', 'e', '__proto__', 'constructor'),
          tie('node'),
          { maxKeys: 6 },
        ),
      }),
      fc.record({
        kind: fc.constant('when' as const),
        branches: fc.array(fc.record({ if: tie('condition'), then: tie('node') }), {
          maxLength: 2,
        }),
        otherwise: tie('node'),
      }),
      fc.record({
        kind: fc.constant('list' as const),
        parts: fc.array(
          fc.record({
            forEach: tie('ref'),
            name: fc.constant('x'),
            where: tie('condition'),
            item: tie('node'),
            limit: fc.nat(3),
          }),
          { maxLength: 2 },
        ),
      }),
    ),
  })).node;

  it('never makes an evaluation throw, and what comes out is plain JSON', () => {
    fc.assert(
      fc.property(binding, json, (made, data) => {
        const { value } = atOnce(compileBinding(made).evaluate({ s1: data }, context));
        expect(isPlain(value, data)).toBe(true);
        expect(Object.keys(Object.prototype)).toEqual([]);
      }),
      { numRuns: 1500 },
    );
  });

  it('never makes a condition throw', () => {
    fc.assert(
      fc.property(
        json,
        json,
        fc.constantFrom(
          'equals',
          'contains',
          'starts-with',
          'greater',
          'less-or-equal',
          'before',
          'after',
          'is-one-of',
          'is-empty',
          'is-yes',
        ),
        (left, right, is) => {
          const condition = {
            left: { kind: 'literal', value: left },
            is,
            right: { kind: 'literal', value: right },
          } as Condition;
          expect(typeof atOnce(compileCondition(condition).test({}, context)).holds).toBe(
            'boolean',
          );
        },
      ),
    );
  });

  it('is not changed by an evaluation', () => {
    fc.assert(
      fc.property(binding, json, (made, data) => {
        const before = writeJson(data);
        atOnce(compileBinding(made).evaluate({ s1: data }, context));
        expect(writeJson(data)).toBe(before);
      }),
      { numRuns: 300 },
    );
  });
});

/** No `undefined`, no foreign prototype. What was passed on whole from the data is the data's own business. */
function isPlain(value: Json | undefined, data: Json): boolean {
  if (value === undefined || value === null || typeof value !== 'object' || value === data)
    return true;
  if (Array.isArray(value))
    return value.every((entry: Json | undefined) => entry !== undefined && isPlain(entry, data));
  const prototype: unknown = Object.getPrototypeOf(value);
  return (
    (prototype === Object.prototype || prototype === null) &&
    Object.values(value).every((inner) => inner !== undefined && isPlain(inner, data))
  );
}
