import { describe, expect, it } from 'vitest';
import { variantsOf, type JsonSchema } from '../../../shared/index.ts';
import type { Binding, ObjectBinding } from '../../../mapping/index.ts';
import { switchVariant } from './switch-variant.ts';

const payment: JsonSchema = {
  oneOf: [
    {
      title: 'By card',
      type: 'object',
      required: ['kind', 'number'],
      properties: { kind: { const: 'card' }, number: { type: 'string' }, note: { type: 'string' } },
    },
    {
      title: 'By bank',
      type: 'object',
      required: ['kind', 'iban'],
      properties: { kind: { const: 'bank' }, iban: { type: 'string' }, note: { type: 'string' } },
    },
  ],
};
const [card, bank] = variantsOf(payment, payment);
const literal = (value: string): Binding => ({ kind: 'literal', value });
const group = (props: Record<string, Binding>, variant?: number): ObjectBinding => ({
  kind: 'object',
  props,
  ...(variant === undefined ? {} : { variant }),
});

function to(variant: typeof card, from: ObjectBinding | undefined, memory = {}) {
  if (variant === undefined) throw new Error('no such variant');
  return switchVariant(from, variant, payment, memory);
}

describe('another variant of a group', () => {
  it('says what it always says', () => {
    expect(to(card, undefined).binding).toEqual(group({ kind: literal('card') }, 0));
  });

  it('keeps what fits', () => {
    const before = group({ kind: literal('card'), number: literal('4711'), note: literal('n') }, 0);
    expect(to(bank, before).binding).toEqual(
      group({ kind: literal('bank'), note: literal('n') }, 1),
    );
  });

  it('brings back what was there, with what was changed meanwhile', () => {
    const before = group({ kind: literal('card'), number: literal('4711'), note: literal('n') }, 0);
    const there = to(bank, before);
    const changed = { ...there.binding, props: { ...there.binding.props, note: literal('new') } };
    expect(to(card, changed, there.memory).binding).toEqual(
      group({ kind: literal('card'), number: literal('4711'), note: literal('new') }, 0),
    );
  });

  it('keeps what was filled before a variant was chosen', () => {
    expect(to(card, group({ note: literal('n') })).binding.props).toEqual({
      kind: literal('card'),
      note: literal('n'),
    });
  });
});
