/** What a run reports. Payloads are not in it: they are asked for by step and side (`message-record.ts`). */
import type { OwnAddresses } from './recipients.ts';
import type { Failure } from './failure.ts';

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
  /** From now on this step has messages with answers that nobody gave: an example went on instead of what would be sent. */
  | { readonly type: 'step.invented'; readonly step: string }
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
