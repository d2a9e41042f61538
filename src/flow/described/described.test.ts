import { describe, expect, it } from 'vitest';
import type { Json, JsonSchema } from '../../shared/index.ts';
import type { Component, Operation } from '../../catalog/index.ts';
import { checkFlow } from '../check-flow.ts';
import { applyOperation } from '../apply-operation.ts';
import { exportFlow } from '../formats/export-flow.ts';
import type { Flow, Step } from '../flow-document.ts';
import { basisOf } from '../sample-basis.ts';
import { outputSchemaOf } from '../given.ts';
import { inputSchemaOf } from '../step-facts.ts';
import { aFlow, aStep, addSubscriber, catalog as shipped, group, ref } from '../testing/a-flow.ts';
import { touchedByChanges } from './changed-uses.ts';
import { areShapesDue, basisOfShapes, shapesIn, takeShapes } from './described-shapes.ts';

const operation: Operation = {
  id: 'add-row',
  title: 'Add a row',
  description: 'Adds a row to a table.',
  effect: 'write',
  emits: 'one',
  settings: {
    type: 'object',
    properties: { table: { type: 'string' }, schema: { type: 'string', default: 'public' } },
    required: ['table'],
  },
  slots: { input: { kind: 'value' } },
  sample: {},
  describedBy: {
    from: 'describe',
    needs: ['/settings/schema', '/settings/table'],
    input: '/takes',
    output: '/gives',
  },
  call: { via: 'sql', task: 'insert' },
};
const component: Component = {
  id: 'catalog:tables',
  version: '1.0.0',
  kind: 'generic',
  title: 'Tables',
  description: 'Keeps rows.',
  hue: 1,
  categories: [],
  origins: [],
  credentials: [],
  operations: [operation],
};
const catalog = { component: (id: string) => (id === component.id ? component : undefined) };

const orders: JsonSchema = {
  type: 'object',
  properties: {
    number: { type: 'string', title: 'Number' },
    fax: { type: 'string', title: 'Fax' },
    lines: { type: 'array', items: { type: 'object', properties: { sku: { type: 'string' } } } },
  },
  required: ['number'],
  additionalProperties: false,
};
const ordersLater: JsonSchema = {
  type: 'object',
  properties: {
    number: { type: 'integer', title: 'Number' },
    mobile: { type: 'string', title: 'Mobile' },
    lines: { type: 'array', items: { type: 'object', properties: { amount: { type: 'number' } } } },
  },
  required: ['number'],
  additionalProperties: false,
};

const aTable = (change: Partial<Step> = {}): Step => ({
  id: 'add',
  name: 'Orders',
  component: component.id,
  componentVersion: '1.0.0',
  operation: operation.id,
  settings: { table: 'orders' },
  slots: {},
  ...change,
});
const basis = (step = aTable(), account = 'ada', known = component) =>
  basisOfShapes(step, known, operation, account);

function withRead(step: Step, schema: JsonSchema = orders): Step {
  const read = takeShapes(step, operation, { input: schema, output: schema }, basis(step), true);
  return changed({ ...aFlow(), steps: [step] }, read.operation).steps[0] as Step;
}
function changed(flow: Flow, change: Parameters<typeof applyOperation>[1] | undefined): Flow {
  if (change === undefined) throw new Error('nothing to change');
  const applied = applyOperation(flow, change);
  if (!applied.ok) throw new Error(applied.reason.code);
  return applied.value.flow;
}

describe('when the service is asked', () => {
  const read = withRead(aTable());

  it('is due until it was read, and then no more', () => {
    expect(areShapesDue(aTable(), operation, basis())).toBe(true);
    expect(areShapesDue(read, operation, basis(read))).toBe(false);
  });

  it('is due again for another table, another account and another version of the component', () => {
    const other = { ...read, settings: { table: 'customers' } };
    expect(areShapesDue(other, operation, basis(other))).toBe(true);
    expect(areShapesDue(read, operation, basis(read, 'grace'))).toBe(true);
    const newer = { ...component, version: '1.1.0' };
    expect(areShapesDue(read, operation, basis(read, 'ada', newer))).toBe(true);
  });

  it('is not due for a setting that is written out as its default was, nor for a new name', () => {
    const same = { ...read, name: 'Else', settings: { table: 'orders', schema: 'public' } };
    expect(areShapesDue(same, operation, basis(same))).toBe(false);
  });

  it('is not due for a side that the service has nothing for', () => {
    const { shapes } = read;
    const half = { ...read, shapes: { input: shapes?.input } };
    expect(areShapesDue(half as Step, operation, basis(half as Step))).toBe(false);
  });

  it('leaves alone what a person said by hand until they ask', () => {
    const byHand = aTable({
      shapes: {
        input: { schema: orders, origin: 'by-hand' },
        output: { schema: orders, origin: 'by-hand' },
      },
    });
    expect(areShapesDue(byHand, operation, basis(byHand))).toBe(false);
    const shapes = { input: ordersLater, output: ordersLater };
    expect(takeShapes(byHand, operation, shapes, basis(), true).operation).toBeUndefined();
    expect(takeShapes(byHand, operation, shapes, basis(), false).operation).toBeDefined();
  });
});

describe('what was read', () => {
  it('is what the step needs and gives in its flow', () => {
    const flow = { ...aFlow(), steps: [withRead(aTable())] };
    expect(inputSchemaOf(flow.steps[0] as Step, catalog)).toEqual(orders);
    expect(outputSchemaOf(flow, catalog, 'add')).toEqual(orders);
  });

  it('is one change that can be taken back whole', () => {
    const step = aTable();
    const read = takeShapes(step, operation, { input: orders, output: orders }, basis(), true);
    const flow = { ...aFlow(), steps: [step] };
    const applied = applyOperation(flow, read.operation as never);
    if (!applied.ok) throw new Error('refused');
    const back = applyOperation(applied.value.flow, applied.value.inverse);
    expect(back.ok && back.value.flow).toEqual(flow);
  });

  it('keeps a shape that came out the same as the object it was', () => {
    const read = withRead(aTable());
    const again = takeShapes(
      read,
      operation,
      { input: structuredClone(orders), output: orders },
      basis(read, 'grace'),
      true,
    );
    const next = changed({ ...aFlow(), steps: [read] }, again.operation).steps[0];
    expect(next?.shapes?.input?.schema).toBe(read.shapes?.input?.schema);
    expect(again.changes).toEqual({});
  });

  it('does not make a sample out of date by being read again the same', () => {
    const read = withRead(aTable());
    const again = takeShapes(
      read,
      operation,
      { input: orders, output: orders },
      basis(read, 'grace'),
      true,
    );
    const flow = { ...aFlow(), steps: [read] };
    expect(basisOf(changed(flow, again.operation), 'add')).toEqual(basisOf(flow, 'add'));
  });

  it('goes along in an exported flow, without the account it was asked with', async () => {
    const out = await exportFlow({ ...aFlow(), steps: [withRead(aTable())] }, catalog);
    expect(out.steps[0]?.shapes).toEqual({
      input: { schema: orders, origin: 'service', basis: { asked: basis().asked } },
      output: { schema: orders, origin: 'service', basis: { asked: basis().asked } },
    });
  });

  it('is found in the message of the operation that describes', () => {
    expect(shapesIn(operation, { takes: orders as Json, gives: null })).toEqual({
      ok: true,
      value: { input: orders },
    });
    expect(shapesIn(operation, { takes: 'text' })).toMatchObject({
      reason: { code: 'flow.fields-unreadable' },
    });
    expect(shapesIn(operation, undefined)).toMatchObject({ reason: { code: 'flow.fields-none' } });
  });
});

describe('fields that changed at the service', () => {
  const before = withRead(
    aTable({ slots: { input: group({ number: ref('x', 'a'), fax: ref('x', 'b') }) } }),
  );
  const again = takeShapes(
    before,
    operation,
    { input: ordersLater, output: ordersLater },
    basis(before),
    false,
  );
  const named = (fields: readonly { readonly title: string }[] | undefined) =>
    fields?.map(({ title }) => title);

  it('are told by name: new, gone, and of another kind', () => {
    expect(named(again.changes.input?.added)).toEqual(['Mobile', 'Amount']);
    expect(named(again.changes.input?.gone)).toEqual(['Fax', 'SKU']);
    expect(named(again.changes.input?.other)).toEqual(['Number']);
  });

  it('are not told where something else was asked about', () => {
    const other = { ...before, settings: { table: 'customers' } };
    const shapes = { input: ordersLater, output: ordersLater };
    expect(takeShapes(other, operation, shapes, basis(other), true).changes).toEqual({});
  });

  it('leave what fills and reads them in the document, marked', () => {
    const reader = addSubscriber(
      group({ email: ref('add', 'fax'), firstName: ref('add', 'number') }),
      'send',
    );
    const flow: Flow = {
      ...aFlow({ steps: [aStep('x', 'webhook/receive'), before, reader] }),
    };
    const find = {
      component: (id: string) => catalog.component(id) ?? shipped.component(id),
    };
    const now = changed(flow, again.operation);
    expect(now.steps[1]?.slots).toEqual(before.slots);
    expect(now.steps[2]?.slots).toEqual(reader.slots);
    const touched = touchedByChanges(now, find, 'add', again.changes);
    expect(named(touched.filled)).toEqual(['Fax']);
    expect(touched.readers).toMatchObject([{ step: reader.id, title: 'E-mail' }]);
    const codes = checkFlow(now, find).map(({ code, path }) => [code, path.at(-1)]);
    expect(codes).toContainEqual(['mapping.unknown-field', 'fax']);
    expect(codes).toContainEqual(['mapping.unknown-path', 'email']);
  });
});

describe('the check of a flow', () => {
  const codes = (step: Step) =>
    checkFlow({ ...aFlow(), steps: [step] }, catalog).map(({ code }) => code);

  it('says that the fields were not read yet, once it is known what for', () => {
    expect(codes(aTable())).toContain('flow.fields-not-read');
    expect(codes(aTable({ settings: {} }))).not.toContain('flow.fields-not-read');
    expect(codes(withRead(aTable()))).not.toContain('flow.fields-not-read');
  });

  it('says that they are of something else, once the settings are', () => {
    const read = withRead(aTable());
    expect(codes({ ...read, settings: { table: 'customers' } })).toContain('flow.fields-outdated');
    expect(codes(read)).not.toContain('flow.fields-outdated');
  });
});
