import { expect, test } from 'vitest';
import {
  createCatalog,
  type Component,
  type Operation as ComponentOperation,
} from '../../catalog/index.ts';
import { applyOperation, newFlow, type Flow } from '../../flow/index.ts';
import { planAddStep, type Where } from './add-step.ts';
import { stepsBetween, suggestSteps } from './suggest-steps.ts';

const operation: ComponentOperation = {
  id: 'get',
  title: 'Get',
  description: '',
  effect: 'read',
  emits: 'one',
  slots: {},
  sample: {},
  call: { via: 'core', executor: 'x' },
};
function aComponent(id: string, operations: ComponentOperation[]): Component {
  return {
    id,
    version: '1.0.0',
    kind: 'generic',
    title: id,
    description: '',
    hue: 1,
    categories: [],
    origins: [],
    credentials: [],
    operations,
  };
}
const rest: Component = {
  ...aComponent('catalog:rest', [operation]),
  origins: [{ from: 'settings', at: '/address' }],
};
const catalog = createCatalog([
  aComponent('catalog:crm', [operation, { ...operation, id: 'put' }]),
  aComponent('catalog:mapper', [operation]),
  rest,
  aComponent('catalog:webhook', [
    { ...operation, id: 'receive', starts: 'webhook', ports: { in: false } },
  ]),
]);

function add(flow: Flow, component: string, where: Where): Flow {
  let count = flow.steps.length * 10;
  const planned = planAddStep(flow, catalog, component, where, () => `id${(count += 1)}`);
  const applied = planned && applyOperation(flow, planned.operation);
  if (applied?.ok !== true) throw new Error('not added');
  return applied.value.flow;
}
const empty = newFlow('f', () => 'f');

test('leaves the choice among several operations to the person', () => {
  expect(add(empty, 'catalog:crm', undefined).steps[0]?.operation).toBe('');
});

test('takes the only operation of a component', () => {
  expect(add(empty, 'catalog:mapper', undefined).steps[0]?.operation).toBe('get');
});

test('connects the new step to the one before it', () => {
  const flow = add(add(empty, 'catalog:crm', undefined), 'catalog:mapper', {
    after: 'id1',
    port: 'out',
  });
  expect(flow.edges.map(({ from, fromPort, to }) => [from, fromPort, to])).toEqual([
    ['id1', 'out', 'id11'],
  ]);
  expect(flow.layout.positions['id11']).toEqual({ x: 320, y: 0 });
});

test('goes between two connected steps', () => {
  const two = add(add(empty, 'catalog:crm', undefined), 'catalog:mapper', {
    after: 'id1',
    port: 'out',
  });
  const flow = add(two, 'catalog:mapper', { edge: two.edges[0]?.id ?? '' });
  expect(flow.steps.map((step) => step.id)).toEqual(['id1', 'id21', 'id11']);
  expect(flow.edges.map(({ from, to }) => [from, to])).toEqual([
    ['id1', 'id21'],
    ['id21', 'id11'],
  ]);
});

test('lets a flow that begins with a webhook start when it is called', () => {
  expect(add(empty, 'catalog:webhook', undefined).start).toEqual({ kind: 'webhook' });
});

test('connects nothing to a step that only starts flows', () => {
  const flow = add(add(empty, 'catalog:crm', undefined), 'catalog:webhook', {
    after: 'id1',
    port: 'out',
  });
  expect(flow.edges).toEqual([]);
});

test('follows the only open end when dropped to the right of it', () => {
  const flow = add(add(empty, 'catalog:crm', { at: { x: 0, y: 0 } }), 'catalog:mapper', {
    at: { x: 400, y: 80 },
  });
  expect(flow.edges.map(({ from, to }) => [from, to])).toEqual([['id1', 'id11']]);
  expect(flow.layout.positions['id11']).toEqual({ x: 400, y: 80 });
});

test('stands by itself when dropped to the left, or when it is not clear which end it follows', () => {
  const one = add(empty, 'catalog:crm', { at: { x: 0, y: 0 } });
  expect(add(one, 'catalog:mapper', { at: { x: -400, y: 0 } }).edges).toEqual([]);
  const two = add(one, 'catalog:crm', { at: { x: -400, y: 0 } });
  expect(add(two, 'catalog:mapper', { at: { x: 400, y: 0 } }).edges).toEqual([]);
});

test('does not lie on another step: dropped too near, it takes the usual place beside it', () => {
  const flow = add(add(empty, 'catalog:crm', { at: { x: 0, y: 0 } }), 'catalog:mapper', {
    at: { x: 180, y: 10 },
  });
  expect(flow.layout.positions['id11']).toEqual({ x: 320, y: 0 });
});

test('takes the operation that was asked for', () => {
  const flow = newFlow('f', () => 'f');
  const planned = planAddStep(flow, catalog, 'catalog:crm', undefined, () => 'id', 'put');
  const applied = planned && applyOperation(flow, planned.operation);
  expect(applied?.ok === true && applied.value.flow.steps[0]?.operation).toBe('put');
});

test('suggests a service that takes data and is not used yet before one that is, then a block', () => {
  const writing = { ...operation, id: 'add', effect: 'write' } as const;
  const service = (id: string) => ({
    ...aComponent(id, [operation, writing]),
    kind: 'connector' as const,
  });
  const shipped = createCatalog([
    service('catalog:crm'),
    service('catalog:newsletter'),
    aComponent('catalog:filter', [operation]),
    aComponent('catalog:webhook', [
      { ...operation, id: 'receive', starts: 'webhook', ports: { in: false } },
    ]),
  ]);
  const flow = newFlow('f', () => 'f');
  const planned = planAddStep(flow, shipped, 'catalog:crm', undefined, () => 'id', 'get');
  const applied = planned && applyOperation(flow, planned.operation);
  expect(applied?.ok === true && suggestSteps(applied.value.flow, shipped)).toEqual([
    { component: 'catalog:newsletter', operation: 'add' },
    { component: 'catalog:crm', operation: 'add' },
    { component: 'catalog:filter', operation: 'get' },
  ]);
});

test('puts between two services what passes data on as it came', () => {
  const passing = { ...operation, id: 'pass', outputShape: 'same-as-input' } as const;
  const shipped = createCatalog([
    aComponent('catalog:code', [operation]),
    aComponent('catalog:filter', [passing]),
    { ...aComponent('catalog:echo', [passing]), kind: 'connector' },
  ]);
  expect(stepsBetween(shipped)).toEqual([{ component: 'catalog:filter', operation: 'pass' }]);
});

const signedIn: Flow = {
  ...empty,
  credentials: [{ id: 'k1', name: 'Key', component: 'catalog:crm', type: 'key' }],
};

test('signs a new step in as the flow already does at that service', () => {
  expect(add(signedIn, 'catalog:crm', undefined).steps[0]?.credential).toBe('k1');
  expect(add(signedIn, 'catalog:mapper', undefined).steps[0]?.credential).toBeUndefined();
});

test('leaves the account to the person where the flow has several, or the step an address of its own', () => {
  const [own] = signedIn.credentials;
  if (own === undefined) throw new Error('there is one');
  const two = { ...signedIn, credentials: [own, { ...own, id: 'k2' }] };
  expect(add(two, 'catalog:crm', undefined).steps[0]?.credential).toBeUndefined();
  const other = { ...signedIn, credentials: [{ ...own, component: rest.id }] };
  expect(add(other, rest.id, undefined).steps[0]?.credential).toBeUndefined();
});
