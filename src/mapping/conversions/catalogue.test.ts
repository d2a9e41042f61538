import { describe, expect, it } from 'vitest';
import type { JsonSchema } from '../../shared/index.ts';
import { conversionDescriptors, conversionSchema, conversionsFor } from '../index.ts';

const names = (from: JsonSchema, to: JsonSchema): string[] =>
  conversionsFor(from, to).map((offer) => offer.with.map(({ name }) => name).join(' + '));

describe('conversionsFor', () => {
  it.each<[string, JsonSchema, JsonSchema, string[]]>([
    ['a number to a text', { type: 'number' }, { type: 'string' }, ['to-text']],
    [
      'a list of numbers to a text',
      { type: 'array', items: { type: 'number' } },
      { type: 'string' },
      ['first + to-text', 'last + to-text', 'join'],
    ],
    [
      'a text to a list of numbers',
      { type: 'string' },
      { type: 'array', items: { type: 'integer' } },
      ['to-whole-number + to-list'],
    ],
    [
      'a list of texts to a list of numbers',
      { type: 'array', items: { type: 'string' } },
      { type: 'array', items: { type: 'integer' } },
      ['to-whole-number'],
    ],
    [
      'a list of lists to a list',
      { type: 'array', items: { type: 'array', items: { type: 'string' } } },
      { type: 'array', items: { type: 'string' } },
      ['flatten'],
    ],
    [
      'a number to a date',
      { type: 'integer' },
      { type: 'string', format: 'date' },
      ['to-date', 'to-date'],
    ],
    [
      'a list of groups to a group',
      { type: 'array', items: { type: 'object' } },
      { type: 'object' },
      ['first', 'last'],
    ],
    [
      'a text or nothing to a number or nothing',
      { type: ['string', 'null'] },
      { type: ['integer', 'null'] },
      ['to-whole-number'],
    ],
    ['yes or no to a number', { type: 'boolean' }, { type: 'number' }, []],
  ])('leads from %s', (_title, from, to, expected) => {
    expect(names(from, to)).toEqual(expected);
  });
});

it('the menu has every conversion of the format once, each ready to use', () => {
  const offered = conversionDescriptors.map(({ name }) => name);
  expect(new Set(offered).size).toBe(offered.length);
  expect(offered.length).toBe(35);
  for (const { initial } of conversionDescriptors)
    expect(conversionSchema.parse(initial)).toEqual(initial);
});
