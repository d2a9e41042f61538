import { failure, success, type Result } from '../../shared/index.ts';
import type { Flow } from '../../flow/index.ts';
import { keptKeysOf } from '../../runtime/contract.ts';
import type {
  BindingRow,
  CheckpointRow,
  Database,
  FilingRow,
  FlowSummary,
  HistoryRow,
  JournalRow,
  MemoryRow,
  ShelfRow,
  TestRow,
} from '../../storage/contract.ts';

type History = Pick<HistoryRow, 'past' | 'future'>;
const noHistory: History = { past: [], future: [] };

/** A flow with everything that belongs to it, to be put back after a removal. */
export interface RemovedFlow {
  readonly flow: Flow;
  readonly rev: number;
  readonly history: History;
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

export interface StoredFlow {
  readonly flow: Flow;
  readonly rev: number;
  readonly history: History;
}

function summaryOf(flow: Flow, updatedAt: number): FlowSummary {
  return {
    id: flow.id,
    name: flow.name,
    updatedAt,
    components: flow.steps.slice(0, 8).map((step) => step.component),
    steps: flow.steps.length,
  };
}

/** The newest first. */
export function listFlows(db: Database): Promise<FlowSummary[]> {
  return db.summaries.orderBy('updatedAt').reverse().toArray();
}

export async function loadFlow(db: Database, id: string): Promise<StoredFlow | undefined> {
  return db.transaction('r', db.flows, db.histories, async () => {
    const row = await db.flows.get(id);
    if (row === undefined) return undefined;
    const { past, future } = (await db.histories.get(id)) ?? noHistory;
    return { flow: row.flow, rev: row.rev, history: { past, future } };
  });
}

/**
 * Saves document, summary and history together, only when the stored revision is the one this writer last saw.
 * Gives the new revision; `conflict` when somebody else saved in between (nothing is written then).
 */
export async function saveFlow(
  db: Database,
  saved: { flow: Flow; rev: number; history?: History; at: number },
): Promise<Result<number, 'conflict'>> {
  const { flow, history = noHistory } = saved;
  return db.transaction('rw', db.flows, db.summaries, db.histories, async () => {
    const stored = (await db.flows.get(flow.id))?.rev ?? 0;
    if (stored !== saved.rev) return failure('conflict' as const);
    const rev = stored + 1;
    await db.flows.put({ id: flow.id, rev, flow });
    await db.summaries.put(summaryOf(flow, saved.at));
    await db.histories.put({ flow: flow.id, past: history.past, future: history.future });
    return success(rev);
  });
}

/** Removes a flow; what comes back puts it in again, unchanged. */
export async function removeFlow(db: Database, id: string): Promise<RemovedFlow | undefined> {
  return db.transaction('rw', everythingOf(db), async () => {
    const row = await db.flows.get(id);
    const summary = await db.summaries.get(id);
    if (row === undefined || summary === undefined) return undefined;
    const { past, future } = (await db.histories.get(id)) ?? noHistory;
    const bindings = await db.bindings.where({ flow: id }).toArray();
    const shelves = await db.shelves.where({ flow: id }).toArray();
    const tests = await db.tests.where({ flow: id }).toArray();
    const journal = await db.journal.where({ flow: id }).toArray();
    const checkpoints = await db.checkpoints.where({ flow: id }).toArray();
    const filing = await db.filings.get(id);
    const remembered = db.memories.where('key').startsWith(keptKeysOf(id));
    const memories = await remembered.toArray();
    await db.flows.delete(id);
    await db.summaries.delete(id);
    await db.histories.delete(id);
    await db.filings.delete(id);
    await remembered.delete();
    for (const table of [db.bindings, db.shelves, db.tests, db.journal, db.checkpoints])
      await table.where({ flow: id }).delete();
    return {
      flow: row.flow,
      rev: row.rev,
      history: { past, future },
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
  const { flow, rev, history, summary, bindings, memories, shelves, tests } = removed;
  const { journal, checkpoints, filing } = removed;
  await db.transaction('rw', everythingOf(db), async () => {
    await db.flows.put({ id: flow.id, rev, flow });
    await db.summaries.put(summary);
    await db.histories.put({ flow: flow.id, ...history });
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
function everythingOf(db: Database) {
  const { flows, summaries, histories, bindings, memories, shelves, tests } = db;
  const { journal, checkpoints, filings } = db;
  return [
    ...[flows, summaries, histories, bindings, memories, shelves, tests],
    ...[journal, checkpoints, filings],
  ];
}
