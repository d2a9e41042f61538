import { describe, expect, it } from 'vitest';
import type { JsonSchema } from '../../../shared/index.ts';
import { formValidator } from './form-validator.ts';
import { isTamePattern, misfitsOf, plain } from './validation.ts';
import { processorMs } from '../../../shared/testing/processor-ms.ts';

const customer: JsonSchema = {
  type: 'object',
  properties: {
    email: { type: 'string', format: 'email' },
    age: { type: 'integer', minimum: 18 },
    'a/b': { type: 'string', minLength: 2 },
    status: { oneOf: [{ const: 'active' }, { const: 'lead' }] },
    company: { type: 'object', properties: { name: { type: 'string' } }, required: ['name'] },
    tags: { type: 'array', items: { type: 'string' }, uniqueItems: true },
  },
  required: ['email'],
};

describe('what does not fit a description', () => {
  it('is nothing for a value that fits', () => {
    expect(
      misfitsOf(customer, { email: 'ada@example.com', status: 'lead', tags: ['vip'] }),
    ).toEqual([]);
  });

  it('names the missing field itself, also inside a group', () => {
    expect(misfitsOf(customer, { company: {} })).toEqual([
      { path: ['email'], keyword: 'required' },
      { path: ['company', 'name'], keyword: 'required' },
    ]);
  });

  it('takes an emptied field for a missing one', () => {
    expect(misfitsOf(customer, { email: undefined })).toEqual([
      { path: ['email'], keyword: 'required' },
    ]);
  });

  it('says once that no option fits, not what each option minds', () => {
    expect(misfitsOf(customer, { email: 'ada@example.com', status: 'gone' })).toEqual([
      { path: ['status'], keyword: 'oneOf' },
    ]);
  });

  it('finds fields whose names have a slash, and entries by their place', () => {
    const found = misfitsOf(customer, { email: 'ada@example.com', 'a/b': 'x', tags: ['a', 7] });
    expect(found).toEqual([
      { path: ['a/b'], keyword: 'minLength' },
      { path: ['tags', 1], keyword: 'type' },
    ]);
  });

  it('follows references inside the description', () => {
    const schema: JsonSchema = {
      type: 'object',
      properties: { to: { $ref: '#/$defs/address' } },
      $defs: { address: { type: 'string', format: 'email' } },
    };
    expect(misfitsOf(schema, { to: 'nobody' })).toEqual([{ path: ['to'], keyword: 'format' }]);
  });

  it('finds nothing, and does not throw, where a reference leads nowhere', () => {
    expect(misfitsOf({ properties: { to: { $ref: '#/$defs/gone' } } }, { to: 1 })).toEqual([]);
  });

  it('leaves the description as it was', () => {
    const frozen = Object.freeze({ type: 'object', required: Object.freeze(['a']) }) as JsonSchema;
    expect(misfitsOf(frozen, {})).toEqual([{ path: ['a'], keyword: 'required' }]);
    expect(Object.keys(frozen)).toEqual(['type', 'required']);
  });

  it('answers at once for a pattern that could run for ever, by not trying it', () => {
    const schema: JsonSchema = {
      type: 'object',
      properties: { name: { type: 'string', pattern: '^(a+)+$' } },
    };
    const before = processorMs();
    expect(misfitsOf(schema, { name: `${'a'.repeat(40)}!` })).toEqual([]);
    expect(processorMs(before)).toBeLessThan(200);
  });
});

describe('patterns', () => {
  it.each([
    ['^[A-Za-z0-9-]+$', true],
    ['^\\d{4}-\\d{2}$', true],
    ['^(a+)+$', false],
    ['(x)\\1', false],
    ['a*b*c*d*', false],
  ])('%s is tried: %s', (pattern, tame) => {
    expect(isTamePattern(pattern)).toBe(tame);
  });
});

describe('a value made plain', () => {
  it('loses what is undefined and keeps what is null', () => {
    expect(plain({ a: undefined, b: null, c: [undefined, 1n] })).toEqual({ b: null, c: [null, 1] });
  });
});

describe('the form library’s validator', () => {
  const root = { definitions: { card: { type: 'object', required: ['number'] } } };

  it('tells which branch of a choice a value is', () => {
    expect(
      formValidator.isValid(
        { $ref: '#/definitions/card' } as never,
        { number: '4' },
        root as never,
      ),
    ).toBe(true);
    expect(formValidator.isValid({ $ref: '#/definitions/card' } as never, {}, root as never)).toBe(
      false,
    );
  });

  it('says no, and does not throw, for a branch that cannot be read', () => {
    expect(formValidator.isValid({ $ref: '#/definitions/gone' } as never, {}, root as never)).toBe(
      false,
    );
  });

  it('puts each misfit below its field', () => {
    const { errorSchema } = formValidator.validateFormData({ company: {} }, customer as never);
    expect(errorSchema).toMatchObject({
      email: { __errors: ['required'] },
      company: { name: { __errors: ['required'] } },
    });
  });
});

it('judges a web address soon, also under its older name', () => {
  const schema = {
    type: 'object' as const,
    properties: { at: { type: 'string' as const, format: 'url' } },
  };
  expect(misfitsOf(schema, { at: `http://${'a'.repeat(60)} ` })).toHaveLength(1);
  expect(misfitsOf(schema, { at: 'https://example.com/a' })).toEqual([]);
});
