import { describe, expect, it } from 'vitest';
import type { JsonSchema } from '../../../shared/index.ts';
import type { Segment } from '../../../mapping/index.ts';
import { brokenAt, replacementsFor, takingAsBefore, widest } from './replacements.ts';

const each = { each: true } as const;
const text: JsonSchema = { type: 'string' };
const group = (properties: Record<string, JsonSchema>): JsonSchema => ({
  type: 'object',
  properties,
});
const crm = {
  from: 'crm',
  title: 'CRM',
  schema: group({
    surname: text,
    age: { type: 'integer' },
    emails: { type: 'array', items: group({ address: { type: 'string', format: 'email' } }) },
  }),
};
const shop = { from: 'shop', title: 'Shop', schema: group({ surnam: text, city: text }) };

const best = (path: readonly Segment[], from = 'crm', wanted = text) =>
  replacementsFor({ from, path }, wanted, wanted, [crm, shop])
    .filter(({ reason }) => reason !== undefined)
    .map(({ titles, source, reason }) => `${source}: ${titles.join(' › ')} (${reason?.code})`);

describe('what could stand where something has gone', () => {
  it('is first the same field of another step', () => {
    expect(best(['city'], 'gone')[0]).toBe('Shop: City (lists.replace-same-field)');
    expect(
      best(['emails', { first: true }, 'address'], 'gone', { type: 'string', format: 'email' })[0],
    ).toBe('CRM: Emails › Address (lists.replace-same-field)');
  });

  it('is what the names propose, then what is nearly the same', () => {
    expect(best(['lastName'])[0]).toBe('CRM: Surname (mapping.match-same-meaning)');
    expect(best(['citi'])).toContain('Shop: City (lists.replace-similar)');
  });

  it('ends with everything else, what fits before what does not', () => {
    const all = replacementsFor({ from: 'crm', path: ['zzz'] }, text, text, [crm, shop]);
    expect(all.map(({ titles }) => titles.at(-1))).toEqual([
      'Surname',
      'Address',
      'Surnam',
      'City',
      'Age',
      'Emails',
    ]);
  });
});

describe('how far a replacement reaches', () => {
  const reach = (old: readonly Segment[], next: readonly Segment[], broken: number) => {
    const wide = widest({ from: 'a', path: old }, { from: 'b', path: next }, broken);
    return [wide.old.path, wide.next.path];
  };

  it('is the whole step where the step has gone', () => {
    expect(reach(['x', 'y'], ['x', 'y'], -1)).toEqual([[], []]);
  });

  it('is the renamed group with all that is in it', () => {
    expect(reach(['mails', { first: true }, 'address'], ['emails', each, 'address'], 0)).toEqual([
      ['mails'],
      ['emails'],
    ]);
  });

  it('is the field alone where its group is still there', () => {
    expect(reach(['customer', 'name'], ['contact', 'name'], 1)).toEqual([
      ['customer', 'name'],
      ['contact', 'name'],
    ]);
  });

  it('takes the same entry as before, of further lists the first', () => {
    expect(takingAsBefore(['a', each, 'b', each], ['x', { last: true }])).toEqual([
      'a',
      { last: true },
      'b',
      { first: true },
    ]);
  });

  it('begins where the ref leaves what there is', () => {
    expect(brokenAt({ from: 'gone', path: ['a'] }, [crm])).toBe(-1);
    expect(brokenAt({ from: 'crm', path: ['emails', each, 'adress'] }, [crm])).toBe(2);
  });
});
