import type { Comparison, Condition } from '../../../mapping/index.ts';

/** A condition as the form shows it: rows, all or any of which must hold. */
export interface ConditionRows {
  readonly join: 'all' | 'any';
  readonly rows: readonly Comparison[];
}

/** The rows of a flat condition; undefined when it is nested, so that the form cannot show it without loss. */
export function rowsOf(condition: Condition | undefined): ConditionRows | undefined {
  if (condition === undefined) return { join: 'all', rows: [] };
  if ('left' in condition) return { join: 'all', rows: [condition] };
  if ('not' in condition) return undefined;
  const join = 'all' in condition ? 'all' : 'any';
  const inner = 'all' in condition ? condition.all : condition.any;
  const rows = inner.filter((entry): entry is Comparison => 'left' in entry);
  return rows.length === inner.length ? { join, rows } : undefined;
}

/** No rows are no condition: everything passes. */
export function withRows({ join, rows }: ConditionRows): Condition | undefined {
  if (rows.length === 0) return undefined;
  return join === 'all' ? { all: rows } : { any: rows };
}
