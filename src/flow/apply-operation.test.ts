import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyOperation } from './apply-operation.ts';
import type { JsonPath } from '../shared/index.ts';
import type { Binding } from '../mapping/index.ts';
import type { Flow } from './flow-document.ts';
import type { StepGroup } from './layout.ts';
import type { Operation } from './operation.ts';
import { aFlow, addSubscriber, anEdge, findCustomers, referenceFlow } from './testing/a-flow.ts';
import { aGroup, aNote, drawn, drawnKinds } from './testing/drawn-operations.ts';

function apply(flow: Flow, operation: Operation): { flow: Flow; inverse: Operation } {
  const applied = applyOperation(flow, operation);
  if (!applied.ok) throw new Error(applied.reason.code);
  return applied.value;
}
const codeOf = (flow: Flow, operation: Operation): string => {
  const applied = applyOperation(flow, operation);
  return applied.ok ? 'done' : applied.reason.code;
};

describe('applyOperation', () => {
  it('never touches the flow it is given, and shares what did not change', () => {
    const flow = referenceFlow();
    const copy = structuredClone(flow);
    const { flow: next } = apply(flow, {
      type: 'step.rename',
      step: 'add',
      name: 'Tell the newsletter',
    });
    expect(flow).toEqual(copy);
    expect(next.steps[1]?.name).toBe('Tell the newsletter');
    expect(next.steps[0]).toBe(flow.steps[0]);
    expect(next.edges).toBe(flow.edges);
  });

  it('comes by a batch to what its operations come to one by one, and touches nothing before it', () => {
    const numbers = fc.tuple(fc.nat(drawnKinds), fc.nat(1_000), fc.nat(1_000));
    fc.assert(
      fc.property(fc.array(numbers, { maxLength: 30 }), (draws) => {
        const before = referenceFlow();
        const copy = structuredClone(before);
        let made = 0;
        let here = before;
        const operations: Operation[] = [];
        for (const [kind, one, other] of draws) {
          const operation = drawn(here, kind, one, other, () => `new-${String(made++)}`);
          const applied = applyOperation(here, operation);
          if (!applied.ok) continue;
          here = applied.value.flow;
          operations.push(operation);
        }
        const all = apply(before, { type: 'batch', label: 'paste-steps', operations });
        expect(all.flow).toEqual(here);
        const kept = structuredClone(all.flow);
        expect(apply(all.flow, all.inverse).flow).toEqual(copy);
        expect([before, all.flow]).toEqual([copy, kept]);
      }),
    );
  });

  it('takes edges, place and samples with a removed step, and gives them back in their order', () => {
    const sample = { step: 'mid', name: 'now', hash: 'h', size: 1 };
    const flow: Flow = {
      ...aFlow({
        steps: [findCustomers('a'), findCustomers('mid'), findCustomers('c')],
        edges: [anEdge('a', 'mid'), anEdge('a', 'c'), anEdge('mid', 'c')],
      }),
      samples: [{ ...sample, step: 'a' }, sample, { ...sample, step: 'c' }],
    };
    const removed = apply(flow, { type: 'step.remove', step: 'mid' });
    expect(removed.flow.edges.map(({ id }) => id)).toEqual(['a>c']);
    expect(removed.flow.samples.map(({ step }) => step)).toEqual(['a', 'c']);
    expect(Object.keys(removed.flow.layout.positions)).toEqual(['a', 'c']);
    expect(apply(removed.flow, removed.inverse).flow).toEqual(flow);
  });

  it('keeps mappings that read a removed step', () => {
    const { flow } = apply(referenceFlow(), { type: 'step.remove', step: 'find' });
    expect(flow.steps[0]?.slots).toEqual(referenceFlow().steps[1]?.slots);
  });

  it('refuses a circle, a connection to itself and the same connection twice', () => {
    const flow = aFlow({ steps: [findCustomers('a'), findCustomers('b'), findCustomers('c')] });
    const connect = (from: string, to: string): string =>
      codeOf(flow, { type: 'edge.connect', edge: anEdge(from, to, { id: 'new' }) });
    expect(connect('c', 'a')).toBe('flow.edge-circle');
    expect(connect('b', 'b')).toBe('flow.edge-to-itself');
    expect(connect('a', 'b')).toBe('flow.edge-twice');
    expect(connect('a', 'nowhere')).toBe('flow.unknown-step');
    expect(connect('a', 'c')).toBe('done');
  });

  it('refuses what it does not know, each in its words', () => {
    const flow = referenceFlow();
    expect(codeOf(flow, { type: 'step.remove', step: 'x' })).toBe('flow.unknown-step');
    expect(codeOf(flow, { type: 'edge.disconnect', edge: 'x' })).toBe('flow.unknown-edge');
    expect(codeOf(flow, { type: 'credential.rename', credential: 'x', name: 'y' })).toBe(
      'flow.unknown-credential',
    );
    expect(codeOf(flow, { type: 'step.set-credential', step: 'add', credential: 'crm-key' })).toBe(
      'flow.credential-of-other-component',
    );
    expect(codeOf(flow, { type: 'step.add', step: addSubscriber(undefined) })).toBe(
      'flow.id-taken',
    );
    expect(codeOf(flow, { type: 'flow.rename', name: '  ' })).toBe('flow.name-empty');
    for (const tries of [0, 11, 1.5])
      expect(codeOf(flow, { type: 'step.set-tries', step: 'add', tries })).toBe(
        'flow.tries-not-possible',
      );
    for (const parallel of [0, 17, Number.NaN])
      expect(codeOf(flow, { type: 'step.set-parallel', step: 'add', parallel })).toBe(
        'flow.parallel-not-possible',
      );
    for (const limits of [{ messages: 0 }, { callsAtOnce: 65 }, { waitSeconds: 1.5 }])
      expect(codeOf(flow, { type: 'flow.set-limits', limits })).toBe('flow.limit-not-possible');
    expect(codeOf(flow, { type: 'step.fly' } as never)).toBe('flow.unknown-change');
  });

  it('puts back more tries than can be chosen, where a file said so', () => {
    const flow = aFlow({ steps: [findCustomers('find', { retry: { attempts: 40 } })] });
    const { flow: next, inverse } = apply(flow, {
      type: 'step.set-tries',
      step: 'find',
      tries: undefined,
    });
    expect(next.steps[0]).not.toHaveProperty('retry');
    expect(apply(next, inverse).flow).toEqual(flow);
  });

  it('keeps what else a file says of tries, when they are changed and when that is taken back', () => {
    const retry = { attempts: 3, waitSeconds: 30 };
    const flow = aFlow({ steps: [findCustomers('find', { retry })] });
    const { flow: next, inverse } = apply(flow, { type: 'step.set-tries', step: 'find', tries: 5 });
    expect(next.steps[0]?.retry).toEqual({ attempts: 5, waitSeconds: 30 });
    expect(apply(next, inverse).flow).toEqual(flow);
  });

  it('takes a first name back from what a file left without one', () => {
    const base = { ...aFlow({ steps: [findCustomers('find', { name: '' })] }), name: '' };
    const flow = { ...base, credentials: base.credentials.map((slot) => ({ ...slot, name: '' })) };
    const [slot] = flow.credentials;
    for (const operation of [
      { type: 'flow.rename', name: 'Mine' },
      { type: 'step.rename', step: 'find', name: 'Find' },
      { type: 'credential.rename', credential: slot?.id ?? '', name: 'Key' },
    ] as const) {
      const { flow: next, inverse } = apply(flow, operation);
      expect(apply(next, inverse).flow).toEqual(flow);
      expect(codeOf(flow, { ...operation, name: ' ' })).toBe('flow.name-empty');
    }
  });

  it('does a batch as a whole or not at all', () => {
    const flow = referenceFlow();
    const batch = (second: Operation): Operation => ({
      type: 'batch',
      label: 'x',
      operations: [{ type: 'flow.rename', name: 'New' }, second],
    });
    expect(codeOf(flow, batch({ type: 'step.remove', step: 'gone' }))).toBe('flow.unknown-step');
    const { flow: next, inverse } = apply(flow, batch({ type: 'step.remove', step: 'add' }));
    expect([next.name, next.steps.length]).toEqual(['New', 1]);
    expect(apply(next, inverse).flow).toEqual(flow);
  });

  it('leaves steps without a credential when its slot goes, and gives it back to them', () => {
    const flow = referenceFlow();
    const { flow: next, inverse } = apply(flow, {
      type: 'credential.remove',
      credential: 'crm-key',
    });
    expect(next.steps[0]).not.toHaveProperty('credential');
    expect(apply(next, inverse).flow).toEqual(flow);
  });

  it('gives a step back the credential that belongs to another component', () => {
    const [find, add] = referenceFlow().steps;
    if (find === undefined || add === undefined) throw new Error('two steps');
    // As a file may hold it: two components with credentials of the same type.
    const flow: Flow = { ...referenceFlow(), steps: [find, { ...add, credential: 'crm-key' }] };
    for (const operation of [
      { type: 'credential.remove', credential: 'crm-key' },
      { type: 'step.set-credential', step: add.id, credential: undefined },
    ] as const) {
      const changed = apply(flow, operation);
      expect(apply(changed.flow, changed.inverse).flow).toEqual(flow);
    }
    expect(codeOf(flow, { type: 'step.set-credential', step: add.id, credential: 'crm-key' })).toBe(
      'flow.credential-of-other-component',
    );
  });

  it('puts a removed slot back at its place', () => {
    const literal = { kind: 'literal', value: 1 } as const;
    const [find, add] = referenceFlow().steps;
    if (find === undefined || add === undefined) throw new Error('two steps');
    const slots = { first: literal, input: literal, last: literal };
    const flow: Flow = { ...referenceFlow(), steps: [find, { ...add, slots }] };
    const target = { step: add.id, slot: 'input' };
    for (const operation of [
      { ...target, type: 'step.set-slot', content: undefined },
      { ...target, type: 'step.set-field', path: [], binding: undefined },
    ] as const) {
      const changed = apply(flow, operation);
      const back = apply(changed.flow, changed.inverse);
      expect(Object.keys(back.flow.steps[1]?.slots ?? {})).toEqual(['first', 'input', 'last']);
      expect(apply(back.flow, back.inverse).flow).toEqual(changed.flow);
    }
  });

  it('takes a field of a mapping back to the letter, without keeping the rest of the form', () => {
    const literal = (value: number) => ({ kind: 'literal', value }) as const;
    const props = { a: literal(1), b: literal(2), c: { kind: 'object', props: {} } } as const;
    const flow = apply(referenceFlow(), {
      type: 'step.set-slot',
      step: 'add',
      slot: 'input',
      content: { kind: 'object', props },
    }).flow;
    const set = (path: JsonPath, binding: Binding | undefined) =>
      apply(flow, { type: 'step.set-field', step: 'add', slot: 'input', path, binding });
    for (const [path, binding] of [
      [['a'], literal(9)],
      [['a'], undefined],
      [['c', 'x', 'y'], literal(9)],
      [['a', 'x'], literal(9)],
      [['list', 0, 'x'], literal(9)],
      [[], literal(9)],
    ] as const) {
      const changed = set(path, binding);
      expect(changed.flow).not.toEqual(flow);
      expect(JSON.stringify(apply(changed.flow, changed.inverse).flow)).toBe(JSON.stringify(flow));
    }
    expect(set(['c', 'x', 'y'], literal(9)).inverse).toEqual({
      type: 'step.set-field',
      step: 'add',
      slot: 'input',
      path: ['c', 'x'],
      binding: undefined,
    });
  });

  it('adds a note, changes it, and puts a removed one back at its place', () => {
    const flow: Flow = {
      ...referenceFlow(),
      layout: { ...referenceFlow().layout, notes: [aNote('a'), aNote('b'), aNote('c')] },
    };
    const changed = apply(flow, { type: 'note.set', note: aNote('b', 'Ask Ada') });
    expect(changed.flow.layout.notes.map(({ text }) => text)).toEqual(['', 'Ask Ada', '']);
    expect(apply(changed.flow, changed.inverse).flow).toEqual(flow);
    const removed = apply(flow, { type: 'note.remove', note: 'b' });
    expect(removed.flow.layout.notes.map(({ id }) => id)).toEqual(['a', 'c']);
    expect(apply(removed.flow, removed.inverse).flow).toEqual(flow);
    expect(codeOf(flow, { type: 'note.remove', note: 'x' })).toBe('flow.unknown-note');
  });

  it('takes a removed step out of its group and puts it back', () => {
    const grouped = apply(referenceFlow(), {
      type: 'group.set',
      group: aGroup('g', ['find', 'add']),
    }).flow;
    const removed = apply(grouped, { type: 'step.remove', step: 'find' });
    expect(removed.flow.layout.groups).toEqual([aGroup('g', ['add'])]);
    expect(apply(removed.flow, removed.inverse).flow).toEqual(grouped);
  });

  it('keeps a step in one group at most', () => {
    const flow = apply(referenceFlow(), {
      type: 'group.set',
      group: aGroup('g', ['find']),
    }).flow;
    const set = (group: StepGroup): string => codeOf(flow, { type: 'group.set', group });
    expect(set(aGroup('other', ['find']))).toBe('flow.step-in-group');
    expect(set(aGroup('other', ['add', 'add']))).toBe('flow.step-twice');
    expect(set(aGroup('other', ['nowhere']))).toBe('flow.unknown-step');
    expect(set(aGroup('g', ['add', 'find']))).toBe('done');
    expect(codeOf(flow, { type: 'group.remove', group: 'x' })).toBe('flow.unknown-group');
  });

  it('is taken back by its inverses, whatever was done', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(drawnKinds), fc.nat(9), fc.nat(9)), { maxLength: 60 }),
        (draws) => {
          const before = referenceFlow();
          let flow: Flow = before;
          const inverses: Operation[] = [];
          let made = 0;
          for (const [kind, one, other] of draws) {
            const applied = applyOperation(
              flow,
              drawn(flow, kind, one, other, () => `n${String(made++)}`),
            );
            if (!applied.ok) continue;
            flow = applied.value.flow;
            inverses.unshift(applied.value.inverse);
          }
          for (const inverse of inverses) flow = apply(flow, inverse).flow;
          expect(flow).toEqual(before);
        },
      ),
      { numRuns: 300 },
    );
  });
});
