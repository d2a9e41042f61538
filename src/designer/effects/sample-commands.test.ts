import { expect, test } from 'vitest';
import { newFlow } from '../../flow/index.ts';
import { Database, loadShelves } from '../../storage/index.ts';
import { createDocumentStore } from '../state/document-store.ts';
import { createSampleStore } from '../state/sample-store.ts';
import { currentOf, shelfOf } from '../state/sample-shelf.ts';
import { createShelfStore } from '../state/shelf-store.ts';
import { createToastStore } from '../state/toast-store.ts';
import { createSampleCommands } from './sample-commands.ts';

function aBench(
  name: string,
  opened: (db: Database) => Promise<Database> = Promise.resolve.bind(Promise),
) {
  const stores = {
    document: createDocumentStore(),
    samples: createSampleStore(),
    shelves: createShelfStore(),
    toasts: createToastStore(),
  };
  const db = new Database(name);
  stores.document.open({
    ...newFlow('f', () => 'f'),
    steps: [
      {
        id: 's1',
        name: 'CRM',
        component: 'catalog:crm',
        componentVersion: '1.0.0',
        operation: 'x',
        settings: {},
        slots: {},
      },
    ],
  });
  const commands = createSampleCommands({ ...stores, openDatabase: () => opened(db) });
  const shelf = () => shelfOf(stores, 's1');
  const names = () => shelf().samples.map((sample) => sample.name ?? sample.origin);
  return { ...stores, db, commands, shelf, names };
}

test('a sample that a person wrote is current, pinned, named in the flow by its content, and nothing to undo', async () => {
  const { commands, shelf, samples, document } = aBench('sample-hand');
  await commands.writeByHand('s1', 'Only Zoe', [{ name: 'Zoe' }]);
  expect(samples.getState().byStep['s1']).toMatchObject({
    origin: 'by-hand',
    messages: [{ name: 'Zoe' }],
  });
  expect(currentOf(shelf())).toMatchObject({ name: 'Only Zoe', pinned: true });
  expect(document.getState().flow?.samples).toMatchObject([{ step: 's1', origin: 'by-hand' }]);
  expect(document.getState().past).toEqual([]);
});

test('another sample is brought from the store when it is chosen, and deleting one can be taken back', async () => {
  const { commands, shelf, samples, names } = aBench('sample-choose');
  await commands.writeByHand('s1', 'One', [1]);
  await commands.writeByHand('s1', 'Two', [2, 3]);
  const [two, one] = shelf().samples;
  await commands.choose('s1', one?.id ?? '');
  expect(samples.getState().byStep['s1']?.messages).toEqual([1]);
  const putBack = await commands.remove('s1', one?.id ?? '');
  expect(names()).toEqual(['Two']);
  expect(samples.getState().byStep['s1']?.messages).toEqual([2, 3]);
  putBack();
  await expect.poll(names).toEqual(['Two', 'One']);
  expect(currentOf(shelf())?.id).toBe(one?.id);
  expect(two?.count).toBe(2);
});

test('a sample that comes back takes nothing of what was recorded meanwhile', async () => {
  const { commands, shelf, names } = aBench('sample-back');
  await commands.writeByHand('s1', 'Old', [1]);
  await commands.writeByHand('s1', 'Older', [2]);
  const [, old] = shelf().samples;
  const putBack = await commands.remove('s1', old?.id ?? '');
  commands.recorded({ step: 's1', name: 'current', hash: 'h', size: 4 }, 5, 7);
  putBack();
  await expect.poll(names).toContain('Old');
  expect(names()).toContain('recorded');
});

test('what is deleted last leaves the step without a sample', async () => {
  const { commands, shelf, samples, document } = aBench('sample-last');
  await commands.useExample('s1', { name: 'Ada' });
  await commands.remove('s1', shelf().samples[0]?.id ?? '');
  expect(samples.getState().byStep['s1']).toBeUndefined();
  expect(document.getState().flow?.samples).toEqual([]);
});

test('a recording lies beside a pinned sample, and names are there at the next start', async () => {
  const { commands, db, document, names } = aBench('sample-pinned');
  await commands.writeByHand('s1', 'Mine', [1]);
  commands.recorded({ step: 's1', name: 'current', hash: 'h', size: 4 }, 5, 7);
  expect(names()).toEqual(['recorded', 'Mine']);
  expect(document.getState().flow?.samples).toMatchObject([{ origin: 'by-hand' }]);
  commands.leaveOut('s1', true);
  await expect
    .poll(() => loadShelves(db, 'f'))
    .toMatchObject({ s1: { leftOut: true, samples: [{ count: 5 }, { name: 'Mine' }] } });
});

test('what is changed before the shelf has been read is changed on what is kept', async () => {
  const { commands, samples, shelves, shelf, names, db } = aBench('sample-early');
  const mine = {
    id: 'm',
    origin: 'by-hand',
    name: 'Mine',
    pinned: true,
    at: 1,
    hash: 'h',
    size: 4,
    count: 1,
  } as const;
  samples.readBy(async () => {
    shelves.set('s1', { samples: [mine], current: 'm' });
  });
  commands.leaveOut('s1', true);
  await commands.useExample('s1', { name: 'Zoe' });
  expect(names()).toEqual(['schema', 'Mine']);
  expect(shelf().leftOut).toBe(true);
  await expect
    .poll(() => loadShelves(db, 'f'))
    .toMatchObject({ s1: { samples: [{}, { name: 'Mine' }] } });
});

test('a sample of a flow from elsewhere is on the shelf as soon as it is there', () => {
  const { shelf, document, samples, names } = aBench('sample-file');
  const sample = { step: 's1', name: 'current', hash: 'of the file', size: 4 };
  document.apply({ type: 'sample.set', step: 's1', name: 'current', sample }, { quiet: true });
  expect(names()).toEqual([]);
  samples.set('s1', { origin: 'recorded', messages: [1, 2], at: 3 });
  expect(shelf().samples).toMatchObject([{ hash: 'of the file', count: 2 }]);
});

/** A store that answers when it is told to, in the order that is told. */
function aSlowStore() {
  const waiting: (() => void)[] = [];
  let isSlow = false;
  return {
    opened: (db: Database) =>
      isSlow
        ? new Promise<Database>((resolve) => waiting.push(() => resolve(db)))
        : Promise.resolve(db),
    slow: () => {
      isSlow = true;
    },
    answer: (which: number) => {
      isSlow = false;
      waiting[which]?.();
    },
  };
}

test('of two samples that are chosen one after the other the second is in use, whichever comes first', async () => {
  const store = aSlowStore();
  const { commands, shelf, samples, document } = aBench('sample-quick', store.opened);
  await commands.writeByHand('s1', 'One', [1]);
  await commands.writeByHand('s1', 'Two', [2]);
  await commands.writeByHand('s1', 'Three', [3]);
  const [, two, one] = shelf().samples;
  store.slow();
  const first = commands.choose('s1', one?.id ?? '');
  const second = commands.choose('s1', two?.id ?? '');
  store.answer(1);
  await second;
  store.answer(0);
  await first;
  expect(samples.getState().byStep['s1']?.messages).toEqual([2]);
  expect(currentOf(shelf())?.name).toBe('Two');
  expect(document.getState().flow?.samples).toMatchObject([{ hash: two?.hash }]);
});

test('what is chosen, deleted or put back in a flow that was left changes nothing in the next one', async () => {
  const store = aSlowStore();
  const { commands, shelf, samples, shelves, document, db } = aBench('sample-left', store.opened);
  await commands.writeByHand('s1', 'One', [1]);
  await commands.writeByHand('s1', 'Two', [2]);
  const [two, one] = shelf().samples;
  const putBack = await commands.remove('s1', two?.id ?? '');
  await expect.poll(async () => (await loadShelves(db, 'f'))['s1']?.samples.length).toBe(1);
  store.slow();
  const chosen = commands.choose('s1', one?.id ?? '');
  // A copy of the flow has steps of the same ids.
  const copy = { ...newFlow('g', () => 'g'), steps: document.getState().flow?.steps ?? [] };
  document.open(copy);
  samples.replaceAll({});
  shelves.replaceAll({});
  store.answer(0);
  await chosen;
  putBack();
  await expect.poll(async () => (await loadShelves(db, 'f'))['s1']?.samples.length).toBe(2);
  expect(await loadShelves(db, 'g')).toEqual({});
  expect(samples.getState().byStep).toEqual({});
  expect(document.getState().flow).toBe(copy);
});

test('what is recorded while a sample that was written is kept stays beside it', async () => {
  const store = aSlowStore();
  const { commands, names } = aBench('sample-both', store.opened);
  store.slow();
  const written = commands.writeByHand('s1', 'Mine', [1]);
  commands.recorded({ step: 's1', name: 'current', hash: 'h', size: 4 }, 5, 7);
  store.answer(0);
  await written;
  expect(names()).toEqual(['Mine', 'recorded']);
});
