import { FormulaFault } from '../fault.ts';
import type { FormulaNode } from '../syntax.ts';
import type { Sequence, Value } from '../values.ts';
import { Uncovered, worked, type Compiling, type Names, type Run, type Scope } from './scope.ts';

/** Whether `right` comes before `left`. */
type ComesLater = (left: Value, right: Value) => boolean;

/** `^(price, >name)`: entries by their keys, those without one last. */
export function sorted(
  node: FormulaNode,
  names: Names,
  compiling: Compiling,
): (entries: Sequence, scope: Scope) => Sequence {
  if (node.terms === undefined) throw new Uncovered();
  const terms = node.terms.map(({ descending, expression }) => ({
    key: compiling.compile(expression, names).run,
    descending,
  }));
  const { position } = node;
  return (entries, scope) =>
    mergeSorted(entries, scope, (left, right) => {
      for (const { key, descending } of terms) {
        const order = compareKeys(key, left, right, scope, position);
        if (order === 0) continue;
        if (order === lastAlways) return true;
        if (order === firstAlways) return false;
        return descending ? order < 0 : order > 0;
      }
      return false;
    });
}

const lastAlways = 2;
const firstAlways = -2;

function compareKeys(
  key: Run,
  left: Value,
  right: Value,
  scope: Scope,
  position: number | undefined,
): number {
  const first = key(left, scope);
  const second = key(right, scope);
  if (first === undefined) return second === undefined ? 0 : lastAlways;
  if (second === undefined) return firstAlways;
  if (!isOrdered(first)) throw new FormulaFault('T2008', position, undefined, first);
  if (!isOrdered(second)) throw new FormulaFault('T2008', position, undefined, second);
  if (typeof first !== typeof second) throw new FormulaFault('T2007', position, undefined, first);
  return first === second ? 0 : first < second ? -1 : 1;
}

function isOrdered(value: Value): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}

/**
 * A merge sort that compares the same pairs in the same order as JSONata's own: with keys of two kinds, whether such a
 * pair is ever compared decides whether the formula fails.
 */
export function mergeSorted(entries: Sequence, scope: Scope, comesLater: ComesLater): Sequence {
  if (entries.length <= 1) return entries;
  const middle = Math.floor(entries.length / 2);
  const left = mergeSorted(entries.slice(0, middle), scope, comesLater);
  const right = mergeSorted(entries.slice(middle), scope, comesLater);
  const merged: Sequence = [];
  let at = 0;
  let other = 0;
  worked(scope, entries.length);
  while (at < left.length && other < right.length) {
    if (comesLater(left[at], right[other])) merged.push(right[other++]);
    else merged.push(left[at++]);
  }
  while (at < left.length) merged.push(left[at++]);
  while (other < right.length) merged.push(right[other++]);
  return merged;
}
