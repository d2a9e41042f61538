import { expect, test } from 'vitest';
import { createCatalog, type Component } from '../../catalog/index.ts';
import { newFlow, type Flow, type Step } from '../../flow/index.ts';
import { flowNext } from './flow-next.ts';

const component: Component = {
  id: 'catalog:crm',
  version: '1.0.0',
  kind: 'connector',
  title: 'CRM',
  description: '',
  hue: 1,
  categories: [],
  origins: [],
  credentials: [],
  operations: (['read', 'write'] as const).map((effect) => ({
    id: effect,
    title: effect,
    description: '',
    effect,
    emits: 'one',
    slots: {},
    sample: {},
    call: { via: 'http', method: 'GET', path: ['/'] },
  })),
};
const catalog = createCatalog([component]);
const aStep = (id: string, operation: string, change: Partial<Step> = {}): Step => ({
  id,
  name: id,
  component: component.id,
  componentVersion: '1.0.0',
  operation,
  settings: {},
  slots: {},
  ...change,
});
const aFlow = (...steps: Step[]): Flow => ({ ...newFlow('f', () => 'f'), steps });
const untested = { run: undefined, scope: undefined };

test('a flow that only reads wants a step that does something with the data', () => {
  expect(flowNext(aFlow(aStep('a', 'read')), catalog, untested)).toBe('add-step');
  expect(
    flowNext(aFlow(aStep('a', 'read'), aStep('b', 'write', { disabled: true })), catalog, untested),
  ).toBe('add-step');
});

test('a test that stands still wants an answer before anything else', () => {
  const run = { runId: 'r', startedAt: 0, steps: {}, status: 'held' } as const;
  expect(flowNext(aFlow(aStep('a', 'read')), catalog, { run, scope: { kind: 'flow' } })).toBe(
    'decide',
  );
});

test('a whole flow wants a test, and is ready after one', () => {
  const flow = aFlow(aStep('a', 'read'), aStep('b', 'write'));
  expect(flowNext(flow, catalog, untested)).toBe('test');
  const run = { runId: 'r', startedAt: 0, steps: {} };
  expect(
    flowNext(flow, catalog, { run: { ...run, status: 'done' }, scope: { kind: 'flow' } }),
  ).toBe('export');
  expect(
    flowNext(flow, catalog, { run: { ...run, status: 'failed' }, scope: { kind: 'flow' } }),
  ).toBe('test');
  const held = { in: 1, done: 0, refused: 0, dropped: 0, held: 1, cancelled: 0, out: 0 };
  expect(
    flowNext(flow, catalog, {
      run: {
        ...run,
        status: 'done',
        steps: { b: { status: 'done', counts: held, refusals: [] } },
      },
      scope: { kind: 'flow' },
    }),
  ).toBe('test');
  expect(
    flowNext(flow, catalog, {
      run: { ...run, status: 'done' },
      scope: { kind: 'only', step: 'a' },
    }),
  ).toBe('test');
});
