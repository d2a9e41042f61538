import { describe, expect, it } from 'vitest';
import type { Comparison, Condition } from '../../../mapping/index.ts';
import { rowsOf, withRows } from './condition-rows.ts';

const row: Comparison = { left: { kind: 'ref', from: 'crm', path: ['newsletter'] }, is: 'is-yes' };

describe('the rows of a condition', () => {
  it('gives back a flat condition as it was', () => {
    const conditions: Condition[] = [{ all: [row, row] }, { any: [row] }];
    expect(
      conditions.map((condition) => withRows(rowsOf(condition) ?? { join: 'all', rows: [] })),
    ).toEqual(conditions);
  });

  it('shows one comparison as one row', () => {
    expect(rowsOf(row)).toEqual({ join: 'all', rows: [row] });
  });

  it('does not pretend to show a nested condition', () => {
    expect(rowsOf({ all: [row, { any: [row] }] })).toBeUndefined();
    expect(rowsOf({ not: row })).toBeUndefined();
  });

  it('is no condition when the last row goes', () => {
    expect(withRows({ join: 'any', rows: [] })).toBeUndefined();
  });
});
