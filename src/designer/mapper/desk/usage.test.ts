import { describe, expect, it } from 'vitest';
import type { Binding } from '../../../mapping/index.ts';
import { nodeId } from '../model/data-tree.ts';
import { usageOf } from './usage.ts';

const each = { each: true } as const;
const email: Binding = { kind: 'ref', from: 'crm', path: ['emails', { first: true }, 'address'] };
const binding: Binding = {
  kind: 'object',
  props: {
    email,
    greeting: {
      kind: 'text',
      parts: ['Hello ', { kind: 'ref', from: 'crm', path: ['name'] }, email],
    },
    lines: {
      kind: 'list',
      parts: [
        {
          forEach: { kind: 'ref', from: 'shop', path: ['lines'] },
          name: 'line',
          item: {
            kind: 'object',
            props: { sku: { kind: 'ref', from: 'item:line', path: ['sku'] } },
          },
        },
      ],
    },
  },
};

describe('which data goes into which field', () => {
  it('names every field that reads a place, whichever entry it takes', () => {
    const { fieldsOf } = usageOf(binding);
    expect(fieldsOf.get(nodeId('crm', ['emails', each, 'address']))).toEqual([
      '["email"]',
      '["greeting"]',
    ]);
  });

  it('finds what a card reads at the entry and at the list it goes through', () => {
    const { fieldsOf } = usageOf(binding);
    const field = ['["lines",0,"sku"]'];
    expect(fieldsOf.get(nodeId('item:line', ['sku']))).toEqual(field);
    expect(fieldsOf.get(nodeId('shop', ['lines', each, 'sku']))).toEqual(field);
    expect(fieldsOf.get(nodeId('shop', ['lines']))).toEqual(['["lines"]']);
  });

  it('tells of a group what the fields inside it read', () => {
    expect(usageOf(binding).dataOf.get('["lines"]')).toContain(
      nodeId('shop', ['lines', each, 'sku']),
    );
  });

  it('looks at a field again when the same binding stands somewhere else', () => {
    const moved: Binding = { kind: 'object', props: { other: email } };
    usageOf(binding);
    expect([...usageOf(moved).dataOf.keys()]).toEqual(['["other"]', '[]']);
  });
});
