import { sizeOf } from '../../shared/index.ts';
import { freeRoom, removeRun, type Database } from '../../storage/contract.ts';

/** What takes room in the browser's store, in about so many bytes. */
export interface RoomTaken {
  readonly flows: number;
  readonly histories: number;
  readonly samples: number;
  readonly runs: number;
  readonly runCount: number;
}

export async function roomTaken(db: Database): Promise<RoomTaken> {
  const runs = await db.runs.toArray();
  const sum = async (...names: readonly string[]): Promise<number> => {
    let bytes = 0;
    for (const name of names)
      await db.table(name).each((row: unknown) => {
        bytes += sizeOf(row);
      });
    return bytes;
  };
  return {
    flows: await sum('flows', 'summaries', 'filings', 'bindings', 'memories'),
    histories: await sum('histories', 'journal', 'checkpoints'),
    samples: await sum('samples', 'shelves', 'tests'),
    runs: runs.reduce((bytes, { size }) => bytes + size, 0),
    runCount: runs.length,
  };
}

export async function clearRuns(db: Database): Promise<void> {
  for (const id of await db.runs.toCollection().primaryKeys()) await removeRun(db, id);
}

/** Whether this much more can be kept; a browser that does not say how much is let try. */
export async function hasRoomFor(
  bytes: number,
  storage?: Pick<StorageManager, 'estimate'>,
): Promise<boolean> {
  return (await freeRoom(storage)) > bytes;
}
