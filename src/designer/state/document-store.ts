/**
 * The open flow and its history.
 *
 * 1. One writer: every change is an operation through `apply`; nothing else sets `flow`.
 * 2. Undo and redo are operations too: the inverses that `applyOperation` gave.
 * 3. A read-only document (another tab writes) refuses every change in words.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import { failure, success, type Result, type Wording } from '../../shared/index.ts';
import { applyOperation, labelOf, type Flow, type Operation } from '../../flow/index.ts';

export interface HistoryEntry {
  readonly label: Wording;
  readonly operation: Operation;
  readonly inverse: Operation;
}

export interface DocumentState {
  readonly flow: Flow | undefined;
  readonly past: readonly HistoryEntry[];
  readonly future: readonly HistoryEntry[];
  readonly readOnly: boolean;
}

export interface DocumentStore extends StoreApi<DocumentState> {
  open(
    flow: Flow,
    history?: { past: readonly HistoryEntry[]; future: readonly HistoryEntry[] },
    readOnly?: boolean,
  ): void;
  close(): void;
  setReadOnly(readOnly: boolean): void;
  /** Applies one operation. `quiet` keeps it out of the history (a sample recorded by a run). */
  apply(operation: Operation, options?: { quiet?: boolean }): Result<void, Wording>;
  undo(): Wording | undefined;
  redo(): Wording | undefined;
}

const historyKept = 1000;
const nothing: DocumentState = { flow: undefined, past: [], future: [], readOnly: false };

export function createDocumentStore(): DocumentStore {
  const store = createStore<DocumentState>(() => nothing);

  function apply(operation: Operation, options?: { quiet?: boolean }): Result<void, Wording> {
    const { flow, past, readOnly } = store.getState();
    if (flow === undefined || readOnly) return failure({ code: 'flow.read-only', params: {} });
    const applied = applyOperation(flow, operation);
    if (!applied.ok) return applied;
    if (options?.quiet === true) {
      store.setState({ flow: applied.value.flow });
    } else {
      const entry = { label: labelOf(operation, flow), operation, inverse: applied.value.inverse };
      store.setState({
        flow: applied.value.flow,
        past: [...past.slice(1 - historyKept), entry],
        future: [],
      });
    }
    return success(undefined);
  }

  function travel(from: 'past' | 'future'): Wording | undefined {
    const state = store.getState();
    const entry = state[from].at(-1);
    if (state.flow === undefined || state.readOnly || entry === undefined) return undefined;
    const applied = applyOperation(state.flow, from === 'past' ? entry.inverse : entry.operation);
    if (!applied.ok) return undefined;
    const moved = { ...entry, ...(from === 'future' && { inverse: applied.value.inverse }) };
    store.setState({
      flow: applied.value.flow,
      past: from === 'past' ? state.past.slice(0, -1) : [...state.past, moved],
      future: from === 'past' ? [...state.future, moved] : state.future.slice(0, -1),
    });
    return entry.label;
  }

  return {
    ...store,
    open: (flow, history, readOnly = false) =>
      store.setState({ ...nothing, flow, ...history, readOnly }),
    close: () => store.setState(nothing),
    setReadOnly: (readOnly) => store.setState({ readOnly }),
    apply,
    undo: () => travel('past'),
    redo: () => travel('future'),
  };
}
