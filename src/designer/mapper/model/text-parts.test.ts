import { describe, expect, it } from 'vitest';
import type { Binding } from '../../../mapping/index.ts';
import { bindingOf, insertPill, partsOf, removePart, tidyParts } from './text-parts.ts';

const first: Binding = { kind: 'ref', from: 'crm', path: ['firstName'] };
const last: Binding = { kind: 'ref', from: 'crm', path: ['lastName'] };

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
    expect(insertPill(['Dear friend'], 0, 5, first)).toEqual(['Dear ', first, 'friend']);
  });

  it('joins the words around a removed pill', () => {
    expect(removePart(['Dear ', first, '!'], 1)).toEqual(['Dear !']);
  });

  it('means nothing when all is removed', () => {
    expect(bindingOf(removePart(['', first, ''], 1))).toBeUndefined();
  });
});
