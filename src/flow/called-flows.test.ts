import { describe, expect, it } from 'vitest';
import { shippedCatalog } from '../catalog/testing/shipped.ts';
import type { Json } from '../shared/index.ts';
import { flowsCalledBy, flowsWithin, isCallable, shapesWhenCalled } from './called-flows.ts';
import { newFlow } from './build/new-flow.ts';
import type { Flow, Step } from './flow-document.ts';

const catalog = shippedCatalog();

function step(id: string, component: string, operation: string, rest: Partial<Step> = {}): Step {
  return {
    id,
    name: id,
    component: `catalog:${component}`,
    componentVersion: '1.0.0',
    operation,
    settings: {},
    slots: {},
    ...rest,
  };
}

function flowOf(id: string, steps: readonly Step[]): Flow {
  return {
    ...newFlow(id, () => id),
    start: { kind: 'webhook' },
    steps: [...steps],
    edges: steps.slice(1).map((to, at) => ({
      id: `e${String(at)}`,
      from: steps[at]?.id ?? '',
      fromPort: 'out',
      to: to.id,
      toPort: 'in',
    })),
  };
}

const received = step('in', 'webhook', 'receive', {
  shapes: {
    output: {
      origin: 'by-hand',
      schema: { type: 'object', properties: { number: { type: 'string', title: 'Number' } } },
    },
  },
});
const calls = (id: string, flow: Json): Step =>
  step(id, 'call-flow', 'call', { settings: { flow } });

describe('a called flow', () => {
  it('needs what its Webhook gets and gives what its Reply answers', () => {
    const reply = step('answer', 'reply', 'answer', {
      slots: {
        input: {
          kind: 'object',
          props: { order: { kind: 'ref', from: 'in', path: ['number'] } },
        },
      },
    });
    const shapes = shapesWhenCalled(flowOf('a', [received, reply]), catalog);
    expect(shapes.input).toMatchObject({ properties: { number: { type: 'string' } } });
    expect(shapes.output).toMatchObject({ properties: { order: { type: 'string' } } });
  });

  it('answers with the message as it came where its Reply fills nothing, and with "done" without one', () => {
    const { output } = shapesWhenCalled(
      flowOf('a', [received, step('answer', 'reply', 'answer')]),
      catalog,
    );
    expect(output).toMatchObject({ properties: { number: { type: 'string' } } });
    expect(shapesWhenCalled(flowOf('a', [received]), catalog).output.properties).toHaveProperty(
      'done',
    );
  });

  it('begins with a call', () => {
    expect(isCallable(flowOf('a', [received]))).toBe(true);
    expect(isCallable({ ...flowOf('a', [received]), start: { kind: 'manual' } })).toBe(false);
    expect(isCallable(flowOf('a', []))).toBe(false);
  });

  it('is found with those that it calls, each once, in a circle too; what is not there is left out', async () => {
    const flows = new Map(
      [
        flowOf('b', [received, calls('c', 'c'), calls('gone', 'gone')]),
        flowOf('c', [received, calls('b', 'b')]),
      ].map((flow) => [flow.id, { flow }]),
    );
    const start = flowOf('a', [
      received,
      calls('b', 'b'),
      calls('twice', 'b'),
      { ...calls('off', 'c'), disabled: true },
      calls('none', ''),
    ]);
    expect(flowsCalledBy(start, catalog)).toEqual(['b']);
    const found = await flowsWithin(
      start,
      () => catalog,
      (id) => Promise.resolve(flows.get(id)),
    );
    expect(found.map(({ flow }) => flow.id)).toEqual(['b', 'c']);
  });
});
