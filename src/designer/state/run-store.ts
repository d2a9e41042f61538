import { createStore, type StoreApi } from 'zustand/vanilla';
import { foldRun, type RunEvent, type RunScope, type RunState } from '../../runtime/contract.ts';

/** What the last run reports: a fold of its events. */
export interface RunStoreState {
  readonly run: RunState | undefined;
  readonly scope: RunScope | undefined;
  /** How many first entries were asked for; none = all. "Try again" asks for as many, even when none came. */
  readonly firstRecords: number | undefined;
  /** The flow waits for its trigger (a schedule, a poll, a call) while the page is open. */
  readonly listening: boolean;
  /** While it waits: where to call, when it fires next, or that calls no longer reach it. */
  readonly waiting: Waiting | undefined;
}

export interface Waiting {
  readonly webhook?: {
    readonly url: string;
    readonly reach: 'this-computer' | 'public';
    readonly expires: number;
  };
  readonly next?: number;
  readonly lost?: boolean;
}

export interface RunStore extends StoreApi<RunStoreState> {
  begin(scope: RunScope, firstRecords?: number): void;
  take(events: readonly RunEvent[]): void;
  /** What is known of the wait; adds to what was known. */
  wait(news: Waiting): void;
  clear(): void;
}

export function createRunStore(): RunStore {
  const store = createStore<RunStoreState>(() => ({
    run: undefined,
    scope: undefined,
    firstRecords: undefined,
    listening: false,
    waiting: undefined,
  }));
  return {
    ...store,
    begin: (scope, firstRecords) => store.setState({ run: undefined, scope, firstRecords }),
    take: (events) => store.setState((now) => ({ run: events.reduce(foldRun, now.run) })),
    wait: (news) => store.setState(({ waiting }) => ({ waiting: { ...waiting, ...news } })),
    clear: () => store.setState({ run: undefined, scope: undefined, firstRecords: undefined }),
  };
}
