import { expect, test } from 'vitest';
import { applyOperation } from '../apply-operation.ts';
import type { Edge, Flow } from '../flow-document.ts';
import type { Operation } from '../operation.ts';
import { aFlow, anEdge, findCustomers } from '../testing/a-flow.ts';
import { moveStepInto, moveStepUp, stepBelow } from './move-in-order.ts';

const ids = (): (() => string) => {
  let made = 0;
  return () => `n${String(made++)}`;
};
const of = (names: string, edges?: readonly Edge[]): Flow =>
  aFlow({
    steps: [...names].map((name) => findCustomers(name)),
    ...(edges !== undefined && { edges }),
  });
const ways = ({ edges }: Flow) =>
  edges
    .map(({ from, fromPort, to }) => `${from}${fromPort === 'out' ? '' : `.${fromPort}`}>${to}`)
    .toSorted();
/** The flow after an operation, having made sure that it can be taken back. */
function after(flow: Flow, operation: Operation | undefined): Flow {
  if (operation === undefined) throw new Error('nothing to do');
  const applied = applyOperation(flow, operation);
  if (!applied.ok) throw new Error(applied.reason.code);
  const back = applyOperation(applied.value.flow, applied.value.inverse);
  expect(back.ok && back.value.flow).toEqual(flow);
  return applied.value.flow;
}

test('a step changes places with the one before it, on the way and on the canvas', () => {
  const flow = of('abcd');
  const next = after(flow, moveStepUp(flow, 'c', ids(), 'out'));
  expect(ways(next)).toEqual(['a>c', 'b>d', 'c>b']);
  expect([next.layout.positions['b'], next.layout.positions['c']]).toEqual([
    { x: 640, y: 0 },
    { x: 320, y: 0 },
  ]);
});

test('the first step of a branch moves out of it, before what branches', () => {
  const flow = of('aRbc', [
    anEdge('a', 'R'),
    anEdge('R', 'b', { fromPort: 'paid' }),
    anEdge('b', 'c'),
  ]);
  expect(ways(after(flow, moveStepUp(flow, 'b', ids(), 'out')))).toEqual([
    'R.paid>c',
    'a>b',
    'b>R',
  ]);
});

test('nothing moves above a beginning, or where several ways meet', () => {
  expect(moveStepUp(of('ab'), 'b', ids(), 'out')).toBeUndefined();
  const join = of('abJ', [anEdge('a', 'J'), anEdge('b', 'J')]);
  expect(moveStepUp(join, 'J', ids(), 'out')).toBeUndefined();
  expect([stepBelow(of('abc'), 'b'), stepBelow(of('abc'), 'c'), stepBelow(join, 'a')]).toEqual([
    'c',
    undefined,
    undefined,
  ]);
});

test('a step moves into a branch: its gap is closed, and it comes before what was there', () => {
  const flow = of('abRc', [
    anEdge('a', 'b'),
    anEdge('b', 'R'),
    anEdge('R', 'c', { fromPort: 'paid' }),
  ]);
  const place = { after: 'R', port: 'paid', title: 'Paid' };
  const next = after(flow, moveStepInto(flow, 'b', place, ids(), 'out'));
  expect(ways(next)).toEqual(['R.paid>b', 'a>R', 'b>c']);
});

test('a way of failures stays with its step, and a circle that would come of it is refused', () => {
  const flow = of('abR', [anEdge('a', 'b'), anEdge('b', 'R', { fromPort: 'error' })]);
  const place = { after: 'R', port: 'else', title: 'Otherwise' };
  const applied = applyOperation(flow, moveStepInto(flow, 'b', place, ids(), 'out'));
  expect(applied.ok).toBe(false);
});
