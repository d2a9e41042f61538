import { describe, expect, it } from 'vitest';
import type { JsonSchema } from '../../../shared/index.ts';
import { needsListChoice, pickBinding } from './insertion.ts';

const text: JsonSchema = { type: 'string' };
const texts: JsonSchema = { type: 'array', items: text };
const addresses = ['emails', { each: true }, 'address'] as const;

describe('picking data for a field', () => {
  it('asks about a list only where one value is wanted', () => {
    expect(needsListChoice(addresses, text, text, text)).toBe(true);
    expect(needsListChoice(['tags'], texts, text, text)).toBe(true);
    expect(needsListChoice(addresses, text, texts, texts)).toBe(false);
    expect(needsListChoice(['firstName'], text, text, text)).toBe(false);
    expect(needsListChoice(addresses, text, {}, {})).toBe(false);
  });

  it('takes the first entry inside the path', () => {
    expect(pickBinding('crm', addresses, 'first')).toEqual({
      kind: 'ref',
      from: 'crm',
      path: ['emails', { first: true }, 'address'],
    });
  });

  it('takes the last entry of a plain list at the end of the path', () => {
    expect(pickBinding('crm', ['tags'], 'last')).toEqual({
      kind: 'ref',
      from: 'crm',
      path: ['tags', { last: true }],
    });
  });

  it('joins all entries by a conversion that the person can see', () => {
    expect(pickBinding('crm', addresses, 'joined')).toEqual({
      kind: 'convert',
      of: { kind: 'ref', from: 'crm', path: addresses },
      with: [{ name: 'join', by: ', ' }],
    });
  });
});
