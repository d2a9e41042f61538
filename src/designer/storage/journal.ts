/**
 * The journal of a flow, read: each row is one change.
 *
 * 1. The saved flow names the last change in it. Later rows are applied when the flow is opened: nothing that was done is
 *    lost with the page.
 * 2. The history (what can be undone and redone) is a fold of the rows.
 * 3. A row that cannot be applied ends the reading: what comes after it would not be what the person saw.
 */
import { applyOperation, type Flow, type Operation } from '../../flow/index.ts';
import type {
  FlowRow,
  HistoryEntry,
  HistoryRow,
  JournalChange,
  JournalHead,
  JournalRow,
} from '../../storage/contract.ts';

/** Changes that can be undone. */
export const historyKept = 1000;

export interface History {
  readonly past: readonly HistoryEntry[];
  readonly future: readonly HistoryEntry[];
}

export interface StoredFlow {
  readonly flow: Flow;
  readonly rev: number;
  readonly history: History;
  /** The last change that is known. */
  readonly number: number;
  /** The journal's first row, and how many there are. */
  readonly from: number;
  readonly rowCount: number;
  /** What was done and not saved any more: it is in the flow. */
  readonly recovered: readonly HistoryEntry[];
  /** The next save writes the journal anew. */
  readonly isDue: boolean;
  /** Who claimed it last. */
  readonly writer?: string | undefined;
}

/** A flow as it is opened, from what the store holds of it. */
export function openStored(
  { flow, rev }: FlowRow,
  head: JournalHead | HistoryRow | undefined,
  rows: readonly JournalRow[],
): StoredFlow {
  if (head === undefined || 'past' in head) {
    const history = { past: head?.past ?? [], future: head?.future ?? [] };
    const nothing = { number: 0, from: 1, rowCount: 0, recovered: [] };
    return { flow, rev, history, ...nothing, isDue: true, writer: head?.writer };
  }
  const { number, from } = head;
  const saved = rows.filter((row) => row.number <= number);
  const later = rows.slice(saved.length);
  const { followed, ...read } = followRows({ flow, ...historyOf(saved) }, later);
  return {
    flow: read.flow,
    rev,
    history: { past: read.past, future: read.future },
    number: rows.at(-1)?.number ?? number,
    from,
    rowCount: rows.length,
    recovered: followed.filter(({ how }) => how !== 'quiet').map(({ entry }) => entry),
    isDue: followed.length < later.length,
    writer: head.writer,
  };
}

interface Followed extends History {
  readonly flow: Flow;
  readonly followed: readonly JournalRow[];
}

/** The flow and its history after these rows, as far as they can be applied. What did not change is the same object. */
export function followRows(
  before: History & { readonly flow: Flow },
  rows: readonly JournalRow[],
): Followed {
  let { flow } = before;
  const history = copyOf(before);
  for (const [at, row] of rows.entries()) {
    const applied = applyOperation(flow, appliedBy(row));
    if (!applied.ok) return { flow, ...kept(history), followed: rows.slice(0, at) };
    flow = applied.value.flow;
    enter(history, row);
  }
  return { flow, ...kept(history), followed: rows };
}

/** The shortest journal that gives this history, numbered after `last`. */
export function journalOf(flow: string, history: History, last: number): JournalRow[] {
  const row = (how: JournalRow['how']) => (entry: HistoryEntry) => ({ how, entry });
  const changes: JournalChange[] = [
    ...history.past.map(row('done')),
    ...history.future.toReversed().map(row('done')),
    ...history.future.map(row('undone')),
  ];
  return changes.map((change, at) => ({ flow, number: last + 1 + at, ...change }));
}

/** One row instead of two, of which the second goes on with the first; undefined where it does not. */
export function joinRows(
  last: JournalRow | undefined,
  { how, entry, applied }: JournalChange,
): JournalRow | undefined {
  if (how !== 'joined' || last === undefined || last.applied !== undefined) return undefined;
  // The entry is all of both; of one that itself only went on, it would be more than was applied.
  const covers = last.how === 'done' || (last.how === 'joined' && applied === undefined);
  return covers ? { ...last, entry } : undefined;
}

type Filling = { past: HistoryEntry[]; future: HistoryEntry[] };

function historyOf(rows: readonly JournalRow[]): History {
  const history: Filling = { past: [], future: [] };
  for (const row of rows) enter(history, row);
  return kept(history);
}

function enter({ past, future }: Filling, { how, entry }: JournalChange): void {
  switch (how) {
    case 'done':
      past.push(entry);
      future.length = 0;
      return;
    case 'joined':
      past.splice(-1, 1, entry);
      return;
    case 'undone':
      past.pop();
      future.push(entry);
      return;
    case 'redone':
      future.pop();
      past.push(entry);
      return;
    case 'quiet':
  }
}

function appliedBy({ how, entry, applied }: JournalChange): Operation {
  return how === 'undone' ? entry.inverse : (applied ?? entry.operation);
}

function copyOf({ past, future }: History): Filling {
  return { past: [...past], future: [...future] };
}

function kept({ past, future }: Filling): History {
  return { past: past.slice(-historyKept), future };
}
