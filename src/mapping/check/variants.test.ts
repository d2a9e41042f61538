import { describe, expect, it } from 'vitest';
import { variantsOf, type JsonSchema } from '../../shared/index.ts';
import { sayWording } from '../../words/index.ts';
import { checkBinding, setAt, variantWords, type Binding } from '../index.ts';

const text: JsonSchema = { type: 'string' };
const group = (properties: Record<string, JsonSchema>, required = Object.keys(properties)) =>
  ({ type: 'object', properties, required }) satisfies JsonSchema;
const literal = (value: string): Binding => ({ kind: 'literal', value });
const filled = (props: Record<string, Binding>, variant?: number): Binding => ({
  kind: 'object',
  props,
  ...(variant === undefined ? {} : { variant }),
});
const codesOf = (binding: Binding | undefined, schema: JsonSchema): string[] =>
  checkBinding(binding, schema, []).map(
    ({ code, path, severity }) => `${code.replace('mapping.', '')} ${path.join('.')} ${severity}`,
  );

describe('a group that can be filled in several ways', () => {
  const byField: JsonSchema = {
    oneOf: [
      group({ kind: { const: 'card' }, number: text }),
      { ...group({ kind: { const: 'sepa' }, iban: text }), title: 'Bank transfer' },
    ],
  };
  const byPresence: JsonSchema = {
    ...group({ email: text, phone: text }, []),
    anyOf: [{ required: ['email'] }, { required: ['phone'] }],
  };

  it.each<[string, JsonSchema, Binding, string[]]>([
    [
      'nothing tells',
      byField,
      filled({}),
      ['variant-undecided  error', 'required-unbound kind error'],
    ],
    [
      'a fixed value tells, and its fields are needed',
      byField,
      filled({ kind: literal('sepa') }),
      ['required-unbound iban error'],
    ],
    [
      'a field of a step tells, record by record',
      byField,
      filled({ kind: { kind: 'ref', from: 's', path: [] } }),
      ['unknown-source kind error'],
    ],
    [
      'it is chosen, and the field that says so is missing',
      byField,
      filled({ number: literal('1') }, 0),
      ['required-unbound kind error'],
    ],
    [
      'it is chosen, and the field that says so says another',
      byField,
      filled({ kind: literal('sepa'), number: literal('1') }, 0),
      ['value-not-a-choice kind error'],
    ],
    ['what is filled tells', byPresence, filled({ phone: literal('1') }), []],
    ['neither of two fields is filled', byPresence, filled({}), ['variant-undecided  error']],
  ])('%s', (_title, schema, binding, expected) => {
    expect(codesOf(binding, schema)).toEqual(expected);
  });

  it('choosing one fills the field that says which, and the rest is asked for', () => {
    const [problem] = checkBinding(filled({}), byField, []);
    expect(problem?.fixes.map(({ params }) => params['name'])).toEqual(['Card', 'Bank transfer']);
    const fix = problem?.fixes[1];
    const mended = fix && setAt(filled({}), fix.at, fix.binding);
    expect(mended).toEqual(filled({ kind: literal('sepa') }, 1));
    expect(codesOf(mended, byField)).toEqual(['required-unbound iban error']);
  });

  it('offers the constant of the way that was chosen', () => {
    const [problem] = checkBinding(filled({ number: literal('1') }, 0), byField, []);
    expect(problem?.fixes[0]?.binding).toEqual(literal('card'));
  });
});

describe('the words for ways to fill something', () => {
  it.each<[string, JsonSchema, string[]]>([
    [
      'names',
      { oneOf: [group({ kind: { const: 'card' } }), group({ kind: { const: 'cash' } })] },
      ['Card', 'Cash'],
    ],
    [
      'fields',
      { anyOf: [group({ email: text }), group({ phone: text })] },
      ['With Email', 'With Phone'],
    ],
    [
      'kinds',
      { anyOf: [text, { type: 'array', items: text }, { type: 'boolean' }] },
      ['As a text', 'As a list', 'As yes or no'],
    ],
    [
      'numbers',
      { anyOf: [group({ a: text }), group({ a: { type: 'number' } })] },
      ['Way 1', 'Way 2'],
    ],
  ])('are %s', (_title, schema, expected) => {
    expect(variantWords(variantsOf(schema, schema)).map(sayWording)).toEqual(expected);
  });
});
