import { expect, test } from 'vitest';
import type { Operation } from '../../../catalog/index.ts';
import { inOrderFor } from './operation-order.ts';

const anOperation = (id: string, parts: Partial<Operation>): Operation => ({
  id,
  title: id,
  description: '',
  emits: 'one',
  slots: {},
  sample: {},
  call: { via: 'http', method: 'GET', path: ['/'] },
  ...parts,
});
const operations = [
  anOperation('add', { effect: 'write' }),
  anOperation('find-by-id', {
    effect: 'read',
    slots: { input: { kind: 'value', schema: { required: ['id'], properties: { id: {} } } } },
  }),
  anOperation('find-all', { effect: 'read', starts: 'poll' }),
  anOperation('delete', { effect: 'delete' }),
];
const ids = (isFirst: boolean) => inOrderFor(isFirst, operations).map(({ id }) => id);

test('at the start of a flow, what gives data by itself comes first', () => {
  expect(ids(true)).toEqual(['find-all', 'find-by-id', 'add', 'delete']);
});

test('later, what does something with data comes first', () => {
  expect(ids(false)).toEqual(['add', 'delete', 'find-by-id', 'find-all']);
});
