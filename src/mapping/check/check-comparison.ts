import {
  choicesOf,
  kindWord,
  kindsOf,
  resolve,
  type Json,
  type JsonSchema,
  type Severity,
  type Wording,
} from '../../shared/index.ts';
import type { Binding, Comparison, Operator } from '../binding.ts';
import { parseMoment } from '../conversions/moment.ts';
import { order as inOrder } from '../evaluate/compare.ts';
import { shown } from '../evaluate/shown.ts';
import { isNothing } from '../tree/nothing.ts';
import { decidedComparison } from '../types/decided.ts';
import { infer, titleOfRef } from '../types/infer-type.ts';
import { withoutNull } from '../types/schema-make.ts';
import type { SourceType } from '../types/source-type.ts';
import { otherValues } from './check-literal.ts';

/** What is wrong with one comparison, and the comparisons that would mend it; undefined takes the line out. */
export interface ComparisonFinding extends Wording {
  readonly severity: Severity;
  readonly fixes: readonly (Wording & { readonly comparison: Comparison | undefined })[];
}

/** Whether an operator makes sense for what stands at its left, has what it compares with, and can hold at all. */
export function checkComparison(
  comparison: Comparison,
  sources: readonly SourceType[],
): ComparisonFinding | undefined {
  const { left, is, right } = comparison;
  const source = refTitle(left, sources);
  if (isNothing(left)) return found('condition-no-field', {});
  if (isNothing(right) && !alone.has(is))
    return found('condition-unfinished', { source, operator: is });
  const { schema } = infer(left, sources);
  const known = withoutNull(schema);
  const { kinds, open } = kindsOf(known, known);
  if (open || kinds.size === 0) return undefined;
  if (!fitsOperator(known, is))
    return found('condition-does-not-fit', { source, given: kindWord(known), operator: is });
  if (right !== undefined && !canCompare(known, is, right, sources))
    return incomparable(comparison, right, known, source, sources);
  if (alone.has(is) || right?.kind !== 'literal') return undefined;
  return decidedComparison(comparison, sources) === 'never'
    ? never(comparison, right.value, known, source)
    : undefined;
}

/** Whether any two values of both sides can be compared in this way: two that cannot stop a run. */
function canCompare(
  left: JsonSchema,
  is: Operator,
  right: Binding,
  sources: readonly SourceType[],
): boolean {
  const value = right.kind === 'literal' ? right.value : undefined;
  if (alone.has(is) || value === null) return true;
  const { kinds } = kindsOf(left, left);
  const schema = withoutNull(infer(right, sources).schema);
  const { kinds: others, open } = kindsOf(schema, schema);
  if (open || others.size === 0) return true;
  const isText = others.has('string');
  switch (is) {
    case 'contains':
    case 'not-contains':
      return isText || kinds.has('array');
    case 'starts-with':
    case 'ends-with':
      return isText;
    case 'before':
    case 'after':
      return isText && (typeof value !== 'string' || parseMoment(value) !== undefined);
    case 'greater':
    case 'greater-or-equal':
    case 'less':
    case 'less-or-equal': {
      if (isText && kinds.has('string')) return true;
      const isNumber = others.has('number') || others.has('integer');
      return (
        isNumber ||
        (isText && (typeof value !== 'string' || inOrder(value, 0, 'UTC') !== undefined))
      );
    }
    default:
      return true;
  }
}

/** A field that was emptied again is one that says nothing yet. */
function incomparable(
  { right: _right, ...rest }: Comparison,
  right: Binding,
  known: JsonSchema,
  source: string,
  sources: readonly SourceType[],
): ComparisonFinding {
  const isLiteral = right.kind === 'literal';
  if (isLiteral && right.value === '')
    return found('condition-unfinished', { source, operator: rest.is });
  const value = isLiteral ? shown(right.value) : refTitle(right, sources);
  return {
    ...found('condition-cannot-compare', { source, given: kindWord(known), value }),
    fixes: isLiteral
      ? otherRights(
          rest,
          otherValues(right.value, known).filter((other) =>
            canCompare(known, rest.is, { kind: 'literal', value: other }, sources),
          ),
        )
      : [],
  };
}

function otherRights(
  comparison: Omit<Comparison, 'right'>,
  values: readonly Json[],
): ComparisonFinding['fixes'] {
  return values.map((value) => ({
    code: 'mapping.fix-use-value',
    params: { value: shown(value) },
    comparison: { ...comparison, right: { kind: 'literal', value } },
  }));
}

/** Compared with something that it never is: another of its choices, the same value in its kind. */
function never(
  comparison: Comparison,
  value: Json,
  known: JsonSchema,
  source: string,
): ComparisonFinding {
  const choices = choicesOf(known, known);
  const isList = Array.isArray(value);
  const fixes = otherRights(comparison, isList ? [] : otherValues(value, known));
  const params = { source, value: isList ? value.map(shown).join(', ') : shown(value) };
  return choices === undefined
    ? {
        ...found('condition-of-other-kind', { ...params, given: kindWord(known) }, 'warning'),
        fixes,
      }
    : {
        ...found(
          'condition-never',
          { ...params, choices: choices.map(shown).join(', ') },
          'warning',
        ),
        fixes,
      };
}

/** The operators that make sense for a type, in the order of the menu. */
export function operatorsFor(schema: JsonSchema): readonly Operator[] {
  const known = withoutNull(schema);
  const { kinds, open } = kindsOf(known, known);
  return order.filter((operator) => open || kinds.size === 0 || fitsOperator(known, operator));
}

const order: readonly Operator[] = [
  'equals',
  'not-equals',
  'is-one-of',
  'contains',
  'not-contains',
  'starts-with',
  'ends-with',
  'greater',
  'greater-or-equal',
  'less',
  'less-or-equal',
  'before',
  'after',
  'is-yes',
  'is-no',
  'is-empty',
  'is-not-empty',
];
const alone: ReadonlySet<Operator> = new Set(['is-empty', 'is-not-empty', 'is-yes', 'is-no']);

function fitsOperator(schema: JsonSchema, is: Operator): boolean {
  const { kinds } = kindsOf(schema, schema);
  const text = kinds.has('string');
  const format = resolve(schema, schema).format;
  switch (is) {
    case 'equals':
    case 'not-equals':
    case 'is-empty':
    case 'is-not-empty':
      return true;
    case 'is-one-of':
      return !(kinds.size === 1 && (kinds.has('array') || kinds.has('object')));
    case 'contains':
    case 'not-contains':
      return text || kinds.has('array');
    case 'starts-with':
    case 'ends-with':
      return text;
    case 'greater':
    case 'greater-or-equal':
    case 'less':
    case 'less-or-equal':
      return kinds.has('number') || kinds.has('integer') || text;
    case 'before':
    case 'after':
      return text && (format === undefined || format === 'date' || format === 'date-time');
    case 'is-yes':
    case 'is-no':
      return kinds.has('boolean');
  }
}

function refTitle(binding: Binding, sources: readonly SourceType[]): string {
  let here = binding;
  while (here.kind === 'convert') here = here.of;
  return here.kind === 'ref' ? titleOfRef(here, sources) : '';
}

function found(
  code: string,
  params: Wording['params'],
  severity: Severity = 'error',
): ComparisonFinding {
  return { code: `mapping.${code}`, params, severity, fixes: [] };
}
