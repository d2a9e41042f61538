import { describe, expect, it } from 'vitest';
import type { Json } from '../shared/index.ts';
import { flowsCalledBy, flowsWithin, isCallable, shapesWhenCalled } from './called-flows.ts';
import type { Step } from './flow-document.ts';
import { aCalledFlow, aStep, catalog } from './testing/a-flow.ts';

const received = aStep('in', 'webhook/receive', {
  shapes: {
    output: {
      origin: 'by-hand',
      schema: { type: 'object', properties: { number: { type: 'string', title: 'Number' } } },
    },
  },
});
const calls = (id: string, flow: Json): Step => aStep(id, 'call-flow/call', { settings: { flow } });

describe('a called flow', () => {
  it('needs what its Webhook gets and gives what its Reply answers', () => {
    const reply = aStep('answer', 'reply/answer', {
      slots: {
        input: {
          kind: 'object',
          props: { order: { kind: 'ref', from: 'in', path: ['number'] } },
        },
      },
    });
    const shapes = shapesWhenCalled(aCalledFlow('a', [received, reply]), catalog);
    expect(shapes.input).toMatchObject({ properties: { number: { type: 'string' } } });
    expect(shapes.output).toMatchObject({ properties: { order: { type: 'string' } } });
  });

  it('answers with the message as it came where its Reply fills nothing, and with "done" without one', () => {
    const { output } = shapesWhenCalled(
      aCalledFlow('a', [received, aStep('answer', 'reply/answer')]),
      catalog,
    );
    expect(output).toMatchObject({ properties: { number: { type: 'string' } } });
    expect(
      shapesWhenCalled(aCalledFlow('a', [received]), catalog).output.properties,
    ).toHaveProperty('done');
  });

  it('begins with a call', () => {
    expect(isCallable(aCalledFlow('a', [received]))).toBe(true);
    expect(isCallable({ ...aCalledFlow('a', [received]), start: { kind: 'manual' } })).toBe(false);
    expect(isCallable(aCalledFlow('a', []))).toBe(false);
  });

  it('is found with those that it calls, each once, in a circle too; what is not there is left out', async () => {
    const flows = new Map(
      [
        aCalledFlow('b', [received, calls('c', 'c'), calls('gone', 'gone')]),
        aCalledFlow('c', [received, calls('b', 'b')]),
      ].map((flow) => [flow.id, { flow }]),
    );
    const start = aCalledFlow('a', [
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

  it('comes back to the flow that began where it calls that one: a run does the same', async () => {
    const begins = aCalledFlow('a', [received, calls('b', 'b')]);
    const flows = new Map(
      [begins, aCalledFlow('b', [received, calls('a', 'a')])].map((flow) => [flow.id, { flow }]),
    );
    const found = await flowsWithin(
      begins,
      () => catalog,
      (id) => Promise.resolve(flows.get(id)),
    );
    expect(found.map(({ flow }) => flow.id)).toEqual(['b', 'a']);
  });
});
