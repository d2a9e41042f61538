import { afterEach, beforeEach, expect, test } from 'vitest';
import { newFlow } from '../flow/index.ts';
import { clearSamples } from './clear-samples.ts';
import { Database } from './database.ts';

let db: Database;
let count = 0;
beforeEach(() => {
  db = new Database(`clear-samples-${String(++count)}`);
});
afterEach(() => db.close());

const day = 24 * 60 * 60 * 1000;
const sample = (hash: string) => ({ step: 's', name: 'current', hash, size: 2 });

test('contents that nothing names go; what is new, in a flow, on a shelf or can be undone stays', async () => {
  const hashes = ['flow', 'shelf', 'undo', 'change', 'checkpoint', 'old', 'new'];
  await db.samples.bulkPut(
    hashes.map((hash) => ({ hash, messages: [hash], at: hash === 'new' ? 10 * day : 1 })),
  );
  await db.flows.put({
    id: 'f',
    rev: 1,
    flow: { ...newFlow('F', () => 'f'), samples: [sample('flow')] },
  });
  await db.shelves.put({
    flow: 'f',
    step: 's',
    shelf: {
      samples: [
        { id: '1', origin: 'recorded', pinned: false, at: 1, hash: 'shelf', size: 2, count: 1 },
      ],
    },
  });
  const operation = {
    type: 'sample.set' as const,
    step: 's',
    name: 'current',
    sample: sample('undo'),
  };
  await db.histories.put({
    flow: 'f',
    past: [{ label: { code: 'x', params: {} }, operation, inverse: operation }],
    future: [],
  });
  const change = { ...operation, sample: sample('change') };
  await db.journal.put({
    flow: 'f',
    number: 1,
    how: 'quiet',
    entry: { label: { code: 'x', params: {} }, operation: change, inverse: change },
  });
  await db.checkpoints.put({
    id: 'c',
    flow: 'f',
    at: 1,
    name: 'Before',
    content: { ...newFlow('F', () => 'f'), samples: [sample('checkpoint')] },
  });
  await clearSamples(db, 10 * day + 1);
  expect((await db.samples.toCollection().primaryKeys()).toSorted()).toEqual([
    'change',
    'checkpoint',
    'flow',
    'new',
    'shelf',
    'undo',
  ]);
});
