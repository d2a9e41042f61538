/** A field that something of a customer goes into, and what is said about it. */
import type { JsonSchema } from '../../shared/index.ts';
import {
  checkBinding,
  type Binding,
  type Condition,
  type MappingProblem,
  type SourceType,
} from '../index.ts';
import { text, group, ref } from './few-words.ts';

export const literal = (value: string | number | boolean | null): Binding => ({
  kind: 'literal',
  value,
});

export const customer: SourceType = {
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

export function check(
  schema: JsonSchema,
  binding: Binding,
  required = true,
): readonly MappingProblem[] {
  const target = group({ field: schema }, required ? ['field'] : []);
  return checkBinding({ kind: 'object', props: { field: binding } }, target, [customer]);
}

export const codes = (problems: readonly MappingProblem[]): string[] =>
  problems.map(({ code, severity }) => `${code.replace('mapping.', '')} ${severity}`);

export const table = (
  on: Binding,
  equals: readonly (string | number | boolean)[],
  otherwise?: Binding,
): Binding => ({
  kind: 'table',
  on,
  rows: equals.map((value) => ({ equals: value, then: literal(`for ${String(value)}`) })),
  ...(otherwise === undefined ? {} : { otherwise }),
});

export const when = (conditions: readonly Condition[], otherwise?: Binding): Binding => ({
  kind: 'when',
  branches: conditions.map((one) => ({ if: one, then: ref('name') })),
  ...(otherwise === undefined ? {} : { otherwise }),
});

export const is = (
  left: Binding,
  operator: 'equals' | 'not-equals' | 'is-one-of',
  right: Binding,
) => ({ left, is: operator, right }) satisfies Condition;
