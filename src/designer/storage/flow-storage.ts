/**
 * The flows of this browser, each with its journal.
 *
 * 1. Flow, summary, head of the journal and the rows that were not appended yet are saved together.
 * 2. Saving and appending both name the revision they saw: of two writers the second one changes nothing.
 * 3. A tab that gets the lock claims the flow (`claimFlow`); who claimed it before, and does not know yet, writes nothing more.
 */
import { failure, success, type Result, type Wording } from '../../shared/index.ts';
import { applyOperation, labelOf, type Flow, type Operation } from '../../flow/index.ts';
import { keptKeysOf } from '../../runtime/contract.ts';
import type {
  BindingRow,
  CheckpointRow,
  Database,
  FilingRow,
  FlowSummary,
  HistoryRow,
  JournalHead,
  JournalRow,
  MemoryRow,
  ShelfRow,
  TestRow,
} from '../../storage/contract.ts';
import { journalOf, openStored, type History, type StoredFlow } from './journal.ts';

/** A flow with everything that belongs to it, to be put back after a removal. */
export interface RemovedFlow {
  readonly flow: Flow;
  readonly rev: number;
  readonly head: JournalHead | HistoryRow | undefined;
  readonly summary: FlowSummary;
  readonly bindings: readonly BindingRow[];
  /** What its steps remember from run to run. */
  readonly memories: readonly MemoryRow[];
  readonly shelves: readonly ShelfRow[];
  readonly tests: readonly TestRow[];
  readonly journal: readonly JournalRow[];
  readonly checkpoints: readonly CheckpointRow[];
  readonly filing: FilingRow | undefined;
}

const shownInList = 8;

function summaryOf(flow: Flow, updatedAt: number): FlowSummary {
  const components = flow.steps.map(({ component }) => component);
  const first = components.slice(0, shownInList);
  const later = new Set(components.filter((component) => !first.includes(component)));
  return {
    id: flow.id,
    name: flow.name,
    updatedAt,
    components: [...first, ...later],
    steps: flow.steps.length,
  };
}

/** The newest first. */
export function listFlows(db: Database): Promise<FlowSummary[]> {
  return db.summaries.orderBy('updatedAt').reverse().toArray();
}

export async function loadFlow(db: Database, id: string): Promise<StoredFlow | undefined> {
  return db.transaction('r', db.flows, db.histories, db.journal, async () => {
    const row = await db.flows.get(id);
    if (row === undefined) return undefined;
    const head = await db.histories.get(id);
    return openStored(row, head, await db.journal.where({ flow: id }).toArray());
  });
}

/** What was appended after a change, and the head it belongs to. */
export async function loadJournalAfter(
  db: Database,
  id: string,
  number: number,
): Promise<{ head: JournalHead; rows: readonly JournalRow[] } | undefined> {
  return db.transaction('r', db.histories, db.journal, async () => {
    const head = await db.histories.get(id);
    if (head === undefined || 'past' in head) return undefined;
    const later = db.journal.where('[flow+number]').between([id, number], [id, Infinity], false);
    return { head, rows: await later.toArray() };
  });
}

export interface FlowToSave {
  readonly flow: Flow;
  /** The revision that this writer last saw. */
  readonly rev: number;
  readonly at: number;
  /** The last change that is in it. */
  readonly number?: number;
  /** What is not in the journal yet. */
  readonly rows?: readonly JournalRow[];
  /** The rows are all of the journal from now on. */
  readonly renews?: boolean;
  /** As which the flow was claimed; nobody's without. */
  readonly writer?: string | undefined;
}

/**
 * From here on the flow is this writer's, until another one claims it. `conflict` where it is not stored as the writer has
 * read it, or was claimed since (nothing is written then).
 */
export async function claimFlow(
  db: Database,
  id: string,
  writer: string,
  seen: Pick<StoredFlow, 'rev' | 'number' | 'writer'>,
): Promise<Result<void, 'conflict'>> {
  return db.transaction('rw', db.flows, db.histories, db.journal, async () => {
    const head = await db.histories.get(id);
    const rev = head === undefined || 'past' in head ? (await db.flows.get(id))?.rev : head.rev;
    const saved = head === undefined || 'past' in head ? 0 : head.number;
    const last = (await rowsFrom(db, id, 0).last())?.number ?? saved;
    if (rev !== seen.rev || last !== seen.number) return failure('conflict' as const);
    if (head?.writer !== seen.writer && head?.writer !== writer)
      return failure('conflict' as const);
    await db.histories.put({ ...(head ?? { flow: id, past: [], future: [] }), writer });
    return success(undefined);
  });
}

/** Gives the new revision; `conflict` when somebody else saved in between (nothing is written then). */
export async function saveFlow(
  db: Database,
  { flow, rev: seen, at, number = 0, rows = [], renews = false, writer }: FlowToSave,
): Promise<Result<number, 'conflict'>> {
  const { id } = flow;
  return db.transaction('rw', db.flows, db.summaries, db.histories, db.journal, async () => {
    const stored = (await db.flows.get(id))?.rev ?? 0;
    if (stored !== seen) return failure('conflict' as const);
    const rev = stored + 1;
    const head = await db.histories.get(id);
    if (writer !== undefined && head?.writer !== writer) return failure('conflict' as const);
    const before = head === undefined || 'past' in head ? 1 : head.from;
    const from = renews ? (rows[0]?.number ?? number + 1) : before;
    if (renews) await rowsBefore(db, id, from).delete();
    await db.flows.put({ id, rev, flow });
    await db.summaries.put(summaryOf(flow, at));
    await db.histories.put({
      flow: id,
      rev,
      number,
      from,
      ...(writer !== undefined && { writer }),
    });
    await db.journal.bulkPut([...rows]);
    return success(rev);
  });
}

/** Keeps a flow under an id that nothing here has; where one has it after all, this rejects and nothing is written. */
export async function keepNewFlow(
  db: Database,
  flow: Flow,
  at: number,
  history: History = { past: [], future: [] },
): Promise<void> {
  const rows = journalOf(flow.id, history, 0);
  const saved = await saveFlow(db, { flow, rev: 0, at, rows, number: rows.length });
  if (!saved.ok) throw new DOMException('A flow has this id already.', 'ConstraintError');
}

export interface RowsToAppend {
  /** The revision that this writer last saw. */
  readonly rev: number;
  readonly rows: readonly JournalRow[];
  /** As which the flow was claimed. */
  readonly writer?: string | undefined;
}

/** Appends what was done since; the flow itself is saved a little later. No row takes the place of another one. */
export async function appendToJournal(
  db: Database,
  id: string,
  { rev, rows, writer }: RowsToAppend,
): Promise<Result<void, 'conflict'>> {
  return db.transaction('rw', db.histories, db.journal, async () => {
    const head = await db.histories.get(id);
    const isOurs = head !== undefined && !('past' in head) && head.rev === rev;
    if (!isOurs || (writer !== undefined && head.writer !== writer))
      return failure('conflict' as const);
    const taken = await rowsFrom(db, id, rows[0]?.number ?? Infinity).count();
    if (taken > 0) return failure('conflict' as const);
    await db.journal.bulkAdd([...rows]);
    return success(undefined);
  });
}

/** Changes a flow that nobody has open; it can be undone like any other change of it. */
export async function changeStored(
  db: Database,
  id: string,
  operation: Operation,
  at: number,
): Promise<Result<void, Wording | 'conflict'>> {
  const stored = await loadFlow(db, id);
  const applied = stored && applyOperation(stored.flow, operation);
  if (stored === undefined || applied === undefined) return success(undefined);
  if (!applied.ok) return applied;
  const { flow, inverse } = applied.value;
  const entry = { label: labelOf(operation, stored.flow), operation, inverse, at };
  const past = [...stored.history.past, entry];
  const rows = journalOf(id, { past, future: [] }, stored.number);
  const number = rows.at(-1)?.number ?? stored.number;
  const { rev } = stored;
  const saved = await saveFlow(db, { flow, rev, at, number, rows, renews: true });
  return saved.ok ? success(undefined) : saved;
}

function rowsFrom(db: Database, id: string, number: number) {
  return db.journal.where('[flow+number]').between([id, number], [id, Infinity]);
}

function rowsBefore(db: Database, id: string, number: number) {
  return db.journal.where('[flow+number]').between([id, 0], [id, number]);
}

/** Removes a flow; what comes back puts it in again, unchanged. */
export async function removeFlow(db: Database, id: string): Promise<RemovedFlow | undefined> {
  return db.transaction('rw', everythingOf(db), async () => {
    const stored = await loadWhole(db, id);
    if (stored === undefined) return undefined;
    await db.flows.delete(id);
    await db.summaries.delete(id);
    await db.histories.delete(id);
    await db.filings.delete(id);
    await db.memories.where('key').startsWith(keptKeysOf(id)).delete();
    for (const table of [db.bindings, db.shelves, db.tests, db.journal, db.checkpoints])
      await table.where({ flow: id }).delete();
    return stored;
  });
}

/** A flow with everything that belongs to it. */
export async function loadWhole(db: Database, id: string): Promise<RemovedFlow | undefined> {
  return db.transaction('r', everythingOf(db), async () => {
    const row = await db.flows.get(id);
    const summary = await db.summaries.get(id);
    if (row === undefined || summary === undefined) return undefined;
    const head = await db.histories.get(id);
    const bindings = await db.bindings.where({ flow: id }).toArray();
    const shelves = await db.shelves.where({ flow: id }).toArray();
    const tests = await db.tests.where({ flow: id }).toArray();
    const journal = await db.journal.where({ flow: id }).toArray();
    const checkpoints = await db.checkpoints.where({ flow: id }).toArray();
    const filing = await db.filings.get(id);
    const memories = await db.memories.where('key').startsWith(keptKeysOf(id)).toArray();
    return {
      flow: row.flow,
      rev: row.rev,
      head,
      summary,
      bindings,
      memories,
      shelves,
      tests,
      journal,
      checkpoints,
      filing,
    };
  });
}

export async function putBack(db: Database, removed: RemovedFlow): Promise<void> {
  const { flow, rev, head, summary, bindings, memories, shelves, tests } = removed;
  const { journal, checkpoints, filing } = removed;
  await db.transaction('rw', everythingOf(db), async () => {
    await db.flows.put({ id: flow.id, rev, flow });
    await db.summaries.put(summary);
    if (head !== undefined) await db.histories.put(head);
    await db.bindings.bulkPut([...bindings]);
    await db.memories.bulkPut([...memories]);
    await db.shelves.bulkPut([...shelves]);
    await db.tests.bulkPut([...tests]);
    await db.journal.bulkPut([...journal]);
    await db.checkpoints.bulkPut([...checkpoints]);
    if (filing !== undefined) await db.filings.put(filing);
  });
}

/** The tables that something of a flow is in. */
export function everythingOf(db: Database) {
  const { flows, summaries, histories, bindings, memories, shelves, tests } = db;
  const { journal, checkpoints, filings } = db;
  return [
    ...[flows, summaries, histories, bindings, memories, shelves, tests],
    ...[journal, checkpoints, filings],
  ];
}
