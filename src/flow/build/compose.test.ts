import { describe, expect, it } from 'vitest';
import { applyOperation } from '../apply-operation.ts';
import type { Flow } from '../flow-document.ts';
import type { Operation } from '../operation.ts';
import { aFlow, anEdge, findCustomers, referenceFlow } from '../testing/a-flow.ts';
import {
  addStepAfter,
  bindNewCredential,
  insertStepOnEdge,
  removeStepAndBridge,
  removeSteps,
  switchSteps,
} from './compose.ts';
import { freeStepName } from './new-step.ts';
import { autoPosition } from './positions.ts';
import { catalog } from '../testing/a-flow.ts';

const ids = (): (() => string) => {
  let made = 0;
  return () => `n${String(made++)}`;
};
const ways = (flow: Flow): string[] => flow.edges.map(({ from, to }) => `${from}>${to}`);
/** The flow after an operation, having made sure that it can be taken back. */
const after = (flow: Flow, operation: Operation | undefined): Flow => {
  if (operation === undefined) throw new Error('nothing to do');
  const applied = applyOperation(flow, operation);
  if (!applied.ok) throw new Error(applied.reason.code);
  const back = applyOperation(applied.value.flow, applied.value.inverse);
  expect(back.ok && back.value.flow).toEqual(flow);
  return applied.value.flow;
};
const row = (...names: string[]): Flow =>
  aFlow({ steps: names.map((name) => findCustomers(name)) });

describe('adding a step', () => {
  it('after another connects it and puts it beside', () => {
    const flow = after(
      row('a', 'b'),
      addStepAfter(row('a', 'b'), 'a', findCustomers('new'), ids()),
    );
    expect(ways(flow)).toEqual(['a>b', 'a>new']);
    expect(flow.steps.map(({ id }) => id)).toEqual(['a', 'new', 'b']);
    expect(flow.layout.positions['new']).toEqual({ x: 320, y: 120 });
  });

  it('between two keeps the way whole, with the ports it had, and makes room', () => {
    const flow = aFlow({
      steps: [findCustomers('a'), findCustomers('b')],
      edges: [anEdge('a', 'b', { fromPort: 'paid' })],
    });
    const next = after(flow, insertStepOnEdge(flow, 'a>b', findCustomers('new'), ids()));
    expect(next.edges.map(({ from, fromPort, to }) => [from, fromPort, to])).toEqual([
      ['a', 'paid', 'new'],
      ['new', 'out', 'b'],
    ]);
    expect(next.layout.positions).toEqual({
      a: { x: 0, y: 0 },
      b: { x: 640, y: 0 },
      new: { x: 320, y: 0 },
    });
    expect(insertStepOnEdge(flow, 'gone', findCustomers('x'), ids())).toBeUndefined();
  });

  it('finds a place where nothing stands', () => {
    expect(autoPosition(row())).toEqual({ x: 0, y: 0 });
    expect(autoPosition(row('a', 'b'), 'a')).toEqual({ x: 320, y: 120 });
    expect(autoPosition(row('a'), 'a')).toEqual({ x: 320, y: 0 });
  });

  it('gives it a name that no other has', () => {
    const crm = catalog.component('catalog:crm');
    if (crm === undefined) throw new Error('no CRM');
    expect(freeStepName(row(), crm)).toBe('CRM');
    expect(freeStepName(aFlow({ steps: [findCustomers('a', { name: 'CRM' })] }), crm)).toBe(
      'CRM 2',
    );
  });
});

describe('removing a step', () => {
  it('bridges what came before with what came after, once', () => {
    const flow = aFlow({
      steps: ['a', 'b', 'c', 'd'].map((name) => findCustomers(name)),
      edges: [anEdge('a', 'b'), anEdge('b', 'c'), anEdge('b', 'd'), anEdge('a', 'd')],
    });
    expect(ways(after(flow, removeStepAndBridge(flow, 'b', ids())))).toEqual(['a>d', 'a>c']);
  });

  it('does not lead messages onto the way of failures', () => {
    const flow = aFlow({
      steps: ['a', 'b', 'c'].map((name) => findCustomers(name)),
      edges: [anEdge('a', 'b'), anEdge('b', 'c', { fromPort: 'error' })],
    });
    expect(ways(after(flow, removeStepAndBridge(flow, 'b', ids())))).toEqual([]);
  });

  it('may be several at once', () => {
    const flow = row('a', 'b', 'c');
    expect(after(flow, removeSteps(flow, ['a', 'c'])).steps.map(({ id }) => id)).toEqual(['b']);
  });
});

describe('a new credential', () => {
  it('is a slot of the flow that the step uses', () => {
    const flow = referenceFlow();
    const next = after(
      flow,
      bindNewCredential(flow, 'find', {
        id: 'k2',
        name: 'Other key',
        component: 'catalog:crm',
        type: 'api-key',
      }),
    );
    expect([next.credentials.at(-1)?.id, next.steps[0]?.credential]).toEqual(['k2', 'k2']);
  });
});

it('several steps are switched off as one change, one step as its own', () => {
  const three = row('a', 'b', 'c');
  const next = after(three, switchSteps(['a', 'c'], false));
  expect(next.steps.map(({ disabled }) => disabled)).toEqual([true, undefined, true]);
  expect(switchSteps(['a'], true)).toEqual({ type: 'step.set-enabled', step: 'a', enabled: true });
});
