import { describe, expect, it } from 'vitest';
import { writeJson } from '../../shared/index.ts';
import { applyOperation } from '../apply-operation.ts';
import type { Flow, Step } from '../flow-document.ts';
import { copiedStepsDocument, parseCopiedSteps } from '../formats/copied-steps.ts';
import type { Operation } from '../operation.ts';
import { aFlow, anEdge, aStep, catalog, findCustomers, ref } from '../testing/a-flow.ts';
import { aGroup, aNote } from '../testing/drawn-operations.ts';
import { copySteps, duplicateSteps, pasteSteps, type CopiedSteps } from './copy-steps.ts';

const ids = (): (() => string) => {
  let made = 0;
  return () => `n${String(made++)}`;
};
const ways = (flow: Flow): string[] => flow.edges.map(({ from, to }) => `${from}>${to}`);
/** The flow after an operation, having made sure that it can be taken back. */
const after = (flow: Flow, operation: Operation): Flow => {
  const applied = applyOperation(flow, operation);
  if (!applied.ok) throw new Error(applied.reason.code);
  const back = applyOperation(applied.value.flow, applied.value.inverse);
  expect(back.ok && back.value.flow).toEqual(flow);
  return applied.value.flow;
};
const three = aFlow({
  steps: [
    findCustomers('a'),
    findCustomers('b', { slots: { input: ref('a', 'id') } }),
    findCustomers('c', {
      slots: { input: { kind: 'text', parts: [ref('a', 'id'), ref('b', 'id')] } },
    }),
  ],
});
/** As another window gets them. */
const carried = (copied: CopiedSteps): CopiedSteps => {
  const read = parseCopiedSteps(writeJson(copiedStepsDocument(copied)));
  if (read?.ok !== true) throw new Error('not read');
  return read.value;
};

describe('duplicating steps', () => {
  it('copies the ways and refs among them, and leaves refs to others alone', () => {
    const next = after(three, duplicateSteps(three, ['b', 'c'], ids()).operation);
    expect(next.steps.slice(3)).toMatchObject([
      { id: 'n0', name: 'b 2', credential: 'crm-key', slots: { input: { from: 'a' } } },
      { id: 'n1', name: 'c 2', slots: { input: { parts: [{ from: 'a' }, { from: 'n0' }] } } },
    ]);
    expect(ways(next)).toEqual(['a>b', 'b>c', 'n0>n1']);
    expect(next.layout.positions['n0']).toEqual({ x: 320, y: 120 });
  });

  it('puts a second copy below the first, and counts its name on', () => {
    const once = after(three, duplicateSteps(three, ['b'], () => 'x').operation);
    const twice = after(once, duplicateSteps(once, ['x'], () => 'y').operation);
    expect(twice.steps.map(({ name }) => name)).toEqual(['a', 'b', 'c', 'b 2', 'b 3']);
    expect(twice.layout.positions['y']).toEqual({ x: 320, y: 240 });
  });
});

describe('notes and groups', () => {
  const laidOut: Flow = {
    ...three,
    layout: {
      ...three.layout,
      notes: [aNote('note', 'Ask Ada')],
      groups: [aGroup('g', ['b', 'c'])],
    },
  };

  it('go with the steps: a group only when all of it is copied', () => {
    const whole = duplicateSteps(laidOut, ['b', 'c'], ids(), ['note']);
    const { layout } = after(laidOut, whole.operation);
    expect(layout.groups.map(({ steps }) => steps)).toEqual([
      ['b', 'c'],
      ['n0', 'n1'],
    ]);
    const [before, copy] = layout.notes;
    expect(copy).toEqual({
      ...before,
      id: whole.notes[0],
      position: { x: before?.position.x, y: (before?.position.y ?? 0) + 120 },
    });
    expect(after(laidOut, duplicateSteps(laidOut, ['b'], ids()).operation).layout.groups).toEqual(
      laidOut.layout.groups,
    );
  });

  it('are pasted around the place, also a note alone', () => {
    const note = carried(copySteps(laidOut, catalog, [], ['note']));
    const { operation, notes, steps } = pasteSteps(laidOut, note, ids(), { x: 1_000, y: 1_000 });
    expect([steps, notes]).toEqual([[], ['n0']]);
    const pasted = after(laidOut, operation).layout.notes[1];
    const { width = 0, height = 0 } = pasted?.size ?? {};
    expect(pasted?.position).toEqual({ x: 1_000 - width / 2, y: 1_000 - height / 2 });
    const group = carried(copySteps(laidOut, catalog, ['b', 'c']));
    expect(after(laidOut, pasteSteps(laidOut, group, ids()).operation).layout.groups).toHaveLength(
      2,
    );
  });
});

describe('copied steps', () => {
  it('come back from a text as they were', () => {
    const copied = copySteps(three, catalog, ['b', 'c']);
    expect(carried(copied)).toEqual(copied);
    expect(copied.edges.map(({ id }) => id)).toEqual(['b>c']);
  });

  it('keep their account and their refs in the flow that they are from', () => {
    const pasted = pasteSteps(three, carried(copySteps(three, catalog, ['b'])), ids());
    expect(pasted).toMatchObject({ steps: ['n0'], lostRefs: 0, lostAccounts: 0 });
    expect(after(three, pasted.operation).steps.at(-1)).toMatchObject({
      name: 'b 2',
      credential: 'crm-key',
      slots: { input: { from: 'a' } },
    });
  });

  it('lose both in another flow, which is told', () => {
    const other: Flow = { ...aFlow({ steps: [findCustomers('z')] }), id: 'flow-2' };
    const pasted = pasteSteps(other, carried(copySteps(three, catalog, ['b', 'c'])), ids());
    expect(pasted).toMatchObject({ lostRefs: 2, lostAccounts: 2 });
    const next = after(other, pasted.operation);
    expect(next.steps.map(({ credential }) => credential)).toEqual([
      'crm-key',
      undefined,
      undefined,
    ]);
    expect(next.steps[2]?.slots).toMatchObject({
      input: { parts: [{ from: 'a' }, { from: 'n0' }] },
    });
    expect(ways(next)).toEqual(['n0>n1']);
  });

  it('stand around the middle that is given, below what stands there', () => {
    const copied = copySteps(three, catalog, ['a', 'b']);
    const free = pasteSteps(three, copied, ids(), { x: 270, y: 1036 });
    const places = Object.values(after(three, free.operation).layout.positions).slice(3);
    expect(places).toEqual([
      { x: 0, y: 1000 },
      { x: 320, y: 1000 },
    ]);
    const taken = pasteSteps(three, copied, ids(), { x: 270, y: 36 });
    expect(after(three, taken.operation).layout.positions['n0']).toEqual({ x: 0, y: 120 });
  });

  it('carry no secret and not the account that a service was asked with', () => {
    const step: Step = aStep('s', 'hash/hmac', {
      settings: { key: 'TOP-SECRET', algorithm: 'SHA-256' },
      shapes: {
        output: { schema: {}, origin: 'service', basis: { asked: 'q', by: 'WHO' } },
      },
    });
    const text = writeJson(
      copiedStepsDocument(copySteps(aFlow({ steps: [step] }), catalog, ['s'])),
    );
    expect(text).not.toMatch(/TOP-SECRET|WHO/);
    expect(text).toContain('SHA-256');
  });

  it('are checked by the schema of the flow, whoever wrote them', () => {
    const text = (change: object) =>
      JSON.stringify({
        ...(copiedStepsDocument(copySteps(three, catalog, ['b'])) as object),
        ...change,
      });
    const codeOf = (given: string) => {
      const read = parseCopiedSteps(given);
      return read === undefined || read.ok ? read?.ok : read.reason.code;
    };
    expect(codeOf('hello')).toBeUndefined();
    expect(codeOf('{"format":"footbridge.flow"}')).toBeUndefined();
    expect(codeOf(`${'['.repeat(100_000)}`)).toBeUndefined();
    expect(codeOf(text({ steps: [{ id: 'x' }] }))).toBe('flow.file-broken');
    expect(codeOf(text({ edges: [anEdge('b', 'gone')] }))).toBe('flow.file-edge-loose');
    expect(codeOf(text({ formatVersion: 99 }))).toBe('flow.file-newer');
    expect(codeOf(text({ steps: [{ ...three.steps[1], id: '__proto__' }] }))).toBe(
      'flow.file-broken',
    );
  });
});
