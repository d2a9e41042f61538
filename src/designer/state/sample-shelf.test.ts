import { describe, expect, it } from 'vitest';
import type { SampleShelf, ShelfSample } from '../../storage/contract.ts';
import {
  currentOf,
  emptyShelf,
  entryOf,
  staysCurrent,
  withChanged,
  withChosen,
  withEntry,
  withLeftOut,
  withMade,
  without,
  withRecorded,
} from './sample-shelf.ts';

const sample = (id: string, rest: Partial<ShelfSample> = {}): ShelfSample => ({
  id,
  origin: 'recorded',
  pinned: false,
  at: 1,
  hash: `hash of ${id}`,
  size: 2,
  count: 1,
  ...rest,
});
const ids = ({ samples, current }: SampleShelf) => [samples.map(({ id }) => id), current];

describe('the samples of a step', () => {
  it('are the last recording only, while nobody named or pinned one', () => {
    const shelf = [sample('a'), sample('b')].reduce(withRecorded, emptyShelf);
    expect(ids(shelf)).toEqual([['b'], 'b']);
  });

  it('keep a pinned one current: the next recording lies beside it', () => {
    const pinned = withChanged(withRecorded(emptyShelf, sample('a')), 'a', { pinned: true });
    expect(staysCurrent(pinned)).toBe(true);
    const shelf = [sample('b'), sample('c')].reduce(withRecorded, pinned);
    expect(ids(shelf)).toEqual([['c', 'a'], 'a']);
    const unpinned = withChanged(shelf, 'a', { pinned: false });
    expect(ids(withRecorded(unpinned, sample('d')))).toEqual([['d'], 'd']);
  });

  it('keep a named one, though the next recording is current', () => {
    const named = withChanged(withRecorded(emptyShelf, sample('a')), 'a', {
      name: ' Five Germans ',
    });
    expect(currentOf(named)?.name).toBe('Five Germans');
    expect(ids(withRecorded(named, sample('b')))).toEqual([['b', 'a'], 'b']);
    expect(currentOf(withChanged(named, 'a', { name: ' ' }))).not.toHaveProperty('name');
  });

  it('have what a person wrote as the current one, and one example at most', () => {
    const made = withMade(emptyShelf, sample('hand', { origin: 'by-hand', pinned: true }));
    expect(ids(withRecorded(made, sample('a')))).toEqual([['a', 'hand'], 'hand']);
    const examples = ['one', 'two'].map((id) => sample(id, { origin: 'schema' }));
    expect(ids(examples.reduce(withMade, made))).toEqual([['two', 'hand'], 'two']);
  });

  it('go on with the first of the others when the current one is deleted', () => {
    const shelf = withMade(
      withRecorded(emptyShelf, sample('a')),
      sample('hand', { origin: 'by-hand' }),
    );
    expect(ids(without(shelf, 'hand'))).toEqual([['a'], 'a']);
    expect(ids(without(shelf, 'a'))).toEqual([['hand'], 'hand']);
    expect(ids(without(without(shelf, 'a'), 'hand'))).toEqual([[], undefined]);
    expect(ids(withChosen(shelf, 'a'))).toEqual([['hand', 'a'], 'a']);
    expect(withChosen(shelf, 'gone')).toBe(shelf);
  });

  it('say to the flow which content is current, and from what it was made', () => {
    const shelf = withRecorded(emptyShelf, sample('a', { basis: { mapping: 'm' } }));
    expect(entryOf(shelf, 's')).toEqual({
      step: 's',
      name: 'current',
      hash: 'hash of a',
      size: 2,
      origin: 'recorded',
      basis: { mapping: 'm' },
    });
    expect(entryOf(emptyShelf, 's')).toBeUndefined();
  });

  it('follow the flow where it names another content', () => {
    const facts = { count: 4, at: 5 };
    const entry = { step: 's', name: 'current', hash: 'h', size: 3 };
    const shelf = withEntry(withRecorded(emptyShelf, sample('a')), entry, facts);
    expect(currentOf(shelf)).toEqual({
      id: 'h',
      origin: 'recorded',
      pinned: false,
      at: 5,
      hash: 'h',
      size: 3,
      count: 4,
    });
    expect(withEntry(shelf, entry, facts)).toBe(shelf);
    expect(ids(withEntry(shelf, { ...entry, hash: 'hash of a' }, facts))).toEqual([
      ['h', 'a'],
      'a',
    ]);
  });

  it('are at most twenty: the oldest that nobody named or pinned goes', () => {
    const many = Array.from({ length: 30 }, (_, at) => sample(String(at), { origin: 'by-hand' }));
    const shelf = many.reduce(withMade, emptyShelf);
    expect(shelf.samples).toHaveLength(20);
    expect(shelf.samples.map(({ id }) => id)).not.toContain('0');
  });

  it('may be left out of tests', () => {
    expect(withLeftOut(emptyShelf, true).leftOut).toBe(true);
    expect(withLeftOut(withLeftOut(emptyShelf, true), false)).toEqual(emptyShelf);
  });
});
