import { describe, expect, it } from 'vitest';
import { bindingAt, setAt, type Binding } from '../index.ts';

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
