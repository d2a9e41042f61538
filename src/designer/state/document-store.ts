/**
 * The open flow and its history.
 *
 * 1. One writer: every change is an operation through `apply`; nothing else sets `flow`.
 * 2. Undo and redo are operations too: the inverses that `applyOperation` gave.
 * 3. Changes that belong together (typing in one field) are one entry, as long as nothing else is changed between them.
 * 4. A read-only document (another tab writes) refuses every change in words.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import { failure, success, type Result, type Wording } from '../../shared/index.ts';
import { applyOperation, labelOf, type Flow, type Operation } from '../../flow/index.ts';
import type { HistoryEntry } from '../../storage/contract.ts';

export interface DocumentState {
  readonly flow: Flow | undefined;
  readonly past: readonly HistoryEntry[];
  readonly future: readonly HistoryEntry[];
  readonly readOnly: boolean;
}

export interface ApplyOptions {
  readonly quiet?: boolean;
  readonly joins?: string;
  readonly follows?: HistoryEntry;
}

export interface DocumentStore extends StoreApi<DocumentState> {
  open(
    flow: Flow,
    history?: { past: readonly HistoryEntry[]; future: readonly HistoryEntry[] },
    readOnly?: boolean,
  ): void;
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
}

const historyKept = 1000;
const nothing: DocumentState = { flow: undefined, past: [], future: [], readOnly: false };

export function createDocumentStore(): DocumentStore {
  const store = createStore<DocumentState>(() => nothing);

  let lastJoin: { readonly name: string; readonly entry: HistoryEntry } | undefined;

  function apply(operation: Operation, options?: ApplyOptions): Result<void, Wording> {
    const { flow, past, readOnly } = store.getState();
    if (flow === undefined || readOnly) return failure({ code: 'flow.read-only', params: {} });
    const applied = applyOperation(flow, operation);
    if (!applied.ok) return applied;
    const { follows } = options ?? {};
    if (follows !== undefined && past.at(-1) === follows) {
      store.setState({
        flow: applied.value.flow,
        past: [...past.slice(0, -1), withConsequence(follows, operation, applied.value.inverse)],
      });
    } else if (options?.quiet === true || follows !== undefined) {
      store.setState({ flow: applied.value.flow });
    } else {
      const last = past.at(-1);
      const joined =
        options?.joins !== undefined && lastJoin?.name === options.joins && lastJoin.entry === last
          ? last
          : undefined;
      const entry: HistoryEntry = {
        label: joined?.label ?? labelOf(operation, flow),
        operation,
        inverse: joined?.inverse ?? applied.value.inverse,
      };
      lastJoin = options?.joins === undefined ? undefined : { name: options.joins, entry };
      store.setState({
        flow: applied.value.flow,
        past: [...(joined === undefined ? past.slice(1 - historyKept) : past.slice(0, -1)), entry],
        future: [],
      });
    }
    return success(undefined);
  }

  function travel(from: 'past' | 'future'): Result<Wording, Wording> | undefined {
    const state = store.getState();
    const entry = state[from].at(-1);
    if (state.flow === undefined || state.readOnly || entry === undefined) return undefined;
    const applied = applyOperation(state.flow, from === 'past' ? entry.inverse : entry.operation);
    if (!applied.ok) return applied;
    const moved = { ...entry, ...(from === 'future' && { inverse: applied.value.inverse }) };
    store.setState({
      flow: applied.value.flow,
      past: from === 'past' ? state.past.slice(0, -1) : [...state.past, moved],
      future: from === 'past' ? [...state.future, moved] : state.future.slice(0, -1),
    });
    return success(entry.label);
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

function withConsequence(
  entry: HistoryEntry,
  operation: Operation,
  inverse: Operation,
): HistoryEntry {
  const { label } = entry;
  const both = (operations: readonly Operation[]): Operation => ({
    type: 'batch',
    label: label.code,
    operations,
  });
  return {
    label,
    operation: both([entry.operation, operation]),
    inverse: both([inverse, entry.inverse]),
  };
}
