/** Draws JSON, paths and bindings of every synchronous kind, the odd ones often. */
import fc from 'fast-check';
import type { Json } from '../../shared/index.ts';
import type { Binding, Condition, Conversion, IfMissing, RefBinding, Segment } from '../index.ts';

const oddNames = ['a', 'b', '', 'a.b', 'ä', '0', 'length', 'constructor', '__proto__'];

export const anyJson: fc.Arbitrary<Json> = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom<Json>(
      null,
      true,
      false,
      0,
      -1.5,
      1e21,
      9007199254740993n,
      '',
      'a',
      '007',
      '12,5',
      '31.12.2024',
      '2024-05-01T10:00:00Z',
      '🙂',
    ),
    fc.string({ maxLength: 4 }),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...oddNames), tie('value'), { maxKeys: 3 }),
  ),
})).value;

const anySegment: fc.Arbitrary<Segment> = fc.constantFrom<Segment>(
  ...oddNames,
  { each: true },
  { first: true },
  { last: true },
  { at: 1 },
  { at: -2 },
);

const anyConversion = fc.constantFrom<Conversion>(
  { name: 'to-text' },
  { name: 'to-number', decimal: ',', thousands: '.' },
  { name: 'to-whole-number', rounding: 'round' },
  { name: 'to-yes-no' },
  { name: 'to-date', format: 'DD.MM.YYYY' },
  { name: 'to-date-time' },
  { name: 'format-date', format: 'D. MMMM YYYY', locale: 'de' },
  { name: 'format-number', digits: 2, thousands: "'" },
  { name: 'split', by: ',' },
  { name: 'join', by: ',' },
  { name: 'first' },
  { name: 'last' },
  { name: 'nth', position: -1 },
  { name: 'count' },
  { name: 'sum' },
  { name: 'min' },
  { name: 'max' },
  { name: 'average' },
  { name: 'flatten' },
  { name: 'to-list' },
  { name: 'upper' },
  { name: 'trim' },
  { name: 'shorten', length: 1 },
  { name: 'replace', find: 'a', by: '$&' },
  { name: 'default-if-empty', value: 'd' },
  { name: 'lookup', rows: [{ equals: 'a', then: 1 }], otherwise: null },
  { name: 'json-to-text' },
  { name: 'base64-encode' },
  { name: 'slug' },
  { name: 'unique-id' },
  { name: 'now' },
);

interface Nodes {
  node: Binding;
  ref: RefBinding;
  condition: Condition;
  missing: IfMissing;
}

export const anyBinding: fc.Arbitrary<Binding> = fc.letrec<Nodes>(
  (tie: fc.LetrecTypedTie<Nodes>) => ({
    missing: fc.oneof(
      fc.constantFrom<IfMissing>('leave-out', 'null', 'stop'),
      fc.record({ use: tie('node') }),
    ),
    ref: fc.record(
      {
        kind: fc.constant('ref' as const),
        from: fc.constantFrom('s1', 's2', 'item:x', 'item:y', 'gone'),
        path: fc.array(anySegment, { maxLength: 3 }),
        ifMissing: tie('missing'),
      },
      { requiredKeys: ['kind', 'from', 'path'] },
    ),
    condition: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.record({
        left: tie('node'),
        is: fc.constantFrom('equals', 'contains', 'greater', 'before', 'is-one-of', 'is-empty'),
        right: tie('node'),
      }) as fc.Arbitrary<Condition>,
      fc.record({ all: fc.array(tie('condition'), { maxLength: 2 }) }),
      fc.record({ any: fc.array(tie('condition'), { maxLength: 2 }) }),
      fc.record({ not: tie('condition') }),
    ),
    node: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      tie('ref'),
      fc.record({ kind: fc.constant('literal' as const), value: anyJson }),
      fc.record({
        kind: fc.constant('text' as const),
        parts: fc.array(fc.oneof(fc.string({ maxLength: 3 }), tie('node')), { maxLength: 3 }),
      }),
      fc.record({
        kind: fc.constant('convert' as const),
        of: tie('node'),
        with: fc.array(anyConversion, { maxLength: 3 }),
      }),
      fc.record(
        {
          kind: fc.constant('table' as const),
          on: tie('node'),
          rows: fc.array(fc.record({ equals: anyJson, then: tie('node') }), { maxLength: 2 }),
          otherwise: tie('node'),
        },
        { requiredKeys: ['kind', 'on', 'rows'] },
      ),
      fc.record(
        {
          kind: fc.constant('when' as const),
          branches: fc.array(fc.record({ if: tie('condition'), then: tie('node') }), {
            maxLength: 2,
          }),
          otherwise: tie('node'),
        },
        { requiredKeys: ['kind', 'branches'] },
      ),
      fc.record({
        kind: fc.constant('object' as const),
        props: fc.dictionary(fc.constantFrom(...oddNames), tie('node'), { maxKeys: 5 }),
      }),
      fc.record({
        kind: fc.constant('list' as const),
        parts: fc.array(
          fc.oneof(
            fc.record({ item: tie('node') }),
            fc.record(
              {
                forEach: tie('node'),
                name: fc.constantFrom('x', 'y'),
                where: tie('condition'),
                sort: fc.record({
                  by: tie('ref'),
                  order: fc.constantFrom('ascending' as const, 'descending' as const),
                }),
                limit: fc.nat(3),
                item: tie('node'),
              },
              { requiredKeys: ['forEach', 'name', 'item'] },
            ),
          ),
          { maxLength: 2 },
        ),
      }),
    ),
  }),
).node;
