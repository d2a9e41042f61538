import { describe, expect, it } from 'vitest';
import type { JsonSchema } from '../../../shared/index.ts';
import {
  checkBinding,
  setAt,
  type Binding,
  type MappingProblem,
  type SourceType,
} from '../../index.ts';

const ref: Binding = { kind: 'ref', from: 's1', path: ['value'] };
const group = (properties: Record<string, JsonSchema>, required = Object.keys(properties)) =>
  ({ type: 'object', properties, required, additionalProperties: false }) satisfies JsonSchema;
const text = (more: Partial<JsonSchema> = {}): JsonSchema => ({ type: 'string', ...more });
const number = (more: Partial<JsonSchema> = {}): JsonSchema => ({ type: 'number', ...more });
const list = (more: Partial<JsonSchema> = {}): JsonSchema => ({
  type: 'array',
  items: text(),
  ...more,
});

/** What is said about a field of one type filled with a field of another. */
function said(from: JsonSchema, to: JsonSchema, locale?: string): readonly MappingProblem[] {
  const source: SourceType = { from: 's1', title: 'Step', schema: group({ value: from }) };
  const binding: Binding = { kind: 'object', props: { field: ref } };
  return checkBinding(binding, group({ field: to }), [source], { locale });
}
const told = (problems: readonly MappingProblem[]): string[] =>
  problems.map(
    ({ code, severity, fixes }) =>
      `${code.replace('mapping.', '')} ${severity}${fixes
        .map((fix) => ` +${fix.code.replace('mapping.fix-', '')}`)
        .join('')}`,
  );

describe('lengths', () => {
  it.each<[string, JsonSchema, JsonSchema, string[]]>([
    [
      'can be longer',
      text({ maxLength: 9 }),
      text({ maxLength: 5 }),
      ['may-be-too-long warning +shorten'],
    ],
    [
      'is always longer',
      text({ minLength: 6, maxLength: 9 }),
      text({ maxLength: 5 }),
      ['always-too-long error +shorten'],
    ],
    [
      'can be shorter',
      text({ minLength: 1 }),
      text({ minLength: 3 }),
      ['may-be-too-short warning'],
    ],
    [
      'is always shorter',
      text({ maxLength: 2 }),
      text({ minLength: 3 }),
      ['always-too-short error'],
    ],
    ['nobody knows', text(), text({ minLength: 3, maxLength: 5 }), []],
    [
      'choices have a length',
      text({ enum: ['a', 'abcdef'] }),
      text({ maxLength: 5 }),
      ['may-be-too-long warning +shorten'],
    ],
    ['fits', text({ minLength: 3, maxLength: 5 }), text({ minLength: 3, maxLength: 5 }), []],
    [
      'entries of a list',
      list({ items: text({ maxLength: 9 }) }),
      list({ items: text({ maxLength: 5 }) }),
      ['may-be-too-long warning +shorten'],
    ],
  ])('%s', (_title, from, to, expected) => {
    expect(told(said(from, to))).toEqual(expected);
  });
});

describe('sizes', () => {
  it.each<[string, JsonSchema, JsonSchema, string[]]>([
    ['never inside', number({ minimum: 20 }), number({ maximum: 10 }), ['out-of-range error']],
    [
      'sometimes above',
      number({ maximum: 20 }),
      number({ maximum: 10 }),
      ['may-be-out-of-range warning'],
    ],
    [
      'sometimes below',
      number({ minimum: 0 }),
      number({ exclusiveMinimum: 1 }),
      ['may-be-out-of-range warning'],
    ],
    ['nobody knows', number(), number({ minimum: 0, maximum: 10 }), []],
    [
      'choices outside',
      number({ enum: [1, 99] }),
      number({ maximum: 10 }),
      ['may-be-out-of-range warning'],
    ],
    ['fits', number({ minimum: 1, maximum: 5 }), number({ minimum: 0, maximum: 10 }), []],
  ])('%s', (_title, from, to, expected) => {
    expect(told(said(from, to))).toEqual(expected);
  });
});

describe('numbers of entries', () => {
  it.each<[string, JsonSchema, JsonSchema, string[]]>([
    [
      'can be too many',
      list({ maxItems: 9 }),
      list({ maxItems: 3 }),
      ['may-be-too-many warning +first-entries'],
    ],
    [
      'are always too many',
      list({ minItems: 4 }),
      list({ maxItems: 3 }),
      ['may-be-too-many error +first-entries'],
    ],
    ['are always too few', list({ maxItems: 1 }), list({ minItems: 2 }), ['too-few-entries error']],
    ['nobody knows', list(), list({ minItems: 1, maxItems: 3 }), []],
  ])('%s', (_title, from, to, expected) => {
    expect(told(said(from, to))).toEqual(expected);
  });

  it('takes the first ones only', () => {
    const [problem] = said(list({ maxItems: 9 }), list({ maxItems: 3 }));
    const fix = problem?.fixes[0];
    expect(fix && setAt(undefined, fix.at, fix.binding)).toEqual({
      kind: 'object',
      props: {
        field: {
          kind: 'list',
          parts: [
            {
              forEach: ref,
              name: 'entry',
              limit: 3,
              item: { kind: 'ref', from: 'item:entry', path: [] },
            },
          ],
        },
      },
    });
  });
});

describe('choices', () => {
  it('offers a table with the words of both sides paired', () => {
    const [problem] = said(
      text({ enum: ['ACTIVE', 'on hold', 'closedd', 'new'] }),
      text({ enum: ['active', 'on_hold', 'closed'] }),
    );
    expect(problem?.fixes[0]?.binding).toEqual({
      kind: 'table',
      on: ref,
      rows: [
        { equals: 'ACTIVE', then: { kind: 'literal', value: 'active' } },
        { equals: 'on hold', then: { kind: 'literal', value: 'on_hold' } },
        { equals: 'closedd', then: { kind: 'literal', value: 'closed' } },
      ],
      otherwise: { kind: 'literal', value: 'active' },
    });
  });

  it('offers a table with the target’s values when the source can be anything', () => {
    const [problem] = said(text(), text({ enum: ['a', 'b'] }));
    expect(problem?.severity).toBe('hint');
    expect(problem?.fixes[0]?.binding).toEqual({
      kind: 'table',
      on: ref,
      rows: [
        { equals: 'a', then: { kind: 'literal', value: 'a' } },
        { equals: 'b', then: { kind: 'literal', value: 'b' } },
      ],
    });
  });

  it('does not take a word for its opposite', () => {
    const [problem] = said(text({ enum: ['inactive'] }), text({ enum: ['active'] }));
    expect(problem?.fixes[0]?.binding).toMatchObject({ rows: [] });
  });
});

describe('formats', () => {
  const of = (format: string): JsonSchema => text({ format });

  it.each<[string, JsonSchema, JsonSchema, string[]]>([
    [
      'a date with a time for a date',
      of('date-time'),
      of('date'),
      ['format-differs error +to-date'],
    ],
    [
      'a date for a date with a time',
      of('date'),
      of('date-time'),
      ['format-differs error +to-date-time'],
    ],
    ['an e-mail address for a web address', of('email'), of('uri'), ['format-differs warning']],
    ['a unique ID for an e-mail address', of('uuid'), of('email'), ['format-differs warning']],
    ['an e-mail address for any text', of('email'), text(), []],
    ['any text for an e-mail address', text(), of('email'), []],
  ])('%s', (_title, from, to, expected) => {
    expect(told(said(from, to))).toEqual(expected);
  });

  it.each<[string | undefined, string[]]>([
    [undefined, ['DD.MM.YYYY', 'MM/DD/YYYY']],
    ['de', ['DD.MM.YYYY', 'MM/DD/YYYY']],
    ['en-US', ['MM/DD/YYYY', 'DD.MM.YYYY']],
    ['en-GB', ['DD/MM/YYYY', 'DD.MM.YYYY', 'MM/DD/YYYY']],
    ['fr', ['DD/MM/YYYY', 'DD.MM.YYYY', 'MM/DD/YYYY']],
    ['sv', ['YYYY-MM-DD', 'DD.MM.YYYY', 'MM/DD/YYYY']],
    ['not a language', ['DD.MM.YYYY', 'MM/DD/YYYY']],
  ])('days of a text are read first as people write them: %s', (locale, expected) => {
    const [problem] = said(text(), of('date'), locale);
    const patterns = problem?.fixes.flatMap(({ params }) => params['format'] ?? []);
    expect(patterns).toEqual(expected);
  });

  it.each([
    [undefined, ['to-number', 'to-number-comma']],
    ['en', ['to-number', 'to-number-comma']],
    ['de', ['to-number-comma', 'to-number']],
    ['fr', ['to-number-comma', 'to-number']],
    ['de-CH', ['to-number', 'to-number-comma']],
  ])('numbers of a text are read first as people write them: %s', (locale, expected) => {
    const [problem] = said(text(), number(), locale);
    expect(problem?.fixes.map(({ code }) => code.replace('mapping.fix-', ''))).toEqual(expected);
  });
});

describe('whole groups', () => {
  const given = group(
    { id: text(), amount: text(), note: text(), status: text({ enum: ['a', 'b'] }) },
    ['id', 'amount', 'status'],
  );

  it.each<[string, JsonSchema, string[]]>([
    ['the same fields', given, []],
    [
      'a field of another kind',
      group({ id: text(), amount: number() }),
      ['group-fields-differ error +one-by-one', 'group-has-more error +one-by-one'],
    ],
    [
      'a field that may be missing and is needed',
      { ...given, required: ['note'] },
      ['group-fields-may-not-fit warning +one-by-one'],
    ],
    [
      'a field with other choices',
      { ...given, properties: { ...given.properties, status: text({ enum: ['c'] }) } },
      ['group-fields-differ error +one-by-one'],
    ],
    [
      'a field that is not there',
      { type: 'object', properties: { email: text() }, required: ['email'] },
      ['group-lacks-fields error'],
    ],
    ['other names are taken', { type: 'object', additionalProperties: text() }, []],
  ])('%s', (_title, to, expected) => {
    expect(told(said(given, to))).toEqual(expected);
  });

  it('a field that its description neither lists nor rules out may be there', () => {
    const more: JsonSchema = { ...given, additionalProperties: text() };
    const wanted = (email: JsonSchema): JsonSchema => ({
      type: 'object',
      properties: { email },
      required: ['email'],
    });
    expect(told(said(more, wanted(text())))).toEqual(['group-fields-may-not-fit warning']);
    expect(told(said(more, wanted(number())))).toEqual(['group-fields-differ error']);
  });
});
