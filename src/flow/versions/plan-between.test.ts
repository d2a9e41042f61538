import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyOperation } from '../apply-operation.ts';
import type { Flow } from '../flow-document.ts';
import { findCustomers, referenceFlow } from '../testing/a-flow.ts';
import { drawn, drawnKinds } from '../testing/drawn-operations.ts';
import { diffFlow } from './diff-flow.ts';
import { keptInOrder } from './kept-in-order.ts';
import { planBetween } from './plan-between.ts';

type Draws = readonly (readonly [number, number, number])[];
const draws = fc.array(fc.tuple(fc.nat(drawnKinds), fc.nat(9), fc.nat(9)), { maxLength: 40 });

function worked(flow: Flow, drawnNow: Draws, prefix: string): Flow {
  let made = 0;
  return drawnNow.reduce((now, [kind, one, other]) => {
    const applied = applyOperation(
      now,
      drawn(now, kind, one, other, () => `${prefix}${String(made++)}`),
    );
    return applied.ok ? applied.value.flow : now;
  }, flow);
}

function planned(from: Flow, to: Flow): Flow {
  const operations = planBetween(from, to);
  const applied = applyOperation(from, { type: 'batch', label: 'restore-version', operations });
  if (!applied.ok) throw new Error(applied.reason.code);
  const back = applyOperation(applied.value.flow, applied.value.inverse);
  expect(back.ok && back.value.flow).toEqual(from);
  return applied.value.flow;
}

test('makes any version of a flow out of any other, and is taken back as one', () => {
  fc.assert(
    fc.property(draws, draws, draws, (before, mine, yours) => {
      const origin = worked(referenceFlow(), before, 'o');
      const from = worked(origin, mine, 'm');
      const to = worked(origin, yours, 'y');
      expect(planned(from, to)).toEqual(to);
    }),
    { numRuns: 300 },
  );
});

test('puts steps into the order of the other version', () => {
  const flow = referenceFlow();
  const to = { ...flow, steps: flow.steps.toReversed(), edges: flow.edges };
  expect(planned(flow, to)).toEqual(to);
});

test('plans nothing between equal flows, and finds no difference', () => {
  const flow = referenceFlow();
  expect(planBetween(flow, structuredClone(flow))).toEqual([]);
  expect(diffFlow(flow, structuredClone(flow))).toEqual([]);
});

test('leaves what is equal as it is: the same object', () => {
  const from = referenceFlow();
  const to = { ...from, name: 'Other', steps: [...from.steps, findCustomers('new')] };
  const after = planned(from, structuredClone(to));
  expect(after.steps[0]).toBe(from.steps[0]);
  expect(after.edges).toBe(from.edges);
});

test('where a difference is said, there is a plan', () => {
  fc.assert(
    fc.property(draws, (drawnNow) => {
      const from = referenceFlow();
      const to = { ...worked(from, drawnNow, 'n'), samples: from.samples };
      const isPlanned = planBetween(from, to).length > 0;
      if (diffFlow(from, to).length > 0) expect(isPlanned).toBe(true);
    }),
  );
});

test('keeps as many in their place as can stay', () => {
  expect([...keptInOrder(['a', 'b', 'c', 'd'], ['d', 'a', 'x', 'b', 'c'])].sort()).toEqual([
    'a',
    'b',
    'c',
  ]);
  expect(keptInOrder([], ['a']).size).toBe(0);
});
