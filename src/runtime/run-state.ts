import type { OwnAddresses } from './recipients.ts';
import type { Failure } from './failure.ts';
import type { Counts, StepStatus, RunStatus } from './run-event.ts';

/** The state a screen shows: a fold of events. */
export interface StepRun {
  readonly status: StepStatus;
  readonly counts: Counts;
  readonly startedAt?: number;
  readonly finishedAt?: number;
  /** Of the time between, how long the run stood still for the person. */
  readonly stoodStillMs?: number;
  readonly failure?: Failure;
  /** The first refusals, at most 50; the rest is asked for by page. */
  readonly refusals: readonly {
    readonly message: string;
    readonly index: number;
    readonly failure: Failure;
  }[];
  readonly heldEffect?: 'write' | 'delete';
  /** Whom its writes go to instead of their recipients. */
  readonly sendsTo?: OwnAddresses;
  /** Answers that nobody gave are in some of its messages. */
  readonly hasInvented?: true;
  /** It stood still at a refusal, and the person let the run go on without that message. */
  readonly wentOn?: true;
}

export interface RunState {
  readonly runId: string;
  readonly status: RunStatus;
  readonly startedAt: number;
  readonly finishedAt?: number;
  /** Since when it stands still for the person. */
  readonly stillSince?: number;
  /** How long it stood still before. */
  readonly stoodStillMs?: number;
  readonly failure?: Failure;
  readonly steps: Readonly<Record<string, StepRun>>;
}
