import { describe, expect, it } from 'vitest';
import { propertyAt, type JsonSchema } from '../../shared/index.ts';
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
});
