import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileCondition, type Comparison, type Condition } from '../../../mapping/index.ts';
import { conditionOf, groupOf } from './condition-tree.ts';

const row: Comparison = { left: { kind: 'ref', from: 'crm', path: ['newsletter'] }, is: 'is-yes' };

const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 4 },
    fc.record({
      left: fc.record({
        kind: fc.constant('ref' as const),
        from: fc.constant('s'),
        path: fc.tuple(fc.constantFrom('a', 'b', 'c')),
      }),
      is: fc.constant('is-yes' as const),
    }),
    fc.record({ all: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ not: tie('condition') }),
  ),
}));

describe('a condition as rows', () => {
  it('shows one comparison as one row', () => {
    expect(groupOf(row)).toEqual({ join: 'all', rows: [row] });
  });

  it('shows what must not hold as "none of these" and "not all of these"', () => {
    expect(groupOf({ not: row })).toEqual({ join: 'none', rows: [row] });
    expect(groupOf({ not: { any: [row, row] } })).toEqual({ join: 'none', rows: [row, row] });
    expect(groupOf({ not: { all: [row, row] } })).toEqual({ join: 'not-all', rows: [row, row] });
  });

  it('keeps groups inside groups', () => {
    const nested: Condition = { all: [row, { any: [row, { not: row }] }] };
    expect(conditionOf(groupOf(nested))).toEqual(nested);
  });

  it('is no condition when the last row goes', () => {
    expect(conditionOf({ join: 'any', rows: [] })).toBeUndefined();
  });

  it('says the same as before, whatever it was', () => {
    const holds = (one: Condition, s: Record<string, boolean>) => {
      const context = { locale: 'en', timeZone: 'UTC', now: 0, uuid: () => '' };
      const tested = compileCondition(one).test({ s }, context);
      return !(tested instanceof Promise) && tested.holds;
    };
    fc.assert(
      fc.property(
        condition,
        fc.record({ a: fc.boolean(), b: fc.boolean(), c: fc.boolean() }),
        (one, s) => {
          const again = conditionOf(groupOf(one));
          expect(again !== undefined && holds(again, s)).toBe(holds(one, s));
        },
      ),
    );
  });
});
