import type { Binding, Condition } from '../binding.ts';
import { checkComparison } from './check-comparison.ts';
import { emptyGroups, replaceAt, visitComparisons } from './condition-places.ts';
import { operandOf, type Checking, type Field } from './field.ts';
import { finding } from './finding.ts';

/**
 * A condition inside a binding: told at the field it helps to fill. `rebuild` puts a changed condition back; undefined
 * when nothing of it is left.
 */
export function checkConditionIn(
  checking: Checking,
  condition: Condition,
  field: Field,
  rebuild: (condition: Condition | undefined) => Binding | undefined,
): void {
  visitComparisons(condition, [], (comparison, path) => {
    const replaced = (next: Condition | undefined): Binding | undefined =>
      rebuild(replaceAt(condition, path, next));
    for (const side of ['left', 'right'] as const) {
      const operand = comparison[side];
      if (operand !== undefined && operand.kind !== 'ref' && operand.kind !== 'literal')
        checking.check(
          operand,
          operandOf(field, (next) => replaced({ ...comparison, [side]: next }) ?? next),
        );
    }
    const { left } = comparison;
    if (left.kind === 'ref' && checking.isBroken(left)) return;
    const wrong = checkComparison(comparison, field.sources);
    if (wrong === undefined) return;
    const fixes = wrong.fixes.map(({ code, params, comparison: next }) => ({
      code,
      params,
      binding: replaced(next),
    }));
    checking.report(field, { ...wrong, fixes });
  });
  if (emptyGroups(condition).length > 0) checking.report(field, finding('condition-empty', {}));
}
