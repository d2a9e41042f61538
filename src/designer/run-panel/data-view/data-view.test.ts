import { describe, expect, it } from 'vitest';
import type { JsonSchema } from '../../../shared/index.ts';
import { cellText } from './cell-text.ts';
import { cellOf, toTable } from './table-rows.ts';
import { treeRows } from './tree-rows.ts';

const customer: JsonSchema = {
  type: 'object',
  properties: {
    firstName: { title: 'First name', type: 'string' },
    status: { title: 'Status', oneOf: [{ const: 'active', title: 'Active' }] },
    emails: {
      title: 'E-mails',
      type: 'array',
      items: { type: 'object', properties: { address: { title: 'E-mail address' } } },
    },
  },
};

describe('a cell', () => {
  it('shows the label of a choice and keeps the value behind it', () => {
    expect(cellText('active', customer.properties?.['status'])).toEqual({
      kind: 'text',
      text: 'Active',
      raw: 'active',
    });
  });
  it('keeps every digit of a long number', () => {
    expect(cellText(12345678901234567890n)).toEqual({ kind: 'text', text: '12345678901234567890' });
  });
  it('tells nothing, an empty text and a missing field apart from a text', () => {
    expect([cellText(null), cellText(''), cellText(undefined), cellText('null')]).toEqual([
      { kind: 'empty' },
      { kind: 'empty' },
      { kind: 'missing' },
      { kind: 'text', text: 'null' },
    ]);
  });
  it('names a file that is passed on, with its size, and opens nothing below it', () => {
    const content = { $attachment: 'f1', name: 'list.csv', size: 3 * 1024 * 1024 };
    const text = { kind: 'text', text: 'list.csv (3 MB)' };
    expect(cellText(content)).toEqual(text);
    expect(toTable({ content }, undefined)).toMatchObject({ kind: 'fields', lines: [{ text }] });
    expect(treeRows({ content }, undefined, () => true)).toMatchObject([
      { key: 'content', open: undefined },
    ]);
  });
  it('joins a list of plain values and counts a list of groups', () => {
    expect(cellText(['vip', 'trade fair'])).toEqual({ kind: 'text', text: 'vip, trade fair' });
    expect(cellText([{ a: 1 }, { a: 2 }])).toEqual({ kind: 'entries', count: 2 });
    const long = Array.from({ length: 66_667 }, (_, at) => at);
    expect(cellText(long)).toEqual({ kind: 'entries', count: 66_667 });
  });
});

describe('a record as a table', () => {
  it('has a line a field in the order of the schema, groups opened below', () => {
    const table = toTable(
      { extra_field: 1, emails: [{ address: 'ada@example.com' }], firstName: 'Ada' },
      customer,
    );
    expect(
      table.kind === 'fields' &&
        table.lines.map(({ depth, title, text }) => [depth, title, text?.kind]),
    ).toEqual([
      [0, 'First name', 'text'],
      [0, 'E-mails', 'entries'],
      [1, '1', undefined],
      [2, 'E-mail address', 'text'],
      [0, 'Extra field', 'text'],
    ]);
  });
  it('gives a list of groups a column for each field that is there', () => {
    const table = toTable([{ firstName: 'Ada' }, { firstName: 'Bo', vip: true }], {
      type: 'array',
      items: customer,
    });
    if (table.kind !== 'list') throw new Error('not a list');
    expect(table.columns.map(({ key, title }) => [key, title])).toEqual([
      ['firstName', 'First name'],
      ['vip', 'Vip'],
    ]);
    expect(table.columns.map((column) => cellOf(table.rows[0], column, undefined))).toEqual([
      { kind: 'text', text: 'Ada' },
      { kind: 'missing' },
    ]);
  });
  it('opens ten entries of a list inside a record and counts the others', () => {
    const table = toTable({ emails: Array.from({ length: 12 }, (_, at) => ({ at })) }, undefined);
    expect(table.kind === 'fields' && table.lines.at(-1)).toEqual({
      id: '/emails/…',
      depth: 1,
      title: '…',
      key: '',
      text: { kind: 'entries', count: 2 },
    });
  });
});

describe('the tree', () => {
  const value = { firstName: 'Ada', emails: [{ address: 'a@example.com' }], tags: [] };
  it('walks only what is opened', () => {
    expect(treeRows(value, customer, () => false).map(({ id, open }) => [id, open])).toEqual([
      ['/firstName', undefined],
      ['/emails', false],
      ['/tags', undefined],
    ]);
  });
  it('shows what is opened below its parent, with the words of the schema', () => {
    expect(treeRows(value, customer, () => true).map(({ depth, title }) => [depth, title])).toEqual(
      [
        [0, 'First name'],
        [0, 'E-mails'],
        [1, '1'],
        [2, 'E-mail address'],
        [0, 'Tags'],
      ],
    );
  });
});
