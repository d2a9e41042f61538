import type { Database, TestRow } from '../../../storage/contract.ts';
import { everythingOf, type RemovedFlow } from '../flow-storage.ts';

/**
 * Puts in what belongs to a flow and is not here any more; the flow itself, its history and what is here stay as they are.
 * Gives how much came. What was done on purpose since (another account, another folder) counts over the file.
 */
export async function putMissing(
  db: Database,
  stored: RemovedFlow,
  newId: () => string,
): Promise<number> {
  return db.transaction('rw', everythingOf(db), async () => {
    const { id } = stored.flow;
    const tests = await db.tests.where({ flow: id }).primaryKeys();
    const checkpoints = await db.checkpoints.where({ flow: id }).primaryKeys();
    const { filing, ...free } = await withFreeIds(
      db,
      {
        ...stored,
        tests: stored.tests.filter((row) => !tests.includes(row.id)),
        checkpoints: stored.checkpoints.filter((row) => !checkpoints.includes(row.id)),
      },
      newId,
    );
    const slots = free.bindings.map(({ flow, slot }): [string, string] => [flow, slot]);
    const bindings = await notHere(db.bindings.bulkGet(slots), free.bindings);
    const steps = free.shelves.map(({ flow, step }): [string, string] => [flow, step]);
    const shelves = await notHere(db.shelves.bulkGet(steps), free.shelves);
    const keys = free.memories.map(({ key }) => key);
    const memories = await notHere(db.memories.bulkGet(keys), free.memories);
    const filings = await notHere(db.filings.bulkGet([id]), filing === undefined ? [] : [filing]);
    await db.tests.bulkAdd([...free.tests]);
    await db.checkpoints.bulkAdd([...free.checkpoints]);
    await db.bindings.bulkAdd(bindings);
    await db.shelves.bulkAdd(shelves);
    await db.memories.bulkAdd(memories);
    await db.filings.bulkAdd(filings);
    const all = [free.tests, free.checkpoints, bindings, shelves, memories, filings];
    return all.reduce((sum, { length }) => sum + length, 0);
  });
}

/** A test or a checkpoint of another flow may have the id by which the file names its own. */
export async function withFreeIds(
  db: Database,
  stored: RemovedFlow,
  newId: () => string,
): Promise<RemovedFlow> {
  const { tests, checkpoints } = stored;
  const takenTests = await db.tests.bulkGet(tests.map(({ id }) => id));
  const takenCheckpoints = await db.checkpoints.bulkGet(checkpoints.map(({ id }) => id));
  return {
    ...stored,
    tests: tests.map((row, at) => (takenTests[at] === undefined ? row : renamed(row, newId()))),
    checkpoints: checkpoints.map((row, at) =>
      takenCheckpoints[at] === undefined ? row : { ...row, id: newId() },
    ),
  };
}

export function renamed(row: TestRow, id: string): TestRow {
  return { ...row, id, test: { ...row.test, id } };
}

/** The rows whose keys nothing was found under. */
export async function notHere<Row>(
  found: PromiseLike<readonly unknown[]>,
  rows: readonly Row[],
): Promise<Row[]> {
  const here = await found;
  return rows.filter((_, at) => here[at] === undefined);
}
