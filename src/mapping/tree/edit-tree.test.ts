import { describe, expect, it } from 'vitest';
import { bindingAt, setAt, targetOf, type Binding } from '../index.ts';

const one: Binding = { kind: 'literal', value: 1 };
const two: Binding = { kind: 'literal', value: 2 };

describe('setAt', () => {
  it('makes the groups on the way', () => {
    expect(setAt(undefined, ['a', 'b'], one)).toEqual({
      kind: 'object',
      props: { a: { kind: 'object', props: { b: one } } },
    });
  });

  it('keeps the order of fields when one is replaced', () => {
    const tree = setAt({ kind: 'object', props: { a: one, b: one } }, ['a'], two) as {
      props: object;
    };
    expect(Object.keys(tree.props)).toEqual(['a', 'b']);
  });

  it('leaves out a field', () => {
    expect(setAt({ kind: 'object', props: { a: one, b: two } }, ['a'], undefined)).toEqual({
      kind: 'object',
      props: { b: two },
    });
  });

  it("changes a list's entry and keeps what it repeats for", () => {
    const part = {
      forEach: { kind: 'ref', from: 's1', path: ['l'] } as const,
      name: 'x',
      item: one,
    };
    expect(setAt({ kind: 'list', parts: [{ item: one }, part] }, [1, 'a'], two)).toEqual({
      kind: 'list',
      parts: [{ item: one }, { ...part, item: { kind: 'object', props: { a: two } } }],
    });
  });

  it('appends to a list and closes gaps', () => {
    expect(setAt({ kind: 'list', parts: [{ item: one }] }, [7], two)).toEqual({
      kind: 'list',
      parts: [{ item: one }, { item: two }],
    });
    expect(setAt({ kind: 'list', parts: [{ item: one }, { item: two }] }, [0], undefined)).toEqual({
      kind: 'list',
      parts: [{ item: two }],
    });
  });

  it('does not change the tree it is given', () => {
    const tree: Binding = Object.freeze({ kind: 'object', props: Object.freeze({ a: one }) });
    setAt(tree, ['a'], two);
    expect(tree).toEqual({ kind: 'object', props: { a: one } });
  });

  it('is found again by bindingAt', () => {
    const tree = setAt(undefined, ['rows', 0, 'a.b'], one);
    expect(bindingAt(tree, ['rows', 0, 'a.b'])).toEqual(one);
    expect(bindingAt(tree, ['rows', 1])).toBeUndefined();
    expect(bindingAt(tree, ['toString'])).toBeUndefined();
  });
});

describe('setAt, where nothing changes', () => {
  it('gives the same tree', () => {
    const lines: Binding = { kind: 'ref', from: 's1', path: ['lines'] };
    const tree: Binding = {
      kind: 'object',
      props: { a: { kind: 'list', parts: [{ item: one }] }, lines },
    };
    expect(setAt(tree, ['lines', 'sku'], undefined)).toBe(tree);
    expect(setAt(tree, ['a', 1, 'b'], undefined)).toBe(tree);
    expect(setAt(tree, ['nowhere'], undefined)).toBe(tree);
    expect(setAt(tree, ['a', 0], one)).toBe(tree);
    expect(setAt(tree, ['lines'], undefined)).not.toBe(tree);
  });
});

describe('targetOf', () => {
  const each = {
    forEach: { kind: 'ref', from: 's1', path: ['l'] },
    name: 'x',
    item: { kind: 'object', props: { sku: one } },
  } as const;
  const group: Binding = { kind: 'object', props: { sku: two } };
  const list = (...parts: Extract<Binding, { kind: 'list' }>['parts']): Binding => ({
    kind: 'object',
    props: { l: { kind: 'list', parts } },
  });

  it('is the part that repeats, for every entry that it made', () => {
    expect(targetOf(list(each), ['l', 0, 'sku'])).toEqual(['l', 0, 'sku']);
    expect(targetOf(list(each), ['l', 7, 'sku'])).toEqual(['l', 0, 'sku']);
    expect(targetOf(list({ item: group }, each), ['l', 0, 'sku'])).toEqual(['l', 0, 'sku']);
    expect(targetOf(list({ item: group }, each), ['l', 2, 'sku'])).toEqual(['l', 1, 'sku']);
  });

  it('is not told where parts before may have given any number of entries', () => {
    expect(targetOf(list(each, { item: group }), ['l', 3, 'sku'])).toBeUndefined();
    const perhaps = { item: { kind: 'ref', from: 's1', path: ['p'] } } as const;
    expect(targetOf(list(perhaps, { item: group }), ['l', 1, 'sku'])).toBeUndefined();
    expect(targetOf(list(perhaps, { item: group }), ['l', 0])).toBeUndefined();
    expect(targetOf(list({ item: group }, perhaps), ['l', 1])).toEqual(['l', 1]);
    const orNull = { item: { ...perhaps.item, ifMissing: 'null' } } as const;
    expect(targetOf(list(orNull, perhaps), ['l', 0])).toEqual(['l', 0]);
  });

  it('is nothing below what one field filled as a whole', () => {
    const tree: Binding = {
      kind: 'object',
      props: { a: { kind: 'ref', from: 's1', path: ['a'] } },
    };
    expect(targetOf(tree, ['a'])).toEqual(['a']);
    expect(targetOf(tree, ['a', 'zip'])).toBeUndefined();
  });
});
