import { describe, expect, it } from 'vitest';
import type { Json } from '../../shared/index.ts';
import { aComponent, anOperation } from '../testing/a-call.ts';
import { describedInput } from './take-fields.ts';

const component = aComponent({
  ...anOperation({}),
  id: 'change',
  slots: {
    input: {
      kind: 'value',
      schema: {
        type: 'object',
        properties: {
          id: { type: 'string' },
          own: { type: 'object', properties: { name: { type: 'string', title: 'Ours' } } },
        },
        required: ['id'],
      },
    },
  },
});
const fieldsOf = (entries: readonly Json[], at = '/own') => {
  const message = describedInput({ of: 'change', at }, entries, component);
  return (message?.['input'] as { properties: { own: { properties: Json } } } | undefined)
    ?.properties.own.properties;
};

describe('the fields that a service lists', () => {
  it.each([
    [
      { name: 'a', title: 'A' },
      { type: 'string', title: 'A' },
    ],
    [
      { name: 'a', help: 'h', type: 'number' },
      { type: 'number', title: 'a', description: 'h' },
    ],
    [
      { name: 'a', type: 'yes-no' },
      { type: 'boolean', title: 'a' },
    ],
    [
      { name: 'a', type: 'date' },
      { type: 'string', format: 'date', title: 'a' },
    ],
    [
      { name: 'a', type: 'of no kind we know' },
      { type: 'string', title: 'a' },
    ],
    [
      {
        name: 'a',
        type: 'choice',
        choices: [{ value: '1', label: 'One' }, { value: '1' }, 3, { value: '2' }],
      },
      {
        type: 'string',
        title: 'a',
        oneOf: [
          { const: '1', title: 'One' },
          { const: '2', title: '2' },
        ],
      },
    ],
    [
      { name: 'a', type: 'choice', choices: [] },
      { type: 'string', title: 'a' },
    ],
  ])('become fields of the group: %j', (entry, schema) => {
    expect(fieldsOf([entry])).toMatchObject({ a: schema });
  });

  it('stand beside what the operation says, which stays', () => {
    expect(fieldsOf([{ name: 'name', title: 'Theirs' }, { name: 'b' }])).toEqual({
      name: { type: 'string', title: 'Ours' },
      b: { type: 'string', title: 'b' },
    });
  });

  it('leave out what is hidden, has no name or reaches a prototype', () => {
    expect(
      Object.keys(
        fieldsOf([
          { name: 'h', hidden: true },
          { title: 'x' },
          null,
          'text',
          { name: '__proto__' },
        ]) ?? {},
      ),
    ).toEqual(['name']);
  });

  it('are none where the operation or its group is not there', () => {
    expect(fieldsOf([{ name: 'a' }], '/other')).toBeUndefined();
    expect(describedInput({ of: 'gone', at: '' }, [], component)).toBeUndefined();
  });
});
