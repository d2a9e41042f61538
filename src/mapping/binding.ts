/**
 * The binding tree: how a step's input is made from earlier data. Parallel to the target schema, never text with `${…}`.
 * The types are written out because TypeScript cannot infer a schema that contains itself; the `z.ZodType<…>`
 * annotations make the compiler hold schema and type against each other.
 */
import { z } from 'zod';
import { jsonSchema, type Json } from '../shared/index.ts';
import { conversionSchema, type Conversion } from './conversion.ts';

/** One move along a path: a property, every entry, one end of a list, or one position (0-based). */
export type Segment =
  | string
  | { readonly each: true }
  | { readonly first: true }
  | { readonly last: true }
  | { readonly at: number };

/** What happens when a ref finds nothing: the property is left out (the default), `null`, the step stops, or another value. */
export type IfMissing = 'leave-out' | 'null' | 'stop' | { readonly use: Binding };

export interface LiteralBinding {
  readonly kind: 'literal';
  readonly value: Json;
  /** What a chosen option was called, so that screens show names, not ids. */
  readonly label?: string | undefined;
}
/**
 * `from` is a step's id, `item:<name>` inside a list, `flow` for facts of the run, or, in a component's call,
 * `input`, `settings` or `response`.
 */
export interface RefBinding {
  readonly kind: 'ref';
  readonly from: string;
  readonly path: readonly Segment[];
  readonly ifMissing?: IfMissing | undefined;
}
export interface TextBinding {
  readonly kind: 'text';
  readonly parts: readonly (string | Binding)[];
}
export interface ConvertBinding {
  readonly kind: 'convert';
  readonly of: Binding;
  readonly with: readonly Conversion[];
}
export interface TableBinding {
  readonly kind: 'table';
  readonly on: Binding;
  readonly rows: readonly { readonly equals: Json; readonly then: Binding }[];
  readonly otherwise?: Binding | undefined;
}
export interface WhenBinding {
  readonly kind: 'when';
  readonly branches: readonly { readonly if: Condition; readonly then: Binding }[];
  readonly otherwise?: Binding | undefined;
}
export interface ObjectBinding {
  readonly kind: 'object';
  readonly props: Readonly<Record<string, Binding>>;
  /** Which branch of a `oneOf`/`anyOf` the person chose, by position. */
  readonly variant?: number | undefined;
}
export interface ForEachPart {
  readonly forEach: Binding;
  /** The scope's name: inside `item`, `item:<name>` is this entry. */
  readonly name: string;
  readonly where?: Condition | undefined;
  readonly sort?: { readonly by: Binding; readonly order: 'ascending' | 'descending' } | undefined;
  readonly limit?: number | undefined;
  readonly item: Binding;
}
export interface FixedPart {
  readonly item: Binding;
}
export type ListPart = ForEachPart | FixedPart;
export interface ListBinding {
  readonly kind: 'list';
  readonly parts: readonly ListPart[];
}
export interface FormulaBinding {
  readonly kind: 'formula';
  readonly lang: 'jsonata';
  /** Sees only `$<name>` of `refs`; never step ids. */
  readonly text: string;
  readonly refs: Readonly<Record<string, RefBinding>>;
  readonly result: 'single' | 'list';
}
export type Binding =
  | LiteralBinding
  | RefBinding
  | TextBinding
  | ConvertBinding
  | TableBinding
  | WhenBinding
  | ObjectBinding
  | ListBinding
  | FormulaBinding;

export const operators = [
  'equals',
  'not-equals',
  'contains',
  'not-contains',
  'starts-with',
  'ends-with',
  'is-empty',
  'is-not-empty',
  'greater',
  'greater-or-equal',
  'less',
  'less-or-equal',
  'before',
  'after',
  'is-one-of',
  'is-yes',
  'is-no',
] as const;
export type Operator = (typeof operators)[number];

export interface Comparison {
  readonly left: Binding;
  readonly is: Operator;
  readonly right?: Binding | undefined;
}
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | Comparison;

/** What a slot of a step holds: a value to make, or a condition to hold. */
export type SlotContent = Binding | Condition;

const segmentSchema: z.ZodType<Segment> = z.union([
  z.string(),
  z.object({ each: z.literal(true) }),
  z.object({ first: z.literal(true) }),
  z.object({ last: z.literal(true) }),
  z.object({ at: z.number().int() }),
]);

const lazyBinding: z.ZodType<Binding> = z.lazy(() => bindingSchema);
const lazyCondition: z.ZodType<Condition> = z.lazy(() => conditionSchema);

const refSchema = z.object({
  kind: z.literal('ref'),
  from: z.string().min(1),
  path: z.array(segmentSchema),
  ifMissing: z
    .union([z.enum(['leave-out', 'null', 'stop']), z.object({ use: lazyBinding })])
    .optional(),
});

export const bindingSchema: z.ZodType<Binding> = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('literal'),
      value: jsonSchema,
      label: z.string().optional(),
    }),
    refSchema,
    z.object({ kind: z.literal('text'), parts: z.array(z.union([z.string(), lazyBinding])) }),
    z.object({ kind: z.literal('convert'), of: lazyBinding, with: z.array(conversionSchema) }),
    z.object({
      kind: z.literal('table'),
      on: lazyBinding,
      rows: z.array(z.object({ equals: jsonSchema, then: lazyBinding })),
      otherwise: lazyBinding.optional(),
    }),
    z.object({
      kind: z.literal('when'),
      branches: z.array(z.object({ if: lazyCondition, then: lazyBinding })),
      otherwise: lazyBinding.optional(),
    }),
    z.object({
      kind: z.literal('object'),
      props: z.record(z.string(), lazyBinding),
      variant: z.number().int().optional(),
    }),
    z.object({
      kind: z.literal('list'),
      parts: z.array(
        z.union([
          z.object({
            forEach: lazyBinding,
            name: z.string().min(1),
            where: lazyCondition.optional(),
            sort: z
              .object({ by: lazyBinding, order: z.enum(['ascending', 'descending']) })
              .optional(),
            limit: z.number().int().nonnegative().optional(),
            item: lazyBinding,
          }),
          z.object({ item: lazyBinding }),
        ]),
      ),
    }),
    z.object({
      kind: z.literal('formula'),
      lang: z.literal('jsonata'),
      text: z.string(),
      refs: z.record(z.string(), refSchema),
      result: z.enum(['single', 'list']),
    }),
  ])
  .meta({ id: 'Binding' });

export const conditionSchema: z.ZodType<Condition> = z
  .union([
    z.object({ all: z.array(lazyCondition) }),
    z.object({ any: z.array(lazyCondition) }),
    z.object({ not: lazyCondition }),
    z.object({ left: lazyBinding, is: z.enum(operators), right: lazyBinding.optional() }),
  ])
  .meta({ id: 'Condition' });

export const slotContentSchema: z.ZodType<SlotContent> = z.union([bindingSchema, conditionSchema]);
