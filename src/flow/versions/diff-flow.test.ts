import { expect, test } from 'vitest';
import { applyOperation } from '../apply-operation.ts';
import type { Flow } from '../flow-document.ts';
import type { Operation } from '../operation.ts';
import { addSubscriber, anEdge, findCustomers, ref, referenceFlow } from '../testing/a-flow.ts';
import { aGroup, aNote } from '../testing/drawn-operations.ts';
import { diffFlow } from './diff-flow.ts';
import { planBetween } from './plan-between.ts';

function after(flow: Flow, ...operations: Operation[]): Flow {
  return operations.reduce((now, operation) => {
    const applied = applyOperation(now, operation);
    if (!applied.ok) throw new Error(applied.reason.code);
    return applied.value.flow;
  }, flow);
}
const codes = (before: Flow, now: Flow) =>
  diffFlow(before, now).map(({ mark, code, step }) => [mark, code, step]);

test('says of steps what came, what went and what is different', () => {
  const before = referenceFlow();
  const now = after(
    before,
    { type: 'step.remove', step: 'find' },
    { type: 'step.add', step: findCustomers('other'), position: { x: 0, y: 0 } },
    { type: 'edge.connect', edge: anEdge('other', 'add') },
    { type: 'step.rename', step: 'add', name: 'Tell them' },
    { type: 'step.set-tries', step: 'add', tries: 5 },
    { type: 'step.set-parallel', step: 'add', parallel: 4 },
    { type: 'step.set-enabled', step: 'add', enabled: false },
  );
  expect(codes(before, now)).toEqual([
    ['removed', 'versions.step-removed', 'find'],
    ['changed', 'versions.step-renamed', 'add'],
    ['changed', 'versions.step-tries', 'add'],
    ['changed', 'versions.step-parallel', 'add'],
    ['changed', 'versions.step-off', 'add'],
    ['added', 'versions.step-added', 'other'],
    ['added', 'versions.edge-added', undefined],
  ]);
});

test('says that a run has other limits, and plans the way back', () => {
  const before = referenceFlow();
  const now = after(before, { type: 'flow.set-limits', limits: { messages: 500 } });
  expect(codes(before, now)).toEqual([['changed', 'versions.limits-changed', undefined]]);
  expect(after(now, ...planBetween(now, before))).toEqual(before);
});

test('names the fields that are filled otherwise', () => {
  const before = referenceFlow();
  const set = (field: string, path: string): Operation => ({
    type: 'step.set-field',
    step: 'add',
    slot: 'input',
    path: [field],
    binding: ref('find', path),
  });
  const now = after(before, set('firstName', 'lastName'), set('town', 'city'));
  expect(diffFlow(before, now)).toEqual([
    {
      mark: 'changed',
      code: 'versions.step-fields',
      params: { step: 'add', fields: 'First name, Town', count: 2 },
      step: 'add',
    },
  ]);
  const [told] = diffFlow(before, now, (_step, side, name) => `${side} ${name}`);
  expect(told?.params['fields']).toBe('input firstName, input town');
});

test('counts steps that only stand elsewhere, and says nothing of a connection drawn again', () => {
  const before = referenceFlow();
  const [edge] = before.edges;
  if (edge === undefined) throw new Error('one connection');
  const now = after(
    before,
    { type: 'step.move', positions: { find: { x: 5, y: 5 }, add: { x: 9, y: 9 } } },
    { type: 'edge.disconnect', edge: edge.id },
    { type: 'edge.connect', edge: { ...edge, id: 'again' } },
  );
  expect(diffFlow(before, now)).toEqual([
    { mark: 'changed', code: 'versions.moved', params: { count: 2 } },
  ]);
});

test('says what is different about the flow, its accounts and its notes', () => {
  const before = after(referenceFlow(), { type: 'note.set', note: aNote('n', 'Ask Ada\nsoon') });
  const now = after(
    before,
    { type: 'flow.rename', name: 'Daily' },
    { type: 'flow.set-start', start: { kind: 'webhook' } },
    { type: 'credential.rename', credential: 'crm-key', name: 'Our CRM' },
    { type: 'note.remove', note: 'n' },
  );
  expect(diffFlow(before, now).map(({ code, params }) => [code, params])).toEqual([
    ['versions.flow-renamed', { before: 'A flow', after: 'Daily' }],
    ['versions.start-changed', {}],
    ['versions.credential-changed', { name: 'Our CRM' }],
    ['versions.note-removed', { name: 'Ask Ada' }],
  ]);
});

test('says what became of notes and groups: words, colours, steps, folds and places each by itself', () => {
  const note = aNote('n', '\nAsk Ada');
  const before = after(
    referenceFlow(),
    { type: 'note.set', note },
    { type: 'note.set', note: aNote('moved', 'Here') },
    { type: 'group.set', group: aGroup('g', ['find']) },
  );
  const now = after(
    before,
    { type: 'note.set', note: { ...note, text: 'Ask Bob', position: { x: 9, y: 9 } } },
    { type: 'note.set', note: { ...aNote('moved', 'Here'), position: { x: 9, y: 9 } } },
    { type: 'note.set', note: aNote('new', 'Later') },
    { type: 'note.set', note: aNote('empty') },
    {
      type: 'group.set',
      group: { ...aGroup('g', ['add'], true), title: 'Write', colour: 'violet' },
    },
  );
  expect(diffFlow(before, now).map(({ code, params }) => [code, params])).toEqual([
    ['versions.note-added', { name: 'Later' }],
    ['versions.note-added-empty', {}],
    ['versions.note-text', { name: 'Ask Bob' }],
    ['versions.notes-moved', { count: 1 }],
    ['versions.group-renamed', { name: 'Write', before: 'g' }],
    ['versions.group-came', { name: 'Write', count: 1 }],
    ['versions.group-went', { name: 'Write', count: 1 }],
    ['versions.group-coloured', { name: 'Write' }],
    ['versions.group-folded', { name: 'Write' }],
  ]);
});

test('a step that is the same object is not looked at', () => {
  const before = referenceFlow();
  const steps = [...before.steps, addSubscriber(undefined, 'more')];
  expect(codes(before, { ...before, steps })).toEqual([['added', 'versions.step-added', 'more']]);
});
