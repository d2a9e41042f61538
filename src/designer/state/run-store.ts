import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Flow } from '../../flow/index.ts';
import type { Wording } from '../../shared/index.ts';
import type { LookedAtRun } from '../../worker/worker-client.ts';
import { foldRun, type RunEvent, type RunScope, type RunState } from '../../runtime/contract.ts';

/** What the last run reports: a fold of its events. */
export interface RunStoreState {
  readonly run: RunState | undefined;
  readonly scope: RunScope | undefined;
  /** The flow as it runs: it may be changed meanwhile. */
  readonly flow: Flow | undefined;
  /** How many first entries were asked for; none = all. "Try again" asks for as many, even when none came. */
  readonly firstRecords: number | undefined;
  /** It began with what a step of an earlier run refused. "Try again" does so too. */
  readonly again: RunAgain | undefined;
  /** The earlier run whose data it began with. "Try again" does so too. */
  readonly sameDataAs: string | undefined;
  /** What earlier tests of this flow have sent, by step: it stays sent when the flow is tested again. */
  readonly sentBefore: Readonly<Record<string, number>>;
  /** An earlier run that is looked at instead of the last one. */
  readonly looked: LookedAtRun | undefined;
  /** Why the last run is not among the earlier ones. */
  readonly notKept: Wording | undefined;
  /** The flow waits for its trigger (a schedule, a poll, a call) while the page is open. */
  readonly listening: boolean;
  /** While it waits: where to call, when it fires next, or that calls no longer reach it. */
  readonly waiting: Waiting | undefined;
}

export interface RunAgain {
  readonly runId: string;
  readonly step: string;
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

type BegunWith = Partial<Pick<RunStoreState, 'flow' | 'firstRecords' | 'again' | 'sameDataAs'>>;

export interface RunStore extends StoreApi<RunStoreState> {
  begin(scope: RunScope, how?: BegunWith): void;
  take(events: readonly RunEvent[]): void;
  /** What is known of the wait; adds to what was known. */
  wait(news: Waiting): void;
  clear(): void;
}

export function createRunStore(): RunStore {
  const store = createStore<RunStoreState>(() => ({
    run: undefined,
    scope: undefined,
    flow: undefined,
    firstRecords: undefined,
    again: undefined,
    sameDataAs: undefined,
    sentBefore: {},
    looked: undefined,
    notKept: undefined,
    listening: false,
    waiting: undefined,
  }));
  return {
    ...store,
    begin: (scope, { flow, firstRecords, again, sameDataAs } = {}) =>
      store.setState(({ run, sentBefore }) => ({
        run: undefined,
        scope,
        flow,
        firstRecords,
        again,
        sameDataAs,
        looked: undefined,
        notKept: undefined,
        sentBefore: withSentBy(run, sentBefore),
      })),
    take: (events) => store.setState((now) => ({ run: events.reduce(foldRun, now.run) })),
    wait: (news) => store.setState(({ waiting }) => ({ waiting: { ...waiting, ...news } })),
    clear: () =>
      store.setState({
        run: undefined,
        scope: undefined,
        flow: undefined,
        firstRecords: undefined,
        again: undefined,
        sameDataAs: undefined,
        looked: undefined,
        notKept: undefined,
        sentBefore: {},
      }),
  };
}

/** Writes were shown before they were sent, so a step that held some is a step that sent what it has done. */
function withSentBy(
  run: RunState | undefined,
  before: RunStoreState['sentBefore'],
): RunStoreState['sentBefore'] {
  const sent = { ...before };
  for (const [step, { heldEffect, counts }] of Object.entries(run?.steps ?? {}))
    if (heldEffect !== undefined && counts.done > 0) sent[step] = (sent[step] ?? 0) + counts.done;
  return sent;
}
