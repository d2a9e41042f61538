import { describe, expect, it } from 'vitest';
import type { JsonSchema } from '../../../shared/index.ts';
import {
  fieldOrder,
  prepareSchema,
  secretFields,
  seeded,
  widgetsOf,
  withChoices,
} from './prepare-schema.ts';

describe('a description made ready for a form', () => {
  it('shows "text or nothing" as text, however it is written', () => {
    const schema: JsonSchema = {
      type: 'object',
      properties: {
        a: { anyOf: [{ type: 'string', maxLength: 5 }, { type: 'null' }], title: 'A' },
        b: { type: ['string', 'null'] },
        c: { oneOf: [{ const: 'x' }, { const: 'y' }] },
      },
    };
    expect(prepareSchema(schema).properties).toEqual({
      a: { type: 'string', maxLength: 5, title: 'A' },
      b: { type: 'string' },
      c: { oneOf: [{ const: 'x' }, { const: 'y' }] },
    });
  });

  it('starts with the defaults, below what was typed', () => {
    const schema: JsonSchema = {
      type: 'object',
      properties: {
        size: { type: 'integer', default: 100 },
        method: { type: 'string', default: 'GET' },
        inner: { type: 'object', properties: { on: { type: 'boolean', default: true } } },
      },
    };
    expect(seeded(schema, { method: 'POST' })).toEqual({
      size: 100,
      method: 'POST',
      inner: { on: true },
    });
  });

  it('puts what is required first and keeps the order of the rest', () => {
    const schema: JsonSchema = { properties: { a: {}, b: {}, c: {}, d: {} }, required: ['d', 'b'] };
    expect(fieldOrder(schema)).toEqual({ required: ['b', 'd'], optional: ['a', 'c'] });
  });

  it('masks every secret', () => {
    const schema: JsonSchema = {
      type: 'object',
      properties: { user: { type: 'string' }, password: { type: 'string', writeOnly: true } },
    };
    expect(secretFields(schema)).toEqual(['password']);
    expect(widgetsOf(schema)).toEqual({
      'ui:order': ['user', 'password', '*'],
      password: { 'ui:widget': 'password' },
    });
  });

  it('gives program text a field of its own', () => {
    const code: JsonSchema = { type: 'string', contentMediaType: 'text/javascript' };
    expect(widgetsOf({ type: 'object', properties: { code } })).toMatchObject({
      code: { 'ui:widget': 'code' },
    });
  });
});

describe('fields whose options are loaded', () => {
  it('are fields of the form, or of every entry of a list in it', () => {
    const ui = { 'ui:order': ['table'], where: { 'ui:order': ['column'] } };
    expect(withChoices(ui, ['/table', '/where/*/column', '/key/*'])).toEqual({
      'ui:order': ['table'],
      table: { 'ui:widget': 'choice' },
      where: { 'ui:order': ['column'], items: { column: { 'ui:widget': 'choice' } } },
      key: { items: { 'ui:widget': 'choice' } },
    });
  });
});
