import type { Comparison, Condition } from '../../../mapping/index.ts';

/** How the rows of a group hang together. */
export type Join = 'all' | 'any' | 'none' | 'not-all';

/** A condition as the form shows it: rows that hang together; a row is a comparison or a group again. */
export interface ConditionGroup {
  readonly join: Join;
  readonly rows: readonly Condition[];
}

/** Every condition as a group of rows: one comparison is a group of one, "not" is "none of these". */
export function groupOf(condition: Condition | undefined): ConditionGroup {
  if (condition === undefined) return { join: 'all', rows: [] };
  if ('all' in condition) return { join: 'all', rows: condition.all };
  if ('any' in condition) return { join: 'any', rows: condition.any };
  if (!('not' in condition)) return { join: 'all', rows: [condition] };
  if ('any' in condition.not) return { join: 'none', rows: condition.not.any };
  if ('all' in condition.not) return { join: 'not-all', rows: condition.not.all };
  return { join: 'none', rows: [condition.not] };
}

/** The condition that a group says; no rows are no condition. */
export function conditionOf({ join, rows }: ConditionGroup): Condition | undefined {
  if (rows.length === 0) return undefined;
  switch (join) {
    case 'all':
      return { all: rows };
    case 'any':
      return { any: rows };
    case 'none':
      return { not: { any: rows } };
    case 'not-all':
      return { not: { all: rows } };
  }
}

export function isComparison(condition: Condition): condition is Comparison {
  return 'left' in condition;
}
