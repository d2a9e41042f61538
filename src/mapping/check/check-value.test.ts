import { describe, expect, it } from 'vitest';
import { propertyAt, type Json, type JsonSchema } from '../../shared/index.ts';
import { processorMs } from '../../shared/testing/processor-ms.ts';
import { checkValue } from '../index.ts';
import { text, group } from '../testing/few-words.ts';
import { codes } from '../testing/found-customer.ts';

describe('checkValue', () => {
  const schema = group(
    {
      email: { type: 'string', format: 'email', title: 'E-mail' },
      age: { type: ['integer', 'null'], minimum: 18 },
      tags: { type: 'array', items: text, maxItems: 1 },
    },
    ['email'],
  );

  it('names each field that does not fit, with the words for it', () => {
    const problems = checkValue({ age: 3, tags: ['a', 'b'], extra: 1 }, schema);
    expect(
      problems.map(({ code, path }) => [code.replace('mapping.value-', ''), path.join('.')]).sort(),
    ).toEqual([
      ['missing', 'email'],
      ['too-many', 'tags'],
      ['too-small', 'age'],
      ['unknown-field', 'extra'],
    ]);
    expect(problems.find(({ path }) => path[0] === 'email')?.params['field']).toBe('E-mail');
  });

  it('takes 64-bit numbers as whole numbers', () => {
    expect(checkValue({ email: 'a@b.co', age: 9007199254740993n }, schema)).toEqual([]);
  });

  it('says one thing about "a text or nothing"', () => {
    expect(
      codes(checkValue({ a: 5 }, group({ a: { anyOf: [{ type: 'string' }, { type: 'null' }] } }))),
    ).toEqual(['value-wrong-kind']);
  });

  it('reads descriptions whose examples look like schemas, and says nothing where none can be read', () => {
    const example = { $id: 'https://example.com/1' };
    const schema = group({ a: { type: 'string', examples: [example], default: example } }, ['a']);
    const twice = { ...schema, example, components: { examples: [example], b: { example } } };
    expect(codes(checkValue({}, twice as JsonSchema))).toEqual(['value-missing']);
    expect(checkValue(1, { type: 'string', items: 5 } as unknown as JsonSchema)).toBeDefined();
  });

  it('tries ordinary patterns, and says nothing about one that might hold up the page', () => {
    const withPattern = (pattern: string) => group({ a: { type: 'string', pattern } });
    const text = `${'a'.repeat(40)}!`;
    expect(codes(checkValue({ a: text }, withPattern('^[a-z0-9]+(-[a-z0-9]+)*$')))).toEqual([
      'value-does-not-fit',
    ]);
    expect(checkValue({ a: text }, withPattern('^(a+)+$'))).toEqual([]);
    expect(checkValue({ a: 'a'.repeat(100_000) }, withPattern('^.*b.*c$'))).toEqual([]);
  });

  it('judges a web address soon, however it is called', () => {
    const address = (value: string) =>
      codes(checkValue({ a: value }, group({ a: { type: 'string', format: 'url' } })));
    expect(address(`http://${'a'.repeat(60)} !`)).toEqual(['value-not-an-address']);
    expect(address('https://example.com/a?b=c')).toEqual([]);
  });

  it('says nothing about fields whose names such a pattern decides', () => {
    const named = {
      type: 'object',
      patternProperties: { '^(a+)+$': { type: 'number' } },
      additionalProperties: false,
    } as const;
    const name = `${'a'.repeat(40)}!`;
    expect(checkValue({ [name]: 'x' }, named)).toEqual([]);
    expect(propertyAt(named, name, named)).toEqual({});
    expect(codes(checkValue({ x: 1 }, { ...named, patternProperties: { '^a+$': {} } }))).toEqual([
      'value-unknown-field',
    ]);
  });

  it('reads descriptions with broken patterns and references to nowhere', () => {
    expect(
      checkValue(
        { a: 'x', b: 1 },
        group({ a: { type: 'string', pattern: '[' }, b: { $ref: '#/$defs/gone' } }),
      ),
    ).toEqual([]);
  });

  it('keeps what is wrong with one entry of a list apart from what is wrong with the others', () => {
    const either: JsonSchema = {
      type: 'array',
      items: { anyOf: [group({ a: text }, ['a']), { type: 'string', maxLength: 2 }] },
    };
    const entries: Json[] = Array.from({ length: 12 }, () => 'ok');
    entries[1] = 'long';
    entries[10] = {};
    expect(checkValue(entries, either).map(({ path }) => path)).toEqual([[1], [10, 'a']]);
  });

  it('tells each of thousands of wrong entries, and of very many the first', () => {
    const wrong = (count: number): Json => ({ rows: Array.from({ length: count }, (_, at) => at) });
    const rows = { type: 'array', items: { anyOf: [text, { type: 'null' }] } } as const;
    const start = processorMs();
    expect(checkValue(wrong(2000), group({ rows }))).toHaveLength(2000);
    expect(checkValue(wrong(60_000), group({ rows }))).toHaveLength(1);
    expect(processorMs(start)).toBeLessThan(2500); // it took 4 seconds, and told nothing of the many
  });

  it('looks for twins in a list, and says nothing about a list too long to compare all', () => {
    const apart: JsonSchema = { type: 'array', uniqueItems: true };
    const entries = (count: number): Json =>
      Array.from({ length: count }, (_, at) => ({ id: at % 900 }));
    expect(codes(checkValue(entries(901), apart))).toEqual(['value-does-not-fit']);
    expect(checkValue(entries(20_000), apart)).toEqual([]);
  });

  it.each<JsonSchema>([
    { nullable: true, allOf: [{ type: 'object' }] },
    { nullable: true, oneOf: [{ type: 'string' }, { type: 'integer' }] },
    { nullable: true, $ref: '#/$defs/card' },
    { nullable: true, type: 'string', enum: ['a'] },
    { nullable: true, type: ['string', 'integer'] },
    { nullable: true, const: 'a' },
  ])('takes nothing where a description says that it may be empty: %j', (part) => {
    const card = { ...group({ a: part }), $defs: { card: { type: 'object' } } } as const;
    expect(checkValue({ a: null }, card)).toEqual([]);
    expect(checkValue({ a: true }, card)).not.toEqual([]);
  });

  it.each<[JsonSchema, number, readonly string[]]>([
    [{ minimum: 0, exclusiveMinimum: 0 }, 0, ['value-not-above']],
    [older({ minimum: 0, exclusiveMinimum: true }), 0, ['value-not-above']],
    [older({ minimum: 0, exclusiveMinimum: true }), 0.5, []],
    [older({ minimum: -10, exclusiveMinimum: false }), -5, []],
    [older({ maximum: 10, exclusiveMaximum: true }), 10, ['value-not-below']],
    [older({ maximum: 10, exclusiveMaximum: false }), 5, []],
  ])('reads limits as older descriptions write them: %j and %d', (limits, value, expected) => {
    const problems = checkValue(value, { type: 'number', ...limits });
    expect(codes(problems)).toEqual(expected);
    for (const { params } of problems) expect(params['limit']).toBe(value);
  });

  it.each([
    [{ type: 'object', minProperties: 1 }, {}],
    [
      { type: 'object', maxProperties: 1 },
      { a: 1, b: 2 },
    ],
    [{ type: 'object', dependentRequired: { a: ['b'] } }, { a: 1 }],
    [{ type: 'array', contains: { type: 'string' } }, [1]],
  ])('judges a group or list as a whole: %j', (whole, value) => {
    expect(codes(checkValue(value, older(whole)))).toEqual(['value-does-not-fit']);
  });

  it('takes the largest 64-bit number, and one as a choice', () => {
    const largest = 9223372036854775807n;
    const limited = older({ type: 'integer', maximum: largest });
    expect(checkValue(largest, limited)).toEqual([]);
    expect(checkValue(largest, { enum: [largest] })).toEqual([]);
    expect(checkValue(largest, { const: largest })).toEqual([]);
  });
});

/** Words that the type of a schema does not know. */
function older(schema: object): JsonSchema {
  return schema;
}
