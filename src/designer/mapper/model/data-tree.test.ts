import { describe, expect, it } from 'vitest';
import type { Json, JsonSchema } from '../../../shared/index.ts';
import { dataRows, nodeId, valueOf, type TreeView } from './data-tree.ts';

const type = {
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
} as const;
const sample = {
  firstName: 'Ada',
  emails: [{ address: 'ada@example.com' }, { address: 'lovelace@example.org' }],
};
const closed: TreeView = { isOpen: () => false };
const labels = (view: TreeView) => dataRows(type, view).map((row) => row.label);
const each = { each: true } as const;

describe('the tree of earlier data', () => {
  it('shows the top fields with their sample values', () => {
    const rows = dataRows(type, closed);
    expect(rows.map(({ label, kind }) => [label, kind])).toEqual([
      ['First name', 'text'],
      ['E-mails', 'list'],
    ]);
    expect(rows.map((row) => valueOf(row, sample, () => 0))).toEqual(['Ada', sample.emails]);
  });

  it('shows the chosen entry inside an open list', () => {
    const row = dataRows(type, { isOpen: () => true }).at(-1);
    expect(row).toMatchObject({ label: 'Address', path: ['emails', each, 'address'], depth: 1 });
    const shown = (entry: number) => row && valueOf(row, sample, () => entry);
    expect(shown(1)).toBe('lovelace@example.org');
    expect(shown(99)).toBe('lovelace@example.org');
  });

  it('finds fields inside closed lists and keeps the way to them', () => {
    const looksFor = ({ label }: { label: string }) => label === 'Address';
    expect(labels({ ...closed, looksFor })).toEqual(['E-mails', 'Address']);
  });

  it('names a row by source and path', () => {
    expect(nodeId('crm', ['emails', each])).toBe('["crm","emails",{"each":true}]');
  });

  it('makes the rows of one entry of a list, however many there are', () => {
    const many: Json = { emails: Array.from({ length: 100_000 }, (_, at) => ({ address: at })) };
    const rows = dataRows(type, { isOpen: () => true });
    expect(rows).toHaveLength(3);
    const [row] = rows.slice(-1);
    expect(row && valueOf(row, many, () => 77_777)).toBe(77_777);
  });

  it('stops looking in a schema without an end', () => {
    const category: JsonSchema = {
      type: 'object',
      properties: {
        name: { type: 'string' },
        children: { type: 'array', items: { $ref: '#' } },
        parent: { $ref: '#' },
      },
    };
    const endless = { from: 'shop', title: 'Shop', schema: category };
    const rows = dataRows(endless, { isOpen: () => false, looksFor: () => true });
    expect(rows.length).toBeGreaterThan(100);
    expect(rows.length).toBeLessThanOrEqual(5_000);
    expect(Math.max(...rows.map(({ depth }) => depth))).toBe(8);
  });
});
