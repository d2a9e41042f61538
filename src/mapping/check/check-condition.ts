import type { JsonSchema, Problem, Wording } from '../../shared/index.ts';
import type { Binding, Condition } from '../binding.ts';
import { bindingAt, setAt } from '../tree/edit-tree.ts';
import { isNothing } from '../tree/nothing.ts';
import type { SourceType } from '../types/source-type.ts';
import { checkBinding } from './check-binding.ts';
import { checkComparison } from './check-comparison.ts';
import { emptyGroups, replaceAt, visitComparisons } from './condition-places.ts';
import type { Finding } from './finding.ts';
import { sourceTitle } from './scoped-refs.ts';

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
    for (const side of ['left', 'right'] as const) {
      const operand = comparison[side];
      if (operand === undefined || isNothing(operand)) continue;
      for (const found of checkOperand(operand, sources)) {
        isBroken ||= found.severity === 'error';
        const fixes = found.fixes.map(({ code, params, operand: next }) => ({
          code,
          params,
          condition: replaceAt(condition, path, { ...comparison, [side]: next }),
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

interface OperandFinding extends Omit<Finding, 'fixes'> {
  readonly fixes: readonly (Wording & { readonly operand: Binding })[];
}

/** What one side is made of: a value that fills no field, called by what it reads. */
function checkOperand(operand: Binding, sources: readonly SourceType[]): readonly OperandFinding[] {
  if (operand.kind === 'literal') return [];
  const name = ''; // nothing is filled, so there are no words for it
  const title =
    operand.kind === 'ref' || operand.kind === 'formula' ? '' : sourceTitle(operand, sources);
  const target: JsonSchema = { type: 'object', properties: { [name]: { title } } };
  const whole: Binding = { kind: 'object', props: { [name]: operand } };
  return checkBinding(whole, target, sources, { suggest: false }).map((found) => ({
    ...found,
    fixes: found.fixes.flatMap(({ code, params, at, binding }) => {
      const next = bindingAt(setAt(whole, at, binding), [name]);
      return next === undefined ? [] : [{ code, params, operand: next }];
    }),
  }));
}

function problem(
  code: string,
  path: ConditionProblem['path'],
  fixes: readonly ConditionFix[],
): ConditionProblem {
  return { code: `mapping.${code}`, params: {}, path, severity: 'error', fixes };
}
