import { describe, expect, it } from 'vitest';
import type { JsonSchema } from '../../../shared/index.ts';
import { fieldKind, fieldRows } from './field-rows.ts';
import { kindWords, valueWords } from './kind-words.ts';

const words = (schema: JsonSchema) => kindWords(fieldKind(schema, schema));

describe('a kind in words', () => {
  it.each<[JsonSchema, string]>([
    [{ type: 'string' }, 'text'],
    [{ type: 'string', format: 'email' }, 'e-mail address'],
    [{ type: 'string', format: 'date' }, 'date'],
    [{ type: ['string', 'null'], format: 'date' }, 'date, may be empty'],
    [{ type: 'integer' }, 'whole number'],
    [{ type: ['integer', 'number'] }, 'number'],
    [{ type: 'boolean' }, 'yes or no'],
    [{ type: 'string', oneOf: [{ const: 'a' }] }, 'choice'],
    [{ type: 'object', properties: {} }, 'group of fields'],
    [{ type: 'array', items: { type: 'string' } }, 'list: text'],
    [{ type: 'array', items: { type: 'object' } }, 'list: group of fields'],
    [{ type: 'array' }, 'list'],
    [{ type: ['string', 'number'] }, 'anything'],
    [{}, 'anything'],
  ])('%j reads "%s"', (schema, sentence) => {
    expect(words(schema)).toBe(sentence);
  });
});

describe('the fields of a description', () => {
  const schema: JsonSchema = {
    type: 'object',
    properties: {
      firstName: { type: 'string' },
      emails: {
        type: 'array',
        items: {
          type: 'object',
          properties: { address: { type: 'string', title: 'E-mail address' } },
          required: ['address'],
        },
      },
    },
    required: ['firstName'],
  };

  it('come with their titles, their depth, and their place in the example', () => {
    const rows = fieldRows(schema, { firstName: 'Ada', emails: [{ address: 'ada@example.com' }] });
    expect(
      rows.map(({ title, depth, required, example }) => ({ title, depth, required, example })),
    ).toEqual([
      { title: 'First name', depth: 0, required: true, example: 'Ada' },
      { title: 'Emails', depth: 0, required: false, example: [{ address: 'ada@example.com' }] },
      { title: 'E-mail address', depth: 1, required: true, example: 'ada@example.com' },
    ]);
  });

  it('are those of the entries when the whole is a list', () => {
    expect(
      fieldRows({ type: 'array', items: schema }, [{ firstName: 'Ada' }]).map(
        ({ title, example }) => [title, example],
      ),
    ).toEqual([
      ['First name', 'Ada'],
      ['Emails', undefined],
      ['E-mail address', undefined],
    ]);
  });

  it('end where a description contains itself', () => {
    const node: JsonSchema = {
      $defs: { node: { type: 'object', properties: { next: { $ref: '#/$defs/node' } } } },
      $ref: '#/$defs/node',
    };
    expect(fieldRows(node, undefined).map(({ depth }) => depth)).toEqual([0, 1, 2]);
  });
});

describe('a value in a table', () => {
  it.each([
    [true, 'yes'],
    [null, 'empty'],
    [['vip', 'new'], 'vip, new'],
    [[{ a: 1 }, { a: 2 }], '2 entries'],
    [12.5, '12.5'],
  ])('%j reads "%s"', (value, sentence) => {
    expect(valueWords(value)).toBe(sentence);
  });
});
