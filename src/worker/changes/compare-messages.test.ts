import { expect, test } from 'vitest';
import { compareMessages } from './compare-messages.ts';
import { processorMs } from '../../shared/testing/processor-ms.ts';

const ada = { id: 1, name: 'Ada', city: 'Oslo' };
const bob = { id: 2, name: 'Bob', city: 'Rome' };

test('finds nothing where all is the same', () => {
  expect(compareMessages([ada, bob], [ada, bob])).toMatchObject({
    added: 0,
    removed: 0,
    changed: 0,
    same: 2,
    told: [],
  });
});

test('pairs messages by the field that names them, whatever their order', () => {
  const cleo = { id: 3, name: 'Cleo', city: 'Bern' };
  const moved = { ...bob, city: 'Milan' };
  const { told, by, ...counts } = compareMessages([ada, bob], [cleo, moved]);
  expect(by).toBe('id');
  expect(counts).toMatchObject({ added: 1, removed: 1, changed: 1, same: 0 });
  expect(told).toEqual([
    { kind: 'added', name: '3', at: 0, value: cleo },
    {
      kind: 'changed',
      name: '2',
      at: 1,
      fields: [{ path: ['city'], before: 'Rome', now: 'Milan' }],
      more: 0,
    },
    { kind: 'removed', name: '1', at: 0, value: ada },
  ]);
});

test('pairs by place where no field names each message', () => {
  const { by, told } = compareMessages([{ a: 1 }, { a: 1 }], [{ a: 1 }, { a: 2 }]);
  expect(by).toBeUndefined();
  expect(told).toEqual([
    {
      kind: 'changed',
      name: undefined,
      at: 1,
      fields: [{ path: ['a'], before: 1, now: 2 }],
      more: 0,
    },
  ]);
});

test('tells fields that came and fields that went, inside groups and lists too', () => {
  const { told } = compareMessages(
    [{ a: { b: 1, gone: true }, list: [{ x: 1 }] }],
    [{ a: { b: 1, fresh: 'y' }, list: [{ x: 2 }] }],
  );
  expect(told[0]).toMatchObject({
    fields: [
      { path: ['a', 'gone'], before: true, now: undefined },
      { path: ['a', 'fresh'], before: undefined, now: 'y' },
      { path: ['list', 0, 'x'], before: 1, now: 2 },
    ],
  });
});

test('compares a single list entry by entry', () => {
  expect(compareMessages([[ada]], [[ada, bob]])).toMatchObject({
    of: 'entries',
    added: 1,
    same: 1,
  });
});

test('tells the first hundred of many changes, and counts all', () => {
  const rows = (city: string) => Array.from({ length: 1_000 }, (_, id) => ({ id, city }));
  const found = compareMessages(rows('Oslo'), rows('Rome'));
  expect(found.changed).toBe(1_000);
  expect(found.told).toHaveLength(100);
});

test('compares a hundred thousand rows far within the time that a person waits for', () => {
  const rows = Array.from({ length: 100_000 }, (_, id) => ({
    id,
    name: `P ${String(id)}`,
    city: 'Oslo',
  }));
  const now = rows.map((row) => (row.id % 1_000 === 0 ? { ...row, city: 'Rome' } : { ...row }));
  const began = processorMs();
  expect(compareMessages([rows], [now])).toMatchObject({ changed: 100, same: 99_900 });
  expect(processorMs(began)).toBeLessThan(1_500);
});
