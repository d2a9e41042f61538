import { describe, expect, it } from 'vitest';
import type { JsonSchema } from '../../shared/index.ts';
import { changeShape, type ShapeChange } from './change-shape.ts';
import { shapeFields, shapeKindOf } from './shape-fields.ts';

const each = { each: true } as const;
const order: JsonSchema = {
  type: 'object',
  required: ['number'],
  properties: {
    number: { type: 'string', title: 'Order number' },
    status: { type: 'string', enum: ['open', 'paid'] },
    customer: { $ref: '#/$defs/Person' },
    lines: {
      type: 'array',
      items: {
        type: 'object',
        properties: { sku: { type: 'string' }, amount: { type: 'number' } },
      },
    },
  },
  $defs: { Person: { type: 'object', properties: { mail: { type: 'string', format: 'email' } } } },
};

function after(shape: JsonSchema, ...changes: readonly ShapeChange[]): JsonSchema {
  return changes.reduce((now, change) => {
    const next = changeShape(now, change);
    if (!next.ok) throw new Error(next.reason.code);
    return next.value;
  }, shape);
}
const names = (shape: JsonSchema, ...at: (string | typeof each)[]) =>
  shapeFields(shape, at).map(({ name }) => name);

describe('a shape’s fields', () => {
  it('are named with their kinds, groups and lists opened by their place', () => {
    expect(
      shapeFields(order, []).map(({ name, kind, isList, required }) => [
        name,
        kind,
        isList,
        required,
      ]),
    ).toEqual([
      ['number', 'text', false, true],
      ['status', 'kept', false, false],
      ['customer', 'group', false, false],
      ['lines', 'group', true, false],
    ]);
    expect(shapeFields(order, ['customer'])).toMatchObject([{ name: 'mail', kind: 'email' }]);
    expect(shapeFields(order, ['lines'])).toMatchObject([
      { path: ['lines', each, 'sku'] },
      { path: ['lines', each, 'amount'], kind: 'number' },
    ]);
  });

  it('of a list are those of its entries', () => {
    const list: JsonSchema = { type: 'array', items: order };
    expect(shapeFields(list, [])[0]?.path).toEqual([each, 'number']);
    expect(shapeKindOf(list, list)).toEqual({ kind: 'group', isList: true });
  });
});

describe('a change of a shape', () => {
  it('adds a text, also inside groups and lists', () => {
    const next = after(
      order,
      { type: 'add', at: [], name: ' note ' },
      { type: 'add', at: ['lines', each], name: 'unitPrice' },
    );
    expect(names(next)).toEqual(['number', 'status', 'customer', 'lines', 'note']);
    expect(next.properties?.['lines']?.items?.properties?.['unitPrice']).toEqual({
      title: 'Unit price',
      type: 'string',
    });
  });

  it('begins with nothing at all', () => {
    expect(after({}, { type: 'add', at: [], name: 'email' })).toEqual({
      type: 'object',
      properties: { email: { title: 'Email', type: 'string' } },
    });
  });

  it('renames in place, and what is required stays required', () => {
    const next = after(order, { type: 'rename', at: ['number'], name: 'orderNo' });
    expect(names(next)[0]).toBe('orderNo');
    expect(next.required).toEqual(['orderNo']);
    expect(next.properties?.['orderNo']).toEqual({ type: 'string', title: 'Order no' });
  });

  it('leaves the others that a reference serves as they are', () => {
    const next = after(order, { type: 'rename', at: ['customer', 'mail'], name: 'email' });
    expect(names(next, 'customer')).toEqual(['email']);
    expect(next.$defs).toEqual(order.$defs);
  });

  it('keeps what is inside when one becomes many and many become one', () => {
    const many = after(order, { type: 'set-kind', at: ['customer'], kind: 'group', isList: true });
    expect(names(many, 'customer')).toEqual(['mail']);
    const one = after(order, { type: 'set-kind', at: ['lines'], kind: 'group', isList: false });
    expect(names(one, 'lines')).toEqual(['sku', 'amount']);
    const listed = after(order, { type: 'set-kind', at: [], kind: 'group', isList: true });
    expect(listed.type).toBe('array');
    expect(names(listed)).toEqual(names(order));
  });

  it('keeps what only the source could say until another kind is chosen', () => {
    const same = after(order, { type: 'set-kind', at: ['status'], kind: 'kept', isList: false });
    expect(same.properties?.['status']).toEqual(order.properties?.['status']);
    const other = after(order, { type: 'set-kind', at: ['status'], kind: 'text', isList: false });
    expect(other.properties?.['status']).toEqual({ type: 'string' });
  });

  it('moves, requires and removes', () => {
    const next = after(
      order,
      { type: 'move', at: ['lines'], by: -1 },
      { type: 'move', at: ['number'], by: -1 },
      { type: 'set-required', at: ['lines'], required: true },
      { type: 'remove', at: ['number'] },
    );
    expect(names(next)).toEqual(['status', 'lines', 'customer']);
    expect(next.required).toEqual(['lines']);
    expect(
      after(next, { type: 'set-required', at: ['lines'], required: false }),
    ).not.toHaveProperty('required');
  });

  it('refuses names that are empty, taken or reach a prototype', () => {
    const codes = ['', 'number', '__proto__', 'constructor'].map((name) => {
      const next = changeShape(order, { type: 'rename', at: ['lines'], name });
      return next.ok ? 'done' : next.reason.code;
    });
    expect(codes).toEqual([
      'flow.shape-name-empty',
      'flow.shape-name-taken',
      'flow.shape-name-refused',
      'flow.shape-name-refused',
    ]);
  });
});
