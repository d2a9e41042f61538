/** What a run is asked: which flow, how much of it, with which data and credentials, and what it may do by itself. */
import type { Json } from '../shared/index.ts';
import type { Component } from '../catalog/index.ts';
import type { Flow } from '../flow/index.ts';
import type { Failure } from './failure.ts';

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

/** What a run may take. Beyond it messages are refused at their step. */
export interface RunLimits {
  /** Of one message. */
  readonly messageBytes: number;
  /** Made in one run, wherever one becomes many. */
  readonly messages: number;
  /** Calls to services on their way at once, of all its steps together. A step's own number stays below it. */
  readonly callsAtOnce: number;
  /** So long a call waits until its service begins to answer, and between two parts of the answer. */
  readonly waitSeconds: number;
}

export interface RunRequest {
  readonly runId: string;
  readonly flow: Flow;
  readonly scope: RunScope;
  /** At most so many messages leave the first step; none = all. */
  readonly firstRecords?: number;
  /** Where they are neither the flow's nor the usual ones. */
  readonly limits?: Partial<RunLimits>;
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
