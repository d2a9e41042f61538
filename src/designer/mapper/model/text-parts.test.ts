import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Binding } from '../../../mapping/index.ts';
import {
  addPill,
  bindingOf,
  cutParts,
  lengthOf,
  partsOf,
  pillBeside,
  placeOfPill,
  replaceParts,
  tidyParts,
  type TextPart,
} from './text-parts.ts';

const first: Binding = { kind: 'ref', from: 'crm', path: ['firstName'] };
const last: Binding = { kind: 'ref', from: 'crm', path: ['lastName'] };
const dear = ['Dear ', first, '!'];
const anyParts = fc
  .array(fc.oneof(fc.string(), fc.constantFrom(first, last)), { maxLength: 6 })
  .map(tidyParts);

describe('the parts of a text editor', () => {
  it('gives back each binding that a text field can hold', () => {
    const bindings: (Binding | undefined)[] = [
      undefined,
      { kind: 'literal', value: 'Hello' },
      first,
      { kind: 'text', parts: [first, ' ', last] },
      { kind: 'text', parts: ['Dear ', first, '!'] },
      { kind: 'convert', of: first, with: [{ name: 'upper' }] },
    ];
    expect(bindings.map((binding) => bindingOf(partsOf(binding)))).toEqual(bindings);
  });

  it('keeps a pill alone as itself, so that its type is not lost', () => {
    expect(bindingOf(['', first, ''])).toBe(first);
  });

  it('has a text on both sides of every pill', () => {
    expect(tidyParts([first, last])).toEqual(['', first, '', last, '']);
  });

  it('splits the words at the caret when a pill goes in', () => {
    expect(replaceParts(['Dear friend'], 5, 5, [first])).toEqual(['Dear ', first, 'friend']);
  });

  it('replaces what is selected, pills with it', () => {
    expect(replaceParts(dear, 2, 7, ['sk'])).toEqual(['Desk']);
  });

  it('joins the words around a removed pill', () => {
    expect(replaceParts(dear, 5, 6, [])).toEqual(['Dear !']);
  });

  it('means nothing when all is removed', () => {
    expect(bindingOf(replaceParts(['', first, ''], 0, 1, []))).toBeUndefined();
  });

  it('puts a space between a pill and what it is added after, unless there is one', () => {
    expect(addPill(['', first, ''], last)).toEqual(['', first, ' ', last, '']);
    expect(addPill(['Dear '], first)).toEqual(['Dear ', first, '']);
    expect(addPill([''], first)).toEqual(['', first, '']);
  });

  it('knows the pill beside a caret', () => {
    expect(pillBeside(dear, 6, 'before')).toBe(0);
    expect(pillBeside(dear, 5, 'after')).toBe(0);
    expect(pillBeside(dear, 5, 'before')).toBeUndefined();
    expect(placeOfPill(['', first, 'ab', last, ''], 1)).toBe(3);
  });

  it('is the same again when any stretch is cut out and put back', () => {
    fc.assert(
      fc.property(anyParts, fc.nat(40), fc.nat(40), (parts: readonly TextPart[], one, other) => {
        const end = lengthOf(parts);
        const [from, to] = [Math.min(one, other, end), Math.min(Math.max(one, other), end)];
        const cut = cutParts(parts, from, to);
        const without = replaceParts(parts, from, to, []);
        expect(lengthOf(without) + lengthOf(cut)).toBe(end);
        expect(replaceParts(without, from, from, cut)).toEqual(parts);
      }),
    );
  });
});
