/** Any binding a document can hold, for property tests. */
import fc from 'fast-check';
import type { Json } from '../../../../shared/index.ts';
import type { Binding, Condition, RefBinding, Segment } from '../../../../mapping/index.ts';

const value = fc.oneof(
  fc.string(),
  fc.integer(),
  fc.bigInt({ min: 2n ** 60n, max: 2n ** 70n }),
  fc.boolean(),
  fc.constant(null),
  fc.array(fc.string(), { maxLength: 2 }),
  fc.dictionary(fc.string(), fc.integer(), { maxKeys: 2, noNullPrototype: true }),
) satisfies fc.Arbitrary<Json>;

const segment: fc.Arbitrary<Segment> = fc.oneof(
  fc.string(),
  fc.constant({ each: true } as const),
  fc.constant({ first: true } as const),
);

const ref: fc.Arbitrary<RefBinding> = fc.record({
  kind: fc.constant('ref' as const),
  from: fc.string({ minLength: 1 }),
  path: fc.array(segment, { maxLength: 3 }),
});

const { binding } = fc.letrec<{ binding: Binding; condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 2 },
    fc.record({ left: tie('binding'), is: fc.constant('equals' as const), right: tie('binding') }),
    fc.record({ all: fc.array(tie('condition'), { maxLength: 2 }) }),
    fc.record({ not: tie('condition') }),
  ),
  binding: fc.oneof(
    { maxDepth: 3 },
    fc.record({ kind: fc.constant('literal' as const), value }),
    ref,
    fc.record({
      kind: fc.constant('text' as const),
      parts: fc.array(fc.oneof(fc.string(), tie('binding')), { maxLength: 4 }),
    }),
    fc.record({
      kind: fc.constant('convert' as const),
      of: tie('binding'),
      with: fc.constant([{ name: 'upper' as const }]),
    }),
    fc.record({
      kind: fc.constant('table' as const),
      on: tie('binding'),
      rows: fc.array(fc.record({ equals: value, then: tie('binding') }), { maxLength: 2 }),
      otherwise: fc.option(tie('binding'), { nil: undefined }),
    }),
    fc.record({
      kind: fc.constant('when' as const),
      branches: fc.array(fc.record({ if: tie('condition'), then: tie('binding') }), {
        maxLength: 2,
      }),
      otherwise: fc.option(tie('binding'), { nil: undefined }),
    }),
    fc.record({
      kind: fc.constant('object' as const),
      props: fc.dictionary(fc.string(), tie('binding'), { maxKeys: 2, noNullPrototype: true }),
    }),
    fc.record({
      kind: fc.constant('list' as const),
      parts: fc.array(fc.record({ item: tie('binding') }), { maxLength: 2 }),
    }),
    fc.record({
      kind: fc.constant('formula' as const),
      lang: fc.constant('jsonata' as const),
      text: fc.string(),
      refs: fc.dictionary(fc.constantFrom('a', 'b'), ref, { maxKeys: 2, noNullPrototype: true }),
      result: fc.constantFrom('single' as const, 'list' as const),
    }),
  ),
}));

export const anyBinding: fc.Arbitrary<Binding | undefined> = fc.option(binding, { nil: undefined });
