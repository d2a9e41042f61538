import { expect, test } from 'vitest';
import { applyOperation, newFlow, type Flow, type Operation, type Step } from '../../flow/index.ts';
import { handleTop } from '../state/step-box.ts';
import { createToCanvas } from './to-canvas.ts';

const ports = { in: true, out: [{ id: 'out', title: '' }] };

function aStep(id: string): Step {
  return {
    id,
    name: id,
    component: 'catalog:crm',
    componentVersion: '1.0.0',
    operation: 'x',
    settings: {},
    slots: {},
  };
}

function after(flow: Flow, operation: Operation): Flow {
  const applied = applyOperation(flow, operation);
  if (!applied.ok) throw new Error(applied.reason.code);
  return applied.value.flow;
}

function twoSteps(): Flow {
  let flow = newFlow('f', () => 'f');
  flow = after(flow, { type: 'step.add', step: aStep('a'), position: { x: 0, y: 0 } });
  flow = after(flow, { type: 'step.add', step: aStep('b'), position: { x: 320, y: 0 } });
  return after(flow, {
    type: 'edge.connect',
    edge: { id: 'e', from: 'a', fromPort: 'out', to: 'b', toPort: 'in' },
  });
}

test('gives each step its place, its size and its handles', () => {
  const { nodes, edges } = createToCanvas(() => ports)(twoSteps());
  expect(nodes[1]).toEqual({
    id: 'b',
    type: 'step',
    position: { x: 320, y: 0 },
    data: {},
    width: 220,
    height: 72,
    measured: { width: 220, height: 72 },
    handles: [
      { id: 'in', type: 'target', position: 'left', x: -5, y: 31, width: 10, height: 10 },
      { id: 'out', type: 'source', position: 'right', x: 215, y: 31, width: 10, height: 10 },
    ],
  });
  expect(edges).toEqual([
    {
      id: 'e',
      type: 'flow',
      source: 'a',
      sourceHandle: 'out',
      target: 'b',
      targetHandle: 'in',
      data: {},
      ariaLabel: 'Connection',
      domAttributes: {},
    },
  ]);
});

test('keeps the objects of all steps but the moved one', () => {
  const toCanvas = createToCanvas(() => ports);
  const flow = twoSteps();
  const before = toCanvas(flow);
  const now = toCanvas(after(flow, { type: 'step.move', positions: { b: { x: 400, y: 10 } } }));
  expect(now.nodes[0]).toBe(before.nodes[0]);
  expect(now.nodes[1]?.position).toEqual({ x: 400, y: 10 });
  expect(now.edges).toBe(before.edges);
});

test('gives a step without a position a place in a row', () => {
  const flow = after(
    newFlow('f', () => 'f'),
    { type: 'step.add', step: aStep('a') },
  );
  const placeless = { ...flow, layout: { ...flow.layout, positions: {} } };
  expect(createToCanvas(() => ports)(placeless).nodes[0]?.position).toEqual({ x: 0, y: 0 });
});

test('spreads three handles over the height', () => {
  expect([0, 1, 2].map((at) => handleTop(at, 3))).toEqual([18, 36, 54]);
  expect([0, 5].map((at) => handleTop(at, 6))).toEqual([18, 108]);
});
