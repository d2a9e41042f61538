import { describe, expect, it } from 'vitest';
import type { Binding, SourceType } from '../../mapping/index.ts';
import { pillFacts, whenEmptyOf, withDefault, withPick, withWhenEmpty } from './pill-facts.ts';

const crm: SourceType = {
  from: 'crm',
  title: 'CRM',
  schema: {
    type: 'object',
    properties: {
      emails: { type: 'array', title: 'E-mails', items: { type: 'string' } },
      revenue: { type: 'number' },
    },
    additionalProperties: false,
  },
};
const revenue: Binding = { kind: 'ref', from: 'crm', path: ['revenue'] };

describe('what a pill says', () => {
  it('names the field, where it comes from and which entry is taken', () => {
    const facts = pillFacts({ kind: 'ref', from: 'crm', path: ['emails', { first: true }] }, [crm]);
    expect(facts).toMatchObject({
      label: 'E-mails',
      source: 'CRM',
      picked: 'first',
      broken: false,
    });
  });

  it('is of the type that its conversions make', () => {
    const facts = pillFacts({ kind: 'convert', of: revenue, with: [{ name: 'to-text' }] }, [crm]);
    expect(facts.schema).toMatchObject({ type: 'string' });
  });

  it('is broken when the field has gone, and still has a name', () => {
    expect(pillFacts({ kind: 'ref', from: 'crm', path: ['zip'] }, [crm])).toMatchObject({
      label: 'Zip',
      broken: true,
    });
  });
});

describe('what a pill does when there is nothing', () => {
  it('leaves the field out unless it is told otherwise', () => {
    expect(whenEmptyOf(revenue)).toBe('leave-out');
    expect(whenEmptyOf(withWhenEmpty(revenue, 'stop'))).toBe('stop');
    expect(withWhenEmpty(withWhenEmpty(revenue, 'null'), 'leave-out')).toEqual(revenue);
  });

  it('has one answer only: a value to use instead goes when another one is chosen, and the other way round', () => {
    const used = withDefault(withWhenEmpty(revenue, 'stop'), 0);
    expect(used).toEqual({
      kind: 'convert',
      of: revenue,
      with: [{ name: 'default-if-empty', value: 0 }],
    });
    expect(whenEmptyOf(used)).toBe('use');
    expect(withWhenEmpty(used, 'leave-out')).toEqual(revenue);
  });

  it('keeps the other conversions', () => {
    const upper: Binding = { kind: 'convert', of: revenue, with: [{ name: 'to-text' }] };
    expect(withWhenEmpty(withDefault(upper, 'x'), 'leave-out')).toEqual(upper);
  });
});

describe('another entry of the list', () => {
  it('keeps a position that somebody chose', () => {
    expect(
      withPick({ kind: 'ref', from: 'crm', path: [{ at: 2 }, 'a', { first: true }] }, 'last').path,
    ).toEqual([{ at: 2 }, 'a', { last: true }]);
  });
});
