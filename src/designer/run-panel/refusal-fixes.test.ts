import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { parseComponent, schemaFromSample } from '../../catalog/index.ts';
import { failureOf, refusalCases, type RefusalCase } from '../../catalog/testing/a-refusal.ts';
import type { Step } from '../../flow/index.ts';
import { bindingAt, setAt, type Binding } from '../../mapping/index.ts';
import type { Json, JsonPath } from '../../shared/index.ts';
import { familyOf, refusedFields } from './model/refusal-facts.ts';
import { fieldFixes, orChangeFix } from './refusal-fixes.ts';

const parsed = parseComponent(
  JSON.parse(readFileSync('components-catalog/database/component.json', 'utf8')),
);
if (!parsed.ok) throw new Error('the database cannot be read');
const component = parsed.value;
const step: Step = {
  id: 'row',
  name: 'Database',
  component: component.id,
  componentVersion: component.version,
  operation: 'add-row',
  settings: { table: 'customers' },
  slots: {},
};
const factsOf = (id: string) => ({
  step,
  component,
  operation: component.operations.find((each) => each.id === id),
});

test('a row that is there already can be changed instead, known by the column that was refused', () => {
  const fix = orChangeFix(factsOf('add-row'), [{ path: ['email'] }], 'exists-already');
  expect(fix?.words).toBe('Use “Add or change a row” instead');
  expect(fix?.operation).toMatchObject({
    type: 'batch',
    operations: [
      { type: 'step.set-operation', operation: 'upsert-row' },
      { type: 'step.set-settings', settings: { table: 'customers', key: ['email'] } },
    ],
  });
});

test('nothing is offered where it was refused for another reason, or where there is no such operation', () => {
  expect(orChangeFix(factsOf('add-row'), [], 'data')).toBeUndefined();
  expect(orChangeFix(factsOf('update-rows'), [], 'exists-already')).toBeUndefined();
});

describe('what is offered at a field that was refused', () => {
  const find = {
    from: 'find',
    title: 'CRM',
    schema: {
      type: 'object',
      properties: {
        mail: { title: 'Mail', type: ['string', 'null'] },
        count: { title: 'Count', type: 'string' },
        tags: { title: 'Tags', type: 'array', items: { type: 'string' } },
      },
      required: ['mail', 'count', 'tags'],
    },
  } as const;
  const input = {
    type: 'object',
    properties: {
      email: { title: 'E-mail', type: 'string' },
      amount: { title: 'Amount', type: 'integer' },
      tag: { title: 'Tag', type: 'string' },
      note: { title: 'Note', type: 'string' },
    },
    required: ['email', 'amount', 'tag'],
  } as const;
  const from = (name: string): Binding => ({ kind: 'ref', from: 'find', path: [name] });
  const props = {
    email: from('mail'),
    amount: from('count'),
    tag: from('tags'),
    note: from('count'),
  };
  const binding: Binding = { kind: 'object', props };
  const facts = { step, binding, input, sources: [find] };
  const refusedAt = (name: string, value: Json) =>
    refusedFields(
      { kind: 'terminal', code: 'failures.said-no', params: {}, fields: [{ path: [name], value }] },
      { schema: input, binding },
      [find],
    );
  /** Words, and what the field is filled with then. */
  const offered = (name: string, value: Json) =>
    fieldFixes(facts, refusedAt(name, value), 'data').map(({ words, operation }) => {
      if (operation.type !== 'step.set-slot') throw new Error(operation.type);
      const content = operation.content as { readonly props: Readonly<Record<string, Binding>> };
      const { [name]: now, ...others } = content.props;
      const { [name as 'note']: _before, ...untouched } = props;
      expect(others).toEqual(untouched);
      return [words, now];
    });

  it('is another value where it was empty', () => {
    const instead = {
      kind: 'convert',
      of: from('mail'),
      with: [{ name: 'default-if-empty', value: '' }],
    };
    expect(offered('email', '')).toEqual([['Use an empty text then', instead]]);
    expect(offered('email', null)).toEqual([['Use an empty text then', instead]]);
  });

  it('is nothing about empty ones where a value came and was refused', () => {
    expect(offered('email', 'ada@')).toEqual([]);
  });

  it('is to turn the value into what the field takes', () => {
    expect(offered('amount', 'seven')).toEqual([
      [
        'Turn into a whole number',
        { kind: 'convert', of: from('count'), with: [{ name: 'to-whole-number' }] },
      ],
    ]);
  });

  it('is to choose of a list, three ways at most', () => {
    expect(offered('tag', ['a'])).toEqual([
      ['Use the first', { kind: 'ref', from: 'find', path: ['tags', { first: true }] }],
      ['Use the last', { kind: 'ref', from: 'find', path: ['tags', { last: true }] }],
      [
        'Join all, with commas between',
        { kind: 'convert', of: from('tags'), with: [{ name: 'join', by: ', ' }] },
      ],
    ]);
  });

  it('is to leave out what need not be sent', () => {
    expect(offered('note', 'x')).toEqual([['Do not send “Note”', undefined]]);
  });

  it.each([
    ['second entry', ['lines', 1, 'sku'], 'SKU', ['lines', 0, 'sku']],
    ['fifth entry', ['lines', 4, 'sku'], 'SKU', ['lines', 0, 'sku']],
  ])('is to leave it out of each entry where the %s of a repeated list was refused', (...row) => {
    const [, path, title, target] = row;
    const fixes = fixesInside(path);
    expect(fixes.map(({ words }) => words)).toEqual([`Do not send “${title}”`]);
    expect(fixes[0]?.operation).toMatchObject({ content: setAt(order, target, undefined) });
    expect(bindingAt(order, target)).toBeDefined();
  });

  it('is not to leave out what came along with a whole group: no field of its own was filled', () => {
    expect(fixesInside(['address', 'zip'])).toEqual([]);
  });

  it('is nothing where the value is right, or where the form is not known', () => {
    const fields = refusedAt('note', 'x');
    expect(fieldFixes(facts, fields, 'exists-already')).toEqual([]);
    expect(fieldFixes({ ...facts, input: undefined }, fields, 'data')).toEqual([]);
    expect(fieldFixes({ ...facts, binding: undefined }, fields, 'data')).toEqual([]);
  });
});

const orderForm = {
  type: 'object',
  properties: {
    address: { type: 'object', properties: { zip: { type: 'string', title: 'Zip' } } },
    lines: {
      type: 'array',
      items: { type: 'object', properties: { sku: { type: 'string', title: 'SKU' } } },
    },
  },
} as const;
/** A whole group from one pill, and a list made of another one. */
const order: Binding = {
  kind: 'object',
  props: {
    address: { kind: 'ref', from: 'order', path: ['address'] },
    lines: {
      kind: 'list',
      parts: [
        {
          forEach: { kind: 'ref', from: 'order', path: ['lines'] },
          name: 'line',
          item: {
            kind: 'object',
            props: { sku: { kind: 'ref', from: 'item:line', path: ['sku'] } },
          },
        },
      ],
    },
  },
};

function fixesInside(path: JsonPath) {
  const fields = refusedFields(
    {
      kind: 'terminal',
      code: 'failures.refused-fields',
      params: {},
      fields: [{ path, value: 'x' }],
    },
    { schema: orderForm, binding: order },
    [],
  );
  return fieldFixes({ step, binding: order, input: orderForm, sources: [] }, fields, 'data');
}

/** Of refusals of services whose form is known, with each field filled by the one of the same name of a step before. */
describe.each(refusalCases())('a refusal as %s says it', (_file, cases) => {
  it.each(cases.map((one) => [one.id, one] as const))('is mended by what helps: %s', (_id, one) => {
    expect(fixesOf(one)).toEqual(one.expect.fixes ?? []);
  });
});

function fixesOf(one: RefusalCase): readonly string[] {
  const { input: sent, schema } = one.sent;
  const source = { from: 'before', title: 'Before', schema: schemaFromSample(sent) };
  const names = Object.keys(sent ?? {});
  const binding: Binding = {
    kind: 'object',
    props: Object.fromEntries(
      names.map((name) => [name, { kind: 'ref', from: 'before', path: [name] }]),
    ),
  };
  const failure = failureOf(one);
  const fields = refusedFields(failure, { schema: schema ?? {}, binding }, [source]);
  const facts = { step, binding, input: schema, sources: [source] };
  return fieldFixes(facts, fields, familyOf(failure)).map(({ words }) => words);
}
