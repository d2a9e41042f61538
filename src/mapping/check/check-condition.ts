import type { Problem, Wording } from '../../shared/index.ts';
import type { Condition, RefBinding } from '../binding.ts';
import { mapRefs } from '../tree/used-refs.ts';
import type { SourceType } from '../types/source-type.ts';
import { checkComparison } from './check-comparison.ts';
import { formulaFindings } from './check-formula.ts';
import { checkRef } from './check-ref.ts';
import { emptyGroups, replaceAt, visitComparisons } from './condition-places.ts';
import { visitScopedRefs } from './scoped-refs.ts';

/** A one-click mend of a condition: the whole condition as it would be; undefined when nothing of it is left. */
export interface ConditionFix extends Wording {
  readonly condition: Condition | undefined;
}
export type ConditionProblem = Problem<ConditionFix>;

/** What is unfinished or cannot hold in a condition. Paths lead into it: `['all', 0]`, `['not']`. */
export function checkCondition(
  condition: Condition | undefined,
  sources: readonly SourceType[],
): readonly ConditionProblem[] {
  if (condition === undefined) return [problem('condition-missing', [], [])];
  const problems: ConditionProblem[] = [];
  visitComparisons(condition, [], (comparison, path) => {
    let isBroken = false;
    visitScopedRefs(comparison, sources, (ref, seen) => {
      const found = checkRef(ref, seen, '');
      if (found === undefined) return;
      isBroken ||= found.severity === 'error';
      const fixes = found.fixes.flatMap(({ code, params, binding }) =>
        binding?.kind === 'ref'
          ? [{ code, params, condition: withRef(condition, ref, binding) }]
          : [],
      );
      problems.push({ ...found, path: [...path], fixes });
    });
    for (const side of ['left', 'right'] as const) {
      const operand = comparison[side];
      if (operand?.kind !== 'formula') continue;
      for (const found of formulaFindings(operand, sources, '')) {
        isBroken ||= found.severity === 'error';
        const fixes = found.fixes.map(({ code, params, binding }) => ({
          code,
          params,
          condition: binding && replaceAt(condition, path, { ...comparison, [side]: binding }),
        }));
        problems.push({ ...found, path: [...path], fixes });
      }
    }
    const wrong = isBroken ? undefined : checkComparison(comparison, sources);
    if (wrong === undefined) return;
    const fixes = wrong.fixes.map(({ code, params, comparison: next }) => ({
      code,
      params,
      condition: replaceAt(condition, path, next),
    }));
    problems.push({ ...wrong, path: [...path], fixes });
  });
  for (const path of emptyGroups(condition)) problems.push(problem('condition-empty', path, []));
  return problems;
}

function withRef(condition: Condition, old: RefBinding, next: RefBinding): Condition {
  return mapRefs(condition, (ref) => (ref === old ? next : ref));
}

function problem(
  code: string,
  path: ConditionProblem['path'],
  fixes: readonly ConditionFix[],
): ConditionProblem {
  return { code: `mapping.${code}`, params: {}, path, severity: 'error', fixes };
}
