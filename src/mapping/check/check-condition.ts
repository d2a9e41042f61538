import {
  kindsOf,
  kindWord,
  resolve,
  type JsonPath,
  type JsonSchema,
  type Problem,
  type Wording,
} from '../../shared/index.ts';
import type { Binding, Comparison, Condition, Operator, RefBinding } from '../binding.ts';
import { infer, titleOfRef } from '../types/infer-type.ts';
import { withoutNull } from '../types/schema-make.ts';
import type { SourceType } from '../types/source-type.ts';
import { mapRefs } from '../tree/used-refs.ts';
import { checkRef } from './check-ref.ts';
import { visitScopedRefs } from './scoped-refs.ts';

/** A one-click mend of a condition: the whole condition as it would be. */
export interface ConditionFix extends Wording {
  readonly condition: Condition;
}
export type ConditionProblem = Problem<ConditionFix>;

/** What is unfinished or cannot hold in a condition. Paths lead into it: `['all', 0]`, `['not']`. */
export function checkCondition(
  condition: Condition | undefined,
  sources: readonly SourceType[],
): readonly ConditionProblem[] {
  if (condition === undefined) return [problem('condition-missing', {}, [])];
  const problems: ConditionProblem[] = [];
  visitComparisons(condition, [], (comparison, path) => {
    visitScopedRefs(comparison, sources, (ref, seen) => {
      const found = checkRef(ref, seen, '');
      if (found === undefined) return;
      const fixes = found.fixes.flatMap(({ code, params, binding }) =>
        binding?.kind === 'ref'
          ? [{ code, params, condition: withRef(condition, ref, binding) }]
          : [],
      );
      problems.push({
        code: found.code,
        params: found.params,
        path: [...path],
        severity: 'error',
        fixes,
      });
    });
    const wrong = checkComparison(comparison, sources);
    if (wrong !== undefined) problems.push({ ...wrong, path: [...path] });
  });
  return problems.concat(emptyGroups(condition, []));
}

/** Whether an operator makes sense for what stands at its left, and has what it compares with. */
export function checkComparison(
  comparison: Comparison,
  sources: readonly SourceType[],
): ConditionProblem | undefined {
  const { left, is, right } = comparison;
  const source = refTitle(left, sources);
  if (right === undefined && !alone.has(is))
    return problem('condition-unfinished', { source, operator: is }, []);
  const { schema } = infer(left, sources);
  const known = kindsOf(schema, schema);
  if (known.open || known.kinds.size === 0) return undefined;
  return fitsOperator(withoutNull(schema), is)
    ? undefined
    : problem(
        'condition-does-not-fit',
        { source, given: kindWord(withoutNull(schema)), operator: is },
        [],
      );
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

/** Each comparison with the path that leads to it. */
export function visitComparisons(
  condition: Condition,
  path: JsonPath,
  visit: (comparison: Comparison, path: JsonPath) => void,
): void {
  if ('all' in condition)
    condition.all.forEach((inner, at) => visitComparisons(inner, [...path, 'all', at], visit));
  else if ('any' in condition)
    condition.any.forEach((inner, at) => visitComparisons(inner, [...path, 'any', at], visit));
  else if ('not' in condition) visitComparisons(condition.not, [...path, 'not'], visit);
  else visit(condition, path);
}

function emptyGroups(condition: Condition, path: JsonPath): ConditionProblem[] {
  if ('not' in condition) return emptyGroups(condition.not, [...path, 'not']);
  const key = 'all' in condition ? 'all' : 'any';
  const rows = 'all' in condition ? condition.all : 'any' in condition ? condition.any : undefined;
  if (rows === undefined) return [];
  if (rows.length === 0) return [{ ...problem('condition-empty', {}, []), path: [...path] }];
  return rows.flatMap((inner, at) => emptyGroups(inner, [...path, key, at]));
}

function withRef(condition: Condition, old: RefBinding, next: RefBinding): Condition {
  return mapRefs(condition, (ref) => (ref === old ? next : ref));
}

function refTitle(binding: Binding, sources: readonly SourceType[]): string {
  let here = binding;
  while (here.kind === 'convert') here = here.of;
  return here.kind === 'ref' ? titleOfRef(here, sources) : '';
}

function problem(
  code: string,
  params: Wording['params'],
  fixes: readonly ConditionFix[],
): ConditionProblem {
  return { code: `mapping.${code}`, params, path: [], severity: 'error', fixes };
}
