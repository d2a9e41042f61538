/**
 * What the engine asks of its host. The engine never touches a clock, a timer, a random source or a service itself,
 * so one engine fits a page, one machine and a durable engine that replays.
 *
 * 1. Every outside effect runs inside `step`; one page of a paged read is one step.
 * 2. All fan-out goes through `all`.
 * 3. Between two steps everything is deterministic.
 */
import type { Json, KeptFiles } from '../shared/index.ts';
import type { MessageRecord } from './message-record.ts';
import type { ArrivingMessage } from './run-request.ts';
import type { RequestTemplate, ServiceAnswer } from '../catalog/index.ts';

/** Same message, same step, same ordinal: the same key when a message is run again. */
export type StepKey = `${string}/${string}/${number}`;

/** Sends one request with the right secret. Network trouble and refusals come back as an answer, never as an exception; an abort throws. */
export interface ServicePort {
  call(
    request: RequestTemplate,
    credential: string | undefined,
    signal: AbortSignal,
  ): Promise<ServiceAnswer>;
  /** A further page that will not be asked for: what is kept open for it is closed. An abort of a call closes it too. */
  leave?(request: RequestTemplate): void;
}

/** A function that a person wrote, with its input as JSON text. */
export interface CodeAsk {
  /** What stands between the braces of `function (input) { … }`. */
  readonly source: string;
  readonly input: string;
  readonly timeLimitMs: number;
}

/** What the function gave, as JSON text, or why it gave nothing: where in it, from line 1, and in the engine's words. */
export type CodeAnswer =
  | { readonly ok: true; readonly output: string }
  | {
      readonly ok: false;
      readonly reason:
        | 'threw'
        | 'not-javascript'
        | 'too-slow'
        | 'too-much-memory'
        | 'too-deep'
        | 'too-long'
        | 'gave-nothing'
        | 'waits';
      readonly line?: number;
      readonly words?: string;
    };

/** Runs a person's function where it reaches nothing: no network, no storage, no data but its input. An abort throws. */
export interface CodePort {
  run(ask: CodeAsk, signal: AbortSignal): Promise<CodeAnswer>;
}

/** The signal of a host that never gives a step up by itself. */
export const neverAborted: AbortSignal = new AbortController().signal;

export interface HostPorts {
  /**
   * Runs an outside effect once for its key. The engine decides about retries. The signal ends when the host itself
   * gives up; a host without such a thing gives `neverAborted` and leaves the run's own signal to the engine.
   */
  step<Value>(key: StepKey, act: (signal: AbortSignal) => Promise<Value>): Promise<Value>;
  all<Value>(branches: readonly (() => Promise<Value>)[], limit?: number): Promise<Value[]>;
  /** 0: let the host do other things that wait. */
  sleep(ms: number): Promise<void>;
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  now(): Promise<number>;
  uuid(): string;
  /** Kept from run to run, per flow and step: a poll's position, keys seen. */
  readonly state: {
    get(key: string): Promise<Json | undefined>;
    set(key: string, value: Json): Promise<void>;
  };
  /** Outside events: a confirmation of writes, a webhook's reply. */
  readonly signal: {
    wait(name: string): Promise<Json>;
    send(name: string, value: Json): void;
  };
  readonly service: ServicePort;
  /**
   * Where the bytes of files are that go from step to step: messages only name them. The service port keeps them there and
   * takes them from there; a step that reads a file asks here.
   */
  readonly files: KeptFiles;
  /** None: this host runs no functions. */
  readonly code?: CodePort | undefined;
  /** Keeps what a message was at a step, so that a person can look. How many are kept is the host's business. */
  readonly records: {
    /** `came`: of a refused message, as it came to the step; a host that lets it be tried again keeps it. */
    keep(step: string, record: MessageRecord, came?: ArrivingMessage): void;
  };
}
