import { expect, it } from 'vitest';
import type { Binding } from '../../../mapping/index.ts';
import { mappingLines } from './mapping-lines.ts';

const root = {
  type: 'object',
  properties: {
    email: { type: 'string', title: 'E-mail' },
    home: { type: 'object', properties: { city: { type: 'string' } } },
    lines: { type: 'array', items: { type: 'object', properties: { sku: { type: 'string' } } } },
  },
} as const;
const types = [
  {
    from: 'crm',
    title: 'CRM',
    schema: {
      type: 'object',
      properties: {
        emails: {
          type: 'array',
          title: 'E-mails',
          items: { type: 'object', properties: { address: { type: 'string' } } },
        },
        orders: {
          type: 'array',
          items: { type: 'object', properties: { code: { type: 'string' } } },
        },
      },
    },
  },
] as const;

it('says of each filled field what it is made of', () => {
  const address: Binding = {
    kind: 'ref',
    from: 'crm',
    path: ['emails', { first: true }, 'address'],
  };
  const binding: Binding = {
    kind: 'object',
    props: {
      email: {
        kind: 'text',
        parts: ['to ', { kind: 'convert', of: address, with: [{ name: 'lower' }] }],
      },
      home: { kind: 'object', props: { city: { kind: 'literal', value: 'Bern' } } },
      lines: {
        kind: 'list',
        parts: [
          {
            forEach: { kind: 'ref', from: 'crm', path: ['orders'] },
            name: 'order',
            item: {
              kind: 'object',
              props: { sku: { kind: 'ref', from: 'item:order', path: ['code'] } },
            },
          },
        ],
      },
    },
  };
  expect(mappingLines(binding, root, types).map(({ field, from }) => `${field} ← ${from}`)).toEqual(
    [
      'E-mail ← “to ” + CRM › E-mails › first › Address, small letters',
      'Home › City ← “Bern”',
      'Lines ← for each entry of CRM › Orders',
      'Lines › SKU ← Order › Code',
    ],
  );
});

it('names no step that has gone', () => {
  const [line] = mappingLines({ kind: 'ref', from: 'gone', path: ['x'] }, {}, []);
  expect(line?.from).toBe('a step that is no longer there › x');
});
