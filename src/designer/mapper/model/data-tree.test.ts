import { describe, expect, it } from 'vitest';
import { dataRows, nodeId, type DataSource, type TreeView } from './data-tree.ts';

const source: DataSource = {
  type: {
    from: 'crm',
    title: 'CRM',
    schema: {
      type: 'object',
      properties: {
        firstName: { type: 'string' },
        emails: {
          type: 'array',
          title: 'E-mails',
          items: { type: 'object', properties: { address: { type: 'string', format: 'email' } } },
        },
      },
    },
  },
  sample: {
    firstName: 'Ada',
    emails: [{ address: 'ada@example.com' }, { address: 'lovelace@example.org' }],
  },
};
const closed: TreeView = { isOpen: () => false, entryOf: () => 0, search: '' };
const labels = (view: TreeView) => dataRows(source, view).map((row) => row.label);

describe('the tree of earlier data', () => {
  it('shows the top fields with their sample values', () => {
    const rows = dataRows(source, closed);
    expect(rows.map(({ label, value, count }) => ({ label, value, count }))).toEqual([
      { label: 'First name', value: 'Ada', count: undefined },
      {
        label: 'E-mails',
        value: source.sample && (source.sample as { emails: unknown }).emails,
        count: 2,
      },
    ]);
  });

  it('shows the chosen entry inside an open list', () => {
    const rows = dataRows(source, { ...closed, isOpen: () => true, entryOf: () => 1 });
    expect(rows.at(-1)).toMatchObject({
      label: 'Address',
      value: 'lovelace@example.org',
      path: ['emails', { each: true }, 'address'],
      depth: 1,
    });
  });

  it('finds fields inside closed lists and keeps the way to them', () => {
    expect(labels({ ...closed, search: 'addr' })).toEqual(['E-mails', 'Address']);
  });

  it('names a row by source and path', () => {
    expect(nodeId('crm', ['emails', { each: true }])).toBe('["crm","emails",{"each":true}]');
  });
});
