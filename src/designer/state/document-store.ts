/**
 * The open flow and its history.
 *
 * 1. One writer: every change is an operation through `apply`; nothing else sets `flow`.
 * 2. Undo and redo are operations too: the inverses that `applyOperation` gave.
 * 3. Changes that belong together (typing in one field) are one entry, as long as nothing else is changed between them.
 * 4. A read-only document (another tab writes) refuses every change in words.
 * 5. Who keeps a journal is told each change before anybody sees it, in the order in which they are made.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import { failure, success, type Result, type Wording } from '../../shared/index.ts';
import { applyOperation, labelOf, type Flow, type Operation } from '../../flow/index.ts';
import type { HistoryEntry, JournalChange } from '../../storage/contract.ts';
import { historyKept, type History } from '../storage/journal.ts';

export interface DocumentState extends History {
  readonly flow: Flow | undefined;
  readonly readOnly: boolean;
}

export interface ApplyOptions {
  readonly quiet?: boolean;
  readonly joins?: string;
  readonly follows?: HistoryEntry;
}

export interface DocumentStore extends StoreApi<DocumentState> {
  open(flow: Flow, history?: History, readOnly?: boolean): void;
  close(): void;
  setReadOnly(readOnly: boolean): void;
  /**
   * Applies one operation. `quiet` keeps it out of the history (a sample recorded by a run); `joins` names what it is a
   * part of: it is undone together with the last change of the same name. What `follows` from a change is undone and
   * redone with it while that is the last one, and kept out of the history otherwise.
   */
  apply(operation: Operation, options?: ApplyOptions): Result<void, Wording>;
  /** What was undone, or why it cannot be; undefined where there is nothing to undo. */
  undo(): Result<Wording, Wording> | undefined;
  redo(): Result<Wording, Wording> | undefined;
  /** Undoes or redoes until so many changes are done; all of them, or none and why. */
  goTo(place: number): Result<void, Wording>;
  /** Tells every change from now on; what comes back ends it. */
  follow(listener: (change: JournalChange) => void): () => void;
}

const nothing: DocumentState = { flow: undefined, past: [], future: [], readOnly: false };

export function createDocumentStore(now: () => number = Date.now): DocumentStore {
  const store = createStore<DocumentState>(() => nothing);
  const listeners = new Set<(change: JournalChange) => void>();
  const tell = (change: JournalChange) => listeners.forEach((listener) => listener(change));

  let lastJoin: { readonly name: string; readonly entry: HistoryEntry } | undefined;

  function apply(operation: Operation, options?: ApplyOptions): Result<void, Wording> {
    const { flow: before, past, readOnly } = store.getState();
    if (before === undefined || readOnly) return failure({ code: 'flow.read-only', params: {} });
    const applied = applyOperation(before, operation);
    if (!applied.ok) return applied;
    const { flow, inverse } = applied.value;
    const last = past.at(-1);
    const { follows, joins } = options ?? {};
    const label = labelOf(operation, before);
    if (follows !== undefined && last === follows) {
      const entry = withConsequence(follows, operation, inverse);
      tell({ how: 'joined', entry, applied: operation });
      store.setState({ flow, past: [...past.slice(0, -1), entry] });
    } else if (options?.quiet === true || follows !== undefined) {
      tell({ how: 'quiet', entry: { label, operation, inverse, at: now() } });
      store.setState({ flow });
    } else {
      const isJoined = joins !== undefined && lastJoin?.name === joins && lastJoin.entry === last;
      const joined = isJoined ? last : undefined;
      const entry: HistoryEntry = {
        label: joined?.label ?? label,
        operation,
        inverse: joined?.inverse ?? inverse,
        at: now(),
      };
      lastJoin = joins === undefined ? undefined : { name: joins, entry };
      tell({ how: joined === undefined ? 'done' : 'joined', entry });
      store.setState({
        flow,
        past: [...(joined === undefined ? past.slice(1 - historyKept) : past.slice(0, -1)), entry],
        future: [],
      });
    }
    return success(undefined);
  }

  /** What is done is undone one by one, what was undone is done again, `count` times. */
  function travel(from: 'past' | 'future', count: number): Result<Wording, Wording> | undefined {
    const state = store.getState();
    let { flow } = state;
    if (flow === undefined || state.readOnly || state[from].length < count) return undefined;
    const past = [...state.past];
    const future = [...state.future];
    const [left, entered] = from === 'past' ? [past, future] : [future, past];
    const changes: JournalChange[] = [];
    for (let done = 0; done < count; done++) {
      const entry = left.pop();
      if (entry === undefined) return undefined;
      const applied = applyOperation(flow, from === 'past' ? entry.inverse : entry.operation);
      if (!applied.ok) return applied;
      flow = applied.value.flow;
      const moved = from === 'past' ? entry : { ...entry, inverse: applied.value.inverse };
      entered.push(moved);
      changes.push({ how: from === 'past' ? 'undone' : 'redone', entry: moved });
    }
    changes.forEach(tell);
    store.setState({ flow, past, future });
    const last = changes.at(-1);
    return last && success(last.entry.label);
  }

  return {
    ...store,
    open: (flow, history, readOnly = false) =>
      store.setState({ ...nothing, flow, ...history, readOnly }),
    close: () => store.setState(nothing),
    setReadOnly: (readOnly) => store.setState({ readOnly }),
    apply,
    undo: () => travel('past', 1),
    redo: () => travel('future', 1),
    goTo(place) {
      const count = place - store.getState().past.length;
      const travelled = travel(count < 0 ? 'past' : 'future', Math.abs(count));
      return travelled?.ok === false ? travelled : success(undefined);
    },
    follow(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function withConsequence(
  entry: HistoryEntry,
  operation: Operation,
  inverse: Operation,
): HistoryEntry {
  const { label, at } = entry;
  const both = (operations: readonly Operation[]): Operation => ({
    type: 'batch',
    label: label.code,
    operations,
  });
  return {
    label,
    operation: both([entry.operation, operation]),
    inverse: both([inverse, entry.inverse]),
    ...(at !== undefined && { at }),
  };
}
