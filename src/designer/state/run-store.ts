import { createStore, type StoreApi } from 'zustand/vanilla';
import { foldRun, type RunEvent, type RunScope, type RunState } from '../../runtime/contract.ts';

/** What the last run reports: a fold of its events. */
export interface RunStoreState {
  readonly run: RunState | undefined;
  readonly scope: RunScope | undefined;
  /** The flow waits for its trigger (a schedule, a poll, a call) while the page is open. */
  readonly listening: boolean;
}

export interface RunStore extends StoreApi<RunStoreState> {
  begin(scope: RunScope): void;
  take(events: readonly RunEvent[]): void;
  clear(): void;
}

export function createRunStore(): RunStore {
  const store = createStore<RunStoreState>(() => ({
    run: undefined,
    scope: undefined,
    listening: false,
  }));
  return {
    ...store,
    begin: (scope) => store.setState({ run: undefined, scope }),
    take: (events) => store.setState((now) => ({ run: events.reduce(foldRun, now.run) })),
    clear: () => store.setState({ run: undefined, scope: undefined }),
  };
}
