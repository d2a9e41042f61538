import { describe, expect, it } from 'vitest';
import type { DataSource } from '../model/data-tree.ts';
import { suggestionsFor } from './suggestions.ts';

const crm: DataSource = {
  type: {
    from: 'crm',
    title: 'CRM',
    schema: {
      type: 'object',
      properties: {
        surname: { type: 'string' },
        name: { type: 'string' },
        emails: {
          type: 'array',
          title: 'E-mails',
          items: { type: 'object', properties: { address: { type: 'string' } } },
        },
      },
    },
  },
  sample: undefined,
};
const shop: DataSource = {
  type: {
    from: 'shop',
    title: 'Shop',
    schema: { type: 'object', properties: { name: { type: 'string' } } },
  },
  sample: undefined,
};
const named = (typed: string) =>
  suggestionsFor([crm, shop], typed).map(({ node, from }) => `${from} › ${node.label}`);

describe('the data offered while its name is typed', () => {
  it('is the top fields of every step before anything is typed', () => {
    expect(named('')).toEqual(['CRM › Surname', 'CRM › Name', 'CRM › E-mails', 'Shop › Name']);
  });

  it('is what holds the word, those that begin with it first', () => {
    expect(named('name')).toEqual(['CRM › Name', 'Shop › Name', 'CRM › Surname']);
  });

  it('is found by the step and the groups around it as well', () => {
    expect(named('shop name')).toEqual(['Shop › Name']);
    expect(named('mails addr')).toEqual(['CRM › E-mails › Address']);
  });

  it('is nothing when nothing has the word', () => {
    expect(named('zip')).toEqual([]);
  });
});
