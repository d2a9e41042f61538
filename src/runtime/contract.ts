/**
 * The engine's light door: what a run is asked, what it reports, and the fold of the reports.
 * The page and the command line read this file, never the engine. It has no code of its own: who asks it for one thing must not
 * get everything it hands on.
 *
 * 1. Events are the only output. Payloads are not in them: they are asked for by step and side, a page at a time.
 * 2. Every step that a run touched ends in a final state.
 * 3. Counts are of messages; `in = done + refused + dropped + held + cancelled` when the run is final.
 */
import type { Json, JsonPath, Wording } from '../shared/index.ts';
import type { Component } from '../catalog/index.ts';
import type { Flow } from '../flow/index.ts';
import type { OwnAddresses } from './recipients.ts';

/** How much of the flow to run. */
export type RunScope =
  | { readonly kind: 'flow' }
  | { readonly kind: 'up-to'; readonly step: string }
  /** One step, on the samples of the steps before it. */
  | { readonly kind: 'only'; readonly step: string }
  /** One step and all that follow it (up to another one), on the samples of the steps before it. */
  | { readonly kind: 'from'; readonly step: string; readonly upTo?: string };

/** A message as it comes to the step that a run begins at. */
export interface ArrivingMessage {
  readonly id: string;
  readonly body: Json;
  /** What it has of earlier steps, by step. */
  readonly sources: Readonly<Record<string, Json | undefined>>;
}

/** What a step gave for a message in an earlier run, or why it gave nothing. */
export type RecordedAnswer = { readonly output: readonly Json[] } | { readonly failure: Failure };

/** A flow that another one may call, with what it needs to run. */
export interface CalledFlow {
  readonly flow: Flow;
  readonly components: readonly Component[];
  /** Of its own slots, as in a request. */
  readonly credentials: Readonly<Record<string, string>>;
}

/** What writes do: `ask` shows the exact requests and waits, `allow` sends. */
export type WritePolicy = 'ask' | 'allow';

/** What a refusal does where its step stops the flow: `end` the run, or `ask` and go on from there. */
export type RefusalPolicy = 'end' | 'ask';

export interface RunRequest {
  readonly runId: string;
  readonly flow: Flow;
  readonly scope: RunScope;
  /** At most so many messages leave the first step; none = all. */
  readonly firstRecords?: number;
  readonly writes: WritePolicy;
  /** Steps whose writes the person lets go in every run: nothing of them is held. */
  readonly sendsAlways?: readonly string[];
  /** None = `end`. With `ask` the run stands still at the refusal while something is left that could go on. */
  readonly refusals?: RefusalPolicy;
  /** What earlier steps gave, for `only` and `from` (the messages of each step). */
  readonly samples: Readonly<Record<string, readonly Json[]>>;
  /** Under which ids those messages left, by step: they tell what belongs together. Without them, the place does. */
  readonly sampleIds?: Readonly<Record<string, readonly string[]>>;
  /** Which named ways out those messages took, by step: only these go on there. Without them, all do. */
  readonly samplePorts?: Readonly<Record<string, readonly (readonly string[])[]>>;
  /** What comes to the step that `only` and `from` begin at, instead of the samples. */
  readonly arriving?: readonly ArrivingMessage[];
  /** Steps that are left out of a test: each gives its sample, and nobody is called. */
  readonly leftOut?: readonly string[];
  /** Answers of an earlier run, by step and message: services are not called, what is not answered is refused. */
  readonly answers?: Readonly<Record<string, Readonly<Record<string, RecordedAnswer>>>>;
  /** Slot id to the sealed token of this browser's credential. */
  readonly credentials: Readonly<Record<string, string>>;
  /** Other flows that steps of this one call, and those that they call. */
  readonly calls?: readonly CalledFlow[];
  /** What came in, for a flow that a call starts. */
  readonly received?: readonly Json[];
  /** A polled flow fires by itself: only entries that its first step has not given before. The first time only remembers. */
  readonly onlyNew?: boolean;
  /** What steps remember from run to run counts, and is kept. None = a try: nothing is known, nothing is kept. */
  readonly remembers?: boolean;
}

/** Why a message could not go on, in words and with its place. */
export interface Failure extends Wording {
  readonly kind: 'retryable' | 'terminal' | 'cancelled';
  /** The service's HTTP status, where there was one. */
  readonly status?: number;
  /** The service's own words (foreign text: shown as text). */
  readonly serviceWords?: string;
  /** Fields of the step's input that caused it: where, the value that was sent, the service's words for it. */
  readonly fields: readonly {
    readonly path: JsonPath;
    readonly value?: Json;
    readonly words?: string;
  }[];
}

/** A request as it would be sent or was sent; secrets are never in it. */
export interface RequestPreview {
  readonly method: string;
  readonly address: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body?: Json;
}

export interface Counts {
  readonly in: number;
  readonly done: number;
  readonly refused: number;
  readonly dropped: number;
  readonly held: number;
  readonly cancelled: number;
  /** Messages that left. */
  readonly out: number;
  /** Of a step with named ways out: how many took each. */
  readonly byPort?: Readonly<Record<string, number>>;
}

export type StepStatus =
  'waiting' | 'running' | 'held' | 'halted' | 'done' | 'failed' | 'cancelled' | 'not-reached';
export type RunStatus = 'running' | 'held' | 'done' | 'failed' | 'cancelled';

/** One report. Times are milliseconds since 1970 by the host's clock. */
export type RunEvent =
  | {
      readonly type: 'run.started';
      readonly runId: string;
      readonly at: number;
      readonly steps: readonly string[];
    }
  | { readonly type: 'step.started'; readonly step: string; readonly at: number }
  /** Counts so far; sent often, the last one is final. */
  | { readonly type: 'step.counted'; readonly step: string; readonly counts: Counts }
  | {
      readonly type: 'message.refused';
      readonly step: string;
      readonly message: string;
      readonly index: number;
      readonly failure: Failure;
    }
  | {
      readonly type: 'step.retrying';
      readonly step: string;
      readonly attempt: number;
      readonly delayMs: number;
      readonly failure: Failure;
    }
  /** Writes wait for the person: how many, of what kind. The requests are asked for like payloads. */
  | {
      readonly type: 'step.held';
      readonly step: string;
      readonly effect: 'write' | 'delete';
      readonly count: number;
    }
  /** The person wants what this step holds, or would hold later, to go to themselves; empty: to the real recipients again. */
  | { readonly type: 'step.readdressed'; readonly step: string; readonly to: OwnAddresses }
  /** A refused message stopped the flow here; what has been done stays done, the rest waits for the person. */
  | { readonly type: 'step.halted'; readonly step: string; readonly failure: Failure }
  | {
      readonly type: 'step.finished';
      readonly step: string;
      readonly at: number;
      readonly status: 'done' | 'failed' | 'cancelled' | 'not-reached';
      readonly counts: Counts;
      readonly failure?: Failure;
    }
  | { readonly type: 'run.held'; readonly at: number; readonly steps: readonly string[] }
  | { readonly type: 'run.resumed'; readonly at: number }
  | {
      readonly type: 'run.finished';
      readonly at: number;
      readonly status: 'done' | 'failed' | 'cancelled';
      readonly failure?: Failure;
    };

/** One message at one step, kept by the host for inspection. */
export interface MessageRecord {
  readonly id: string;
  /** Its place in the step's order, from 0. */
  readonly index: number;
  readonly input?: Json;
  readonly request?: RequestPreview;
  readonly response?: MessageResponse;
  readonly output?: readonly Json[];
  /** Of a step with named ways out: those that it took. */
  readonly ports?: readonly string[];
  readonly failure?: Failure;
  /** Its data was left out: it is big, and the run still goes on. */
  readonly isBig?: boolean;
  /** Its data was let go: what the run's messages hold is more than its host keeps. */
  readonly isLetGo?: boolean;
  readonly state: 'done' | 'refused' | 'dropped' | 'held' | 'cancelled';
  /** Fields of the input in which the person's own address stands instead of the recipient's. */
  readonly readdressed?: readonly JsonPath[];
}

/** What a service answered; of a list that came in pages, to the first request. */
export interface MessageResponse {
  readonly status: number;
  readonly contentType?: string;
  readonly ms?: number;
  readonly body?: Json;
  /** How many pages of a list were asked for. */
  readonly pages?: number;
}

/** Some of a step's records: those that took a way, or ended in one state. */
export type RecordFilter = { readonly way: string } | { readonly state: MessageRecord['state'] };

/** Some records of a step, by their place among those that are kept. */
export interface RecordPage {
  readonly records: readonly MessageRecord[];
  /** Records that the step had in all. */
  readonly total: number;
  /** Records between the first and the last ones that were let go. */
  readonly letGo: number;
  /** As many may be kept from the first one on. */
  readonly first: number;
  /** With a filter: the places in the step's order of all kept records that pass it. */
  readonly indexes?: readonly number[];
}

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

export { isAmong, noCounts, refusalsKept, waitingIn } from './run-counts.ts';
export {
  confirmationSchema,
  refusalDecisionSchema,
  type Confirmation,
  type RefusalDecision,
} from './decisions.ts';
export {
  expectationModes,
  flowTestSchema,
  type Expectation,
  type ExpectationMode,
  type FlowTest,
} from './expectations/flow-test.ts';
export { allowing, mayDifferAt, placeIn } from './expectations/may-differ.ts';
export type { NoTest } from './expectations/record-test.ts';
export type { TestDifference, TestReport } from './expectations/test-report.ts';
export { waysNeverTaken, type Way } from './expectations/ways-taken.ts';
export { isKeptKeys, keptKeysOf } from './kept-keys-name.ts';
export { replySchema, replySignal, type Reply } from './reply.ts';
export { foldRun } from './fold-run.ts';
export type { OwnAddresses, RecipientKind } from './recipients.ts';
export { recordLabel } from './record-label.ts';
export {
  markOf,
  stepRows,
  stepToInspect,
  summarise,
  toDuration,
  workedMs,
  type StepRow,
  type SummaryPart,
} from './run-summary.ts';
