import {
  inferType,
  isNothing,
  operatorsFor,
  type Binding,
  type Comparison,
  type Operator,
  type SourceType,
} from '../../../mapping/index.ts';
import { fieldKindOf } from './field-kind.ts';

/** What says all by itself. */
export const withoutRight: ReadonlySet<Operator> = new Set([
  'is-empty',
  'is-not-empty',
  'is-yes',
  'is-no',
]);

/** A line that looks at other data: an operator that does not fit it becomes the first that does. A new line asks "is yes?" of yes or no. */
export function lookingAt(row: Comparison, left: Binding, seen: readonly SourceType[]): Comparison {
  const type = inferType(left, seen);
  const operators = operatorsFor(type);
  const isNew = isNothing(row.left) && isNothing(row.right);
  const best = isNew && fieldKindOf(type, type) === 'yes-no' ? 'is-yes' : operators[0];
  if (best === undefined || isNothing(left)) return { ...row, left };
  if (operators.includes(row.is) && best !== 'is-yes') return { ...row, left };
  const { right: _old, ...plain } = row;
  return withoutRight.has(best) ? { ...plain, left, is: best } : { ...row, left, is: best };
}
