import { describe, expect, it } from 'vitest';
import type { JsonSchema } from '../../../shared/index.ts';
import { resultRows } from './result-rows.ts';

const root: JsonSchema = {
  type: 'object',
  properties: {
    email: { type: 'string', title: 'E-mail' },
    lines: {
      type: 'array',
      items: { type: 'object', title: 'Line item', properties: { sku: { type: 'string' } } },
    },
  },
};
const result = { email: 'ada@example.com', lines: [{ sku: 'A' }, { sku: 'B' }] };
const labels = (isClosed: (key: string) => boolean, cuts = new Map<string, number>()) =>
  resultRows(result, root, cuts, isClosed).map(
    ({ label, depth }) => `${'  '.repeat(depth)}${label}`,
  );

describe('the lines of a result', () => {
  it('has one for each value, by its label', () => {
    expect(labels(() => false)).toEqual([
      'E-mail',
      'Lines',
      '  Line item 1',
      '    SKU',
      '  Line item 2',
      '    SKU',
    ]);
  });

  it('has the head alone of what is closed', () => {
    expect(labels((key) => key === '["lines"]')).toEqual(['E-mail', 'Lines']);
  });

  it('tells how many entries a list has that came back cut', () => {
    const rows = resultRows(result, root, new Map([['["lines"]', 5000]]), () => true);
    expect(rows[1]?.head).toEqual({ kind: 'list', shown: 2, count: 5000 });
  });
});
