/**
 * Writes what is done to the open flow into its journal, at once: the flow itself is saved a little later.
 *
 * 1. Rows are written in the order of their numbers, one write at a time, saves among them.
 * 2. What could not be written waits for the next change or save; nothing is left out.
 * 3. A journal that has grown long is written anew, from the history, with a save: until then its rows wait for it.
 */
import type { Result } from '../../shared/index.ts';
import type { JournalRow } from '../../storage/contract.ts';
import type { DocumentStore } from '../state/document-store.ts';
import {
  historyKept,
  joinRows,
  journalOf,
  type History,
  type StoredFlow,
} from '../storage/journal.ts';

/** What a save adds to the journal. */
export interface JournalPart {
  /** The last change that is in the flow. */
  readonly number: number;
  readonly rows: readonly JournalRow[];
  readonly renews: boolean;
}

type Saved = Result<number, 'conflict'>;

export interface Journal {
  /** Called with the history as it is at this moment: saves the flow with the part that belongs to it. */
  save(history: History, write: (part: JournalPart) => Promise<Saved>): Promise<Saved>;
  /** What the store has not taken yet, in order; nothing once another writer was met. */
  unsaved(): readonly JournalRow[];
  stop(): void;
}

export interface JournalPorts {
  readonly document: DocumentStore;
  readonly opened: Pick<StoredFlow, 'flow' | 'number' | 'rowCount' | 'isDue'>;
  /** Throws when the store cannot; the next save then says why. */
  readonly append: (rows: readonly JournalRow[]) => Promise<Result<void, 'conflict'>>;
  readonly mostRows?: number;
}

export function startJournal(ports: JournalPorts): Journal {
  const { document, opened, append, mostRows = 4 * historyKept } = ports;
  const flow = opened.flow.id;
  let { number: last, rowCount, isDue } = opened;
  let waiting: JournalRow[] = [];
  /** What waits, and what is being written. */
  let unsaved: readonly JournalRow[] = [];
  let turn: Promise<unknown> = Promise.resolve();
  let isScheduled = false;
  let isOver = false;

  /** After everything that was begun before; its trouble is its own. */
  function inTurn<Value>(act: () => Promise<Value>): Promise<Value> {
    const mine = turn.then(act);
    turn = mine.catch(() => undefined);
    return mine;
  }

  async function appendWaiting(): Promise<void> {
    isScheduled = false;
    if (waiting.length === 0 || isDue || isOver) return;
    const rows = waiting;
    waiting = [];
    try {
      isOver = !(await append(rows)).ok;
      areSaved(rows);
      rowCount += rows.length;
      isDue = rowCount > mostRows;
    } catch {
      waiting = [...rows, ...waiting]; // invariant 2
    }
  }

  function areSaved(rows: readonly JournalRow[]): void {
    unsaved = unsaved.filter((row) => !rows.includes(row));
  }

  const unfollow = document.follow((change) => {
    const joined = joinRows(waiting.at(-1), change);
    const row = joined ?? { flow, number: (last += 1), ...change };
    if (joined !== undefined) waiting.pop();
    waiting.push(row);
    unsaved = [...(joined === undefined ? unsaved : unsaved.slice(0, -1)), row];
    if (isScheduled || isDue || isOver) return;
    isScheduled = true;
    setTimeout(() => void inTurn(appendWaiting));
  });

  return {
    save(history, write) {
      const renews = isDue;
      const rows = renews ? journalOf(flow, history, last) : waiting;
      const done = unsaved;
      waiting = [];
      last = rows.at(-1)?.number ?? last;
      const number = last;
      return inTurn(async () => {
        let saved: Saved | undefined;
        try {
          saved = await write({ number, rows, renews });
        } finally {
          if (saved === undefined && !renews) waiting = [...rows, ...waiting];
        }
        isOver ||= !saved.ok;
        if (saved.ok) {
          areSaved(done);
          rowCount = (renews ? 0 : rowCount) + rows.length;
          isDue = rowCount > mostRows;
        }
        return saved;
      });
    },
    unsaved: () => (isOver ? [] : unsaved),
    stop: unfollow,
  };
}
