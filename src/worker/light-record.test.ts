import { expect, test } from 'vitest';
import { lightRecord } from './light-record.ts';

const record = { id: '0', index: 0, state: 'done' } as const;

test('leaves a record as it is while it is small', () => {
  const small = { ...record, input: { name: 'Ada' }, output: [1] };
  expect(lightRecord(small)).toBe(small);
});

test('sends a big record without its data, and says so', () => {
  const rows = Array.from({ length: 50_000 }, (_, id) => ({ id }));
  expect(lightRecord({ ...record, input: rows, output: [1] })).toEqual({ ...record, isBig: true });
  expect(lightRecord({ ...record, output: ['x'.repeat(300_000)] })).toEqual({
    ...record,
    isBig: true,
  });
});
