import { describe, expect, it } from 'vitest';
import { newFlow, type Flow, type Step } from './index.ts';
import { basisOf, whyStale } from './sample-basis.ts';

const step = (id: string): Step => ({
  id,
  name: id,
  component: 'catalog:crm',
  componentVersion: '1.0.0',
  operation: 'find',
  settings: { page: 1 },
  slots: {},
});

/** Three steps in a row, each with a sample that was made from the flow as it is. */
function tested(): Flow {
  const flow: Flow = {
    ...newFlow('f', () => 'f'),
    steps: ['a', 'b', 'c'].map(step),
    edges: [
      { id: '1', from: 'a', fromPort: 'out', to: 'b', toPort: 'in' },
      { id: '2', from: 'b', fromPort: 'out', to: 'c', toPort: 'in' },
    ],
    samples: ['a', 'b', 'c'].map((id) => ({ step: id, name: 'current', hash: `#${id}`, size: 1 })),
  };
  return {
    ...flow,
    samples: flow.samples.map((sample) => {
      const basis = basisOf(flow, sample.step);
      return basis === undefined ? sample : { ...sample, basis };
    }),
  };
}

function changed(flow: Flow, id: string, part: Partial<Step>): Flow {
  return {
    ...flow,
    steps: flow.steps.map((each) => (each.id === id ? { ...each, ...part } : each)),
  };
}

describe('a sample is out of date by content', () => {
  it('is fresh after its test, also when the step is renamed or moved', () => {
    const flow = tested();
    expect(whyStale(flow, 'b')).toBeUndefined();
    const moved = { ...flow, layout: { ...flow.layout, positions: { b: { x: 9, y: 9 } } } };
    expect(whyStale(changed(moved, 'b', { name: 'Other' }), 'b')).toBeUndefined();
  });

  it.each([
    ['operation', { operation: 'list' }],
    ['settings', { settings: { page: 2 } }],
    ['mapping', { slots: { input: { kind: 'literal', value: 1 } } }],
    ['credential', { credential: 'other' }],
  ] as const)('says that its %s changed', (what, part) => {
    expect(whyStale(changed(tested(), 'b', part), 'b')).toEqual({ what });
  });

  it('is fresh while its shape is only read off what came out, and not when somebody says another', () => {
    const shape = (origin: 'sample' | 'by-hand'): Partial<Step> => ({
      shapes: { output: { schema: { type: 'object' }, origin } },
    });
    expect(whyStale(changed(tested(), 'b', shape('sample')), 'b')).toBeUndefined();
    expect(whyStale(changed(tested(), 'b', shape('by-hand')), 'b')).toEqual({ what: 'settings' });
  });

  it('is fresh again when the change is taken back', () => {
    const other = changed(tested(), 'b', { settings: { page: 2 } });
    expect(whyStale(changed(other, 'b', { settings: { page: 1 } }), 'b')).toBeUndefined();
  });

  it('names the step before it whose data or whose doing changed, as far back as it is', () => {
    const flow = tested();
    const newData = {
      ...flow,
      samples: flow.samples.map((sample) =>
        sample.step === 'a' ? { ...sample, hash: '#new' } : sample,
      ),
    };
    expect(whyStale(newData, 'b')).toEqual({ what: 'before', step: 'a' });
    expect(whyStale(newData, 'c')).toEqual({ what: 'before', step: 'b' });
    expect(whyStale(newData, 'a')).toBeUndefined();
    const done = changed(flow, 'a', { operation: 'list' });
    expect(whyStale(done, 'c')).toEqual({ what: 'before', step: 'b' });
  });

  it('says nothing of samples whose making is not known, and comes to an end in a circle', () => {
    const flow = tested();
    const old = { ...flow, samples: flow.samples.map(({ basis: _basis, ...sample }) => sample) };
    expect(whyStale(changed(old, 'b', { operation: 'list' }), 'b')).toBeUndefined();
    const circle = {
      ...flow,
      edges: [...flow.edges, { id: '3', from: 'c', fromPort: 'out', to: 'a', toPort: 'in' }],
    };
    expect(whyStale(circle, 'b')).toEqual({ what: 'before', step: 'a' });
  });
});
