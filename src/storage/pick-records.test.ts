import { expect, test } from 'vitest';
import type { MessageRecord } from '../runtime/contract.ts';
import { pickRecords } from './pick-records.ts';
import { sizeOf } from '../shared/index.ts';

const record = (index: number, input = 'x'): MessageRecord => ({
  id: String(index).padStart(3, '0'),
  index,
  input,
  state: 'done',
});
const records = (count: number) => Array.from({ length: count }, (_, at) => record(at));
const indexes = (of: readonly MessageRecord[] | undefined) => of?.map(({ index }) => index);

test('keeps all of a run that fits, and says how much it takes', () => {
  const { picked, size } = pickRecords([{ step: 's', total: 3, records: records(3) }], 10_000);
  expect(indexes(picked[0]?.records)).toEqual([0, 1, 2]);
  expect(picked[0]?.kept).toEqual({ total: 3, count: 3, first: 3, indexes: [0, 1, 2] });
  expect(size).toBe(3 * sizeOf(record(0)));
});

test('keeps the first and the last messages where not all fit', () => {
  const one = sizeOf(record(0));
  const { picked } = pickRecords([{ step: 's', total: 100, records: records(100) }], one * 5);
  expect(indexes(picked[0]?.records)).toEqual([0, 1, 2, 98, 99]);
  expect(picked[0]?.kept).toEqual({
    total: 100,
    count: 5,
    first: 3,
    indexes: [0, 1, 2, 98, 99],
  });
});

test('leaves out a message that is too big, and keeps those of the other steps', () => {
  const { picked } = pickRecords(
    [
      { step: 'big', total: 1, records: [record(0, 'x'.repeat(5_000))] },
      { step: 'small', total: 2, records: records(2) },
    ],
    1_000,
  );
  expect(picked.map(({ step, kept }) => [step, kept.count])).toEqual([
    ['big', 0],
    ['small', 2],
  ]);
});

test('counts records that were let go before: what is kept from the first on ends at the gap', () => {
  const { picked } = pickRecords(
    [{ step: 's', total: 10, records: [record(0), record(1), record(9)] }],
    10_000,
  );
  expect(picked[0]?.kept).toEqual({
    total: 10,
    count: 3,
    first: 2,
    indexes: [0, 1, 9],
  });
});

test('judges sizes near to what the text takes', () => {
  const value = { name: 'Ada', list: ['one', 'two', 'three'], nested: { text: 'a'.repeat(100) } };
  const text = JSON.stringify(value).length;
  expect(Math.abs(sizeOf(value) - text)).toBeLessThan(20);
});
