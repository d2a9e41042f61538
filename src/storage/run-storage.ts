/**
 * Runs that are over, within a quota.
 *
 * 1. The line in the list is written last: a run that is listed is there.
 * 2. One writer among all tabs at a time (the run worker holds a Web Lock): what is half written is nobody's, and goes.
 * 3. Over the quota the oldest runs go first; a run larger than its share keeps the first and the last messages of each step.
 */
import type { MessageRecord, RecordPage } from '../runtime/contract.ts';
import { sizeOf } from '../shared/index.ts';
import { freeRoom } from './free-room.ts';
import type { Database } from './database.ts';
import type { KeptOfStep, RunContentRow, RunRecordsRow, RunRow } from './rows.ts';
import { historyLimitsOf } from './history-room.ts';
import { recordsInPage, type historyLimits } from './limits.ts';
import { pickRecords, type RecordsOfStep } from './pick-records.ts';

export interface RunToKeep {
  readonly row: Omit<RunRow, 'size' | 'isCut'>;
  readonly content: Omit<RunContentRow, 'id' | 'kept'>;
  readonly steps: readonly RecordsOfStep[];
}

/** A run as it is looked at: with the flow as it ran. */
export interface StoredRun {
  readonly row: RunRow;
  readonly content: RunContentRow;
}

type Limits = Readonly<Record<keyof typeof historyLimits, number>>;

/** The newest first. */
export async function listRuns(db: Database, flow: string): Promise<RunRow[]> {
  return (await db.runs.where({ flow }).sortBy('at')).reverse();
}

/** The last run of each flow, by the flow's id: one read of an index for all of them. */
export async function lastRuns(db: Database): Promise<ReadonlyMap<string, RunRow>> {
  const inTheirOrder = await db.runs.orderBy('[flow+at]').toArray();
  return new Map(inTheirOrder.map((row) => [row.flow, row]));
}

/** Writes a run and makes room for it. When the browser refuses, nothing of it stays, and what was there before is kept. */
export async function keepRun(
  db: Database,
  { row, content, steps }: RunToKeep,
  asked?: Limits,
  free: () => Promise<number> = freeRoom,
): Promise<void> {
  const { id } = row;
  await clearLeftovers(db);
  const limits = asked ?? (await historyLimitsOf(db));
  const { state, flow, given, refused } = content;
  const beside = sizeOf(given) + sizeOf(refused);
  const share = Math.max(0, limits.run - beside);
  const { picked, size } = pickRecords(steps, share);
  const kept = Object.fromEntries(picked.map((of) => [of.step, of.kept]));
  const isCut = picked.some(
    ({ kept: { count } }, at) => count < (steps[at]?.records.length ?? count),
  );
  const all = size + beside + sizeOf(state) + sizeOf(flow);
  await makeRoom(db, limits.total - all, (await free()) / 2 - all);
  try {
    for (const { step, records } of picked) await db.runRecords.bulkPut(pagesOf(id, step, records));
    await db.transaction('rw', db.runs, db.runContents, async () => {
      await db.runContents.put({ ...content, id, kept });
      await db.runs.put({ ...row, size: all, ...(isCut && { isCut }) });
    });
  } catch (cause) {
    await removeRun(db, id).catch(() => undefined); // the reason is told
    throw cause;
  }
}

export async function loadRun(db: Database, id: string): Promise<StoredRun | undefined> {
  const [row, content] = await Promise.all([db.runs.get(id), db.runContents.get(id)]);
  return row === undefined || content === undefined ? undefined : { row, content };
}

/** Records of a step by their place among those kept. */
export async function loadRecords(
  db: Database,
  { id, kept }: Pick<RunContentRow, 'id' | 'kept'>,
  step: string,
  offset: number,
  limit: number,
): Promise<RecordPage> {
  const of = kept[step];
  if (of === undefined) return { records: [], total: 0, letGo: 0, indexes: [] };
  const to = Math.min(of.count, offset + limit);
  const first = Math.floor(offset / recordsInPage);
  const keys: [string, string, number][] = [];
  for (let page = first; page * recordsInPage < to; page++) keys.push([id, step, page]);
  const rows = await db.runRecords.bulkGet(keys);
  const records = rows.flatMap((row) => row?.records ?? []);
  const from = offset - first * recordsInPage;
  return {
    records: records.slice(from, from + limit),
    total: of.total,
    letGo: of.total - of.count,
    indexes: of.indexes ?? withOneGap(of),
  };
}

function withOneGap({ total, count, first }: KeptOfStep): readonly number[] {
  return Array.from({ length: count }, (_, at) => (at < first ? at : at + total - count));
}

export async function removeRun(db: Database, id: string): Promise<void> {
  await db.transaction('rw', db.runs, db.runContents, db.runRecords, async () => {
    await db.runs.delete(id);
    await db.runContents.delete(id);
    await db.runRecords.where({ run: id }).delete();
  });
}

export async function removeRunsOf(db: Database, flow: string): Promise<void> {
  for (const id of await db.runs.where({ flow }).primaryKeys()) await removeRun(db, id);
}

function pagesOf(run: string, step: string, records: readonly MessageRecord[]): RunRecordsRow[] {
  const count = Math.ceil(records.length / recordsInPage);
  return Array.from({ length: count }, (_, page) => ({
    run,
    step,
    page,
    records: records.slice(page * recordsInPage, (page + 1) * recordsInPage),
  }));
}

/** `spare`: how much the runs may grow. Flows need what is left more than earlier runs do. */
async function makeRoom(db: Database, room: number, spare: number): Promise<void> {
  const rows = await db.runs.orderBy('at').toArray();
  let size = rows.reduce((sum, row) => sum + row.size, 0);
  const most = Math.min(room, size + spare);
  for (const row of rows) {
    if (size <= most) return;
    await removeRun(db, row.id);
    size -= row.size;
  }
}

/** Runs of flows that are no more, and what was not written to its end. */
async function clearLeftovers(db: Database): Promise<void> {
  const flows = new Set(await db.flows.toCollection().primaryKeys());
  for (const { id, flow } of await db.runs.toArray()) if (!flows.has(flow)) await removeRun(db, id);
  const listed = new Set(await db.runs.toCollection().primaryKeys());
  const written = await db.runRecords.orderBy('run').uniqueKeys();
  for (const id of written) if (!listed.has(String(id))) await removeRun(db, String(id));
}
