import { describe, expect, it } from 'vitest';
import type { MessageRecord } from './message-record.ts';
import { KeptRecords } from './kept-records.ts';

const record = (index: number, state: MessageRecord['state'] = 'done'): MessageRecord => ({
  id: String(index),
  index,
  state,
});

function kept(total: number, size = 3): KeptRecords {
  const records = new KeptRecords(size);
  for (let index = 0; index < total; index++) records.keep('a', record(index));
  return records;
}
const indexes = (records: KeptRecords, offset = 0, limit = 100) =>
  records.page('a', offset, limit).records.map(({ index }) => index);

describe('kept records', () => {
  it('are the first and the last ones, and the gap is counted', () => {
    expect(kept(10).page('a', 0, 100)).toEqual({
      records: [0, 1, 2, 7, 8, 9].map((index) => record(index)),
      total: 10,
      letGo: 4,
      indexes: [0, 1, 2, 7, 8, 9],
    });
  });

  it('are all there while they fit', () => {
    expect(indexes(kept(6))).toEqual([0, 1, 2, 3, 4, 5]);
    expect(kept(6).page('a', 0, 100).letGo).toBe(0);
  });

  it('are given a page at a time', () => {
    expect(indexes(kept(6), 2, 2)).toEqual([2, 3]);
  });

  it('are replaced by what the same message became', () => {
    const records = new KeptRecords(3);
    records.keep('a', record(0, 'held'));
    records.keep('a', record(0));
    expect(records.page('a', 0, 10)).toEqual({
      records: [record(0)],
      total: 1,
      letGo: 0,
      indexes: [0],
    });
  });

  it('are in the order of the step whatever the order of their ends', () => {
    const records = new KeptRecords(2);
    for (const index of [1, 0, 4, 3, 2]) records.keep('a', record(index));
    expect(indexes(records)).toEqual([0, 1, 3, 4]);
  });

  it('hold what was refused in the middle, where a person looks first', () => {
    const records = new KeptRecords(2);
    for (let index = 0; index < 100; index++) {
      records.keep('a', record(index, index === 50 ? 'refused' : 'done'));
    }
    expect(indexes(records)).toEqual([0, 1, 50, 98, 99]);
    expect(records.page('a', 2, 1)).toEqual({
      records: [record(50, 'refused')],
      total: 100,
      letGo: 95,
      indexes: [0, 1, 50, 98, 99],
    });
    expect(records.get('a', 50)?.state).toBe('refused');
  });

  it('of one way, or of one end, are given by themselves, with where they stand', () => {
    const records = new KeptRecords(100);
    for (let index = 0; index < 6; index++)
      records.keep('a', { ...record(index), ports: [index % 2 === 0 ? 'even' : 'odd'] });
    records.keep('a', record(6, 'dropped'));
    const odd = records.page('a', 1, 1, { way: 'odd' });
    expect(odd.records.map(({ index }) => index)).toEqual([3]);
    expect(odd.indexes).toEqual([1, 3, 5]);
    expect(odd.total).toBe(7);
    expect(records.page('a', 0, 10, { state: 'dropped' }).indexes).toEqual([6]);
    expect(records.page('b', 0, 10, { way: 'odd' }).records).toEqual([]);
  });

  it('never let a late record take the place of a newer one', () => {
    const records = new KeptRecords(2);
    for (const index of [0, 1, 3, 5, 4, 2]) records.keep('a', record(index));
    expect(indexes(records)).toEqual([0, 1, 4, 5]);
  });

  it('hold the data of big messages as far as there is room for it, and say what was let go', () => {
    const records = new KeptRecords(2, 7_000);
    const big = (index: number) => ({ ...record(index), output: ['x'.repeat(3_000)] });
    for (let index = 0; index < 4; index++) records.keep('a', big(index));
    records.keep('b', { ...record(0), output: ['small'] });
    const stays = (step: string) =>
      records.page(step, 0, 10).records.map(({ index, isLetGo = false }) => [index, isLetGo]);
    expect(stays('a')).toEqual([
      [0, false],
      [1, false],
      [2, true],
      [3, true],
    ]);
    expect(stays('b')).toEqual([[0, false]]);
    records.keep('a', record(0));
    records.keep('a', big(4));
    expect(stays('a')).toContainEqual([4, false]);
  });

  it('are judged by each value of their own, and what is in them twice is there once', () => {
    const records = new KeptRecords(10, 0); // only small ones are kept with their data
    const one = { text: 'x'.repeat(1_500) };
    const other = { text: 'y'.repeat(1_500) };
    const big = { text: 'z'.repeat(3_000) };
    const request = { method: 'POST', address: 'a', headers: [], body: one };
    records.keep('same', { ...record(0), input: one, output: [one], request });
    records.keep('two', { ...record(0), input: one, output: [other] });
    records.keep('sent', { ...record(0), input: one, request: { ...request, body: other } });
    records.keep('small-again', { ...record(0), output: [one] });
    records.keep('big', { ...record(0), output: [big] });
    records.keep('big-again', { ...record(0), input: big });
    records.keep('small', { ...record(0), output: [{ text: 'z' }] });
    const letGo = (step: string) => records.get(step, 0)?.isLetGo ?? false;
    expect(['same', 'small-again', 'small'].map(letGo)).toEqual([false, false, false]);
    expect(['two', 'sent', 'big', 'big-again'].map(letGo)).toEqual([true, true, true, true]);
  });

  it('are found by index, or not at all when they were let go', () => {
    expect(kept(10).get('a', 8)).toEqual(record(8));
    expect(kept(10).get('a', 5)).toBeUndefined();
    expect(kept(10).get('b', 0)).toBeUndefined();
  });

  it('of refused messages hold what came only as far as there is room for it, however small the rest of the record is', () => {
    const records = new KeptRecords(3, 7_000);
    const came = (index: number, size: number) => ({
      id: `0.${String(index)}`,
      body: 'x'.repeat(size),
      sources: {},
    });
    for (let index = 0; index < 4; index++)
      records.keep('a', record(index, 'refused'), came(index, 3_000));
    const again = () => records.refused('a').map(({ id }) => id);
    expect(again()).toEqual(['0.0', '0.1']);
    expect(records.get('a', 2)).toEqual({ ...record(2, 'refused'), isLetGo: true });
    // Its place is taken by what became of it: there is nothing to try again, and room for another one.
    records.keep('a', record(0));
    records.keep('a', record(4, 'refused'), came(4, 10));
    records.keep('b', record(0, 'refused'), came(0, 3_000));
    expect(again()).toEqual(['0.1', '0.4']);
    expect(records.refused('b')).toHaveLength(1);
  });

  it('hand back the first refused messages as they came, in order', () => {
    const records = new KeptRecords(2);
    for (const index of [4, 1, 7])
      records.keep('a', record(index, 'refused'), {
        id: `0.${String(index)}`,
        body: index,
        sources: {},
      });
    records.keep('a', record(2));
    expect(records.refused('a').map(({ id }) => id)).toEqual(['0.1', '0.4']);
    expect(records.refused('b')).toEqual([]);
  });
});
