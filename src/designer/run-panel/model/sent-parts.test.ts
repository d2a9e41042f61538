import { describe, expect, it } from 'vitest';
import { shippedCatalog } from '../../../catalog/testing/shipped.ts';
import type { JsonSchema } from '../../../shared/index.ts';
import { sentParts, settingLines } from './sent-parts.ts';

describe('where a request holds what its step took', () => {
  it.each([
    ['a task of a database', 'database', 'add-row', { input: 'input', settings: 'settings' }],
    ['a change by GraphQL', 'graphql', 'change', { input: 'variables', settings: undefined }],
    ['a request that is what the step took', 'email', 'send', undefined],
    ['a request made of single fields', 'crm', 'add-customer', undefined],
  ])('%s', (_what, component, operation, parts) => {
    const found = shippedCatalog().operation(`catalog:${component}`, operation);
    expect(found).toBeDefined();
    expect(sentParts(found)).toEqual(parts);
  });
});

describe('settings in words', () => {
  const schema: JsonSchema = {
    type: 'object',
    properties: {
      table: { type: 'string', title: 'Table' },
      where: {
        type: 'array',
        title: 'Conditions',
        items: {
          type: 'object',
          properties: {
            column: { type: 'string' },
            is: { type: 'string', oneOf: [{ const: 'at-least', title: 'is at least' }] },
          },
        },
      },
      query: { type: 'string', readOnly: true },
      key: { type: 'array', title: 'Columns that tell the row', items: { type: 'string' } },
    },
  };

  it('are called as in their form, their options too; what is empty or made by itself is not there', () => {
    const settings = {
      table: 'orders',
      where: [{ column: 'total', is: 'at-least' }],
      key: [],
      query: 'made by the form',
    };
    expect(settingLines(settings, schema)).toEqual([
      { name: 'table', title: 'Table', words: 'orders' },
      { name: 'where', title: 'Conditions', words: 'total is at least' },
    ]);
  });

  it('are what the person chose, where a choice has other words', () => {
    const labels = {
      '/settings/table': 'Orders of 2026',
      '/settings/where/0/column': 'Total',
    };
    const where = [{ column: 'total', is: 'at-least' }];
    expect(settingLines({ table: 'public.orders', where }, schema, labels)).toMatchObject([
      { words: 'Orders of 2026' },
      { words: 'Total is at least' },
    ]);
  });
});
