import { describe, expect, it } from 'vitest';
import { renameField, type Binding } from '../index.ts';

const one: Binding = { kind: 'literal', value: 1 };
const group = (props: Record<string, Binding>): Binding => ({ kind: 'object', props });

describe('renameField', () => {
  it('keeps what fills the field, and the order', () => {
    const tree = renameField(group({ a: one, mail: one, z: one }), ['mail'], 'email');
    expect(Object.keys((tree as { props: object }).props)).toEqual(['a', 'email', 'z']);
  });

  it('reaches every part of a list', () => {
    const lines = (name: string): Binding => ({
      kind: 'list',
      parts: [
        { item: group({ [name]: one }) },
        { forEach: { kind: 'ref', from: 's', path: [] }, name: 'x', item: group({ [name]: one }) },
      ],
    });
    expect(renameField(group({ l: lines('sku') }), ['l', { each: true }, 'sku'], 'no')).toEqual(
      group({ l: lines('no') }),
    );
  });

  it('reaches every way of "only if", and fixed values', () => {
    const choice = (name: string): Binding => ({
      kind: 'when',
      branches: [{ if: { left: one, is: 'is-empty' }, then: group({ [name]: one }) }],
      otherwise: { kind: 'literal', value: { [name]: 2, other: 3 } },
    });
    expect(renameField(choice('a'), ['a'], 'b')).toEqual(choice('b'));
  });

  it('leaves a whole group from elsewhere, and refuses names that reach a prototype', () => {
    const whole: Binding = { kind: 'ref', from: 's', path: ['customer'] };
    expect(renameField(group({ c: whole }), ['c', 'mail'], 'email')).toEqual(group({ c: whole }));
    expect(renameField(group({ a: one }), ['a'], '__proto__')).toEqual(group({ a: one }));
  });

  it('keeps what fills the field where something of a field that has gone has its new name', () => {
    const two: Binding = { kind: 'literal', value: 2 };
    expect(renameField(group({ a: one, b: two }), ['a'], 'b')).toEqual(group({ b: one }));
    expect(renameField(group({ b: two, a: one }), ['a'], 'b')).toEqual(group({ b: one }));
    expect(renameField(group({ b: two }), ['a'], 'b')).toEqual(group({ b: two }));
  });
});
