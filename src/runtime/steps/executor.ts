import type { Json, JsonPath, Result } from '../../shared/index.ts';
import type { EvaluationContext } from '../../mapping/index.ts';
import type {
  CallFailure,
  Component,
  Effect,
  Operation,
  RequestPreview,
  RequestTemplate,
  ServiceAnswer,
  Taken,
} from '../../catalog/index.ts';
import type { Gathers, Step } from '../../flow/index.ts';
import type { Failure } from '../failure.ts';
import type { Message } from '../message.ts';
import type { HostPorts } from '../ports.ts';

/** What an executor is made from, once for a run. */
export interface StepSetup {
  readonly step: Step;
  readonly operation: Operation;
  readonly component: Component;
  readonly effect: Effect;
  /** The id of the flow. */
  readonly flow: string;
  /** The names of the ways that lead here, for a step where copies meet. */
  readonly ways: readonly string[];
  readonly world: StepWorld;
}

/** What a step may ask of the host while a message is at it. Most steps need nothing. */
export interface StepWorld {
  readonly ports: HostPorts;
  /** Ends when the person cancels the run. */
  readonly signal: AbortSignal;
  /** What is remembered from run to run counts. */
  readonly remembers?: boolean;
  /** Other flows that steps may call. */
  readonly calls?: FlowCalls;
  /** The flow is called by another one, which hears what this answers. Nothing of it leaves the run: it is no outside effect. */
  readonly onReply?: (origin: number, reply: InnerReply) => void;
}

/** What a called flow answers: the data itself, unwritten. */
export interface InnerReply {
  readonly status: number;
  readonly answer: Json;
}

export interface FlowCalls {
  /** Why that flow cannot be called; `name` is how the person knows it. */
  whyNot(flow: string, name: string): Failure | undefined;
  nameOf(flow: string): string | undefined;
  /** Nothing in it writes, nor in the flows that it calls. */
  onlyReads(flow: string): boolean;
  /** Runs it once. `key` names the call, the same in every replay; `mayWrite`: writes are sent. */
  run(flow: string, message: Json, key: string, mayWrite: boolean): Promise<Result<Json, Failure>>;
}

/** What became of a message at a step that needs nothing from outside. */
export type Outcome =
  | {
      readonly state: 'done';
      readonly outputs: readonly Json[];
      /** The ways out that each output takes, in their order; without it the usual one. None: it ends here. */
      readonly ports?: readonly string[];
      readonly input?: Json | undefined;
    }
  | { readonly state: 'dropped'; readonly input?: Json | undefined }
  | { readonly state: 'refused'; readonly failure: Failure; readonly input?: Json | undefined };

/** A step that only computes: it runs in the middle of a push, without a promise unless a formula needs one. */
export interface Inline {
  run(message: Message, context: EvaluationContext): Outcome | Promise<Outcome>;
  /** Before the first message of the run: reads what is remembered from earlier ones. */
  begin?(): Promise<void>;
  /** The run has ended; a message of these firings was left undone. */
  end?(undone: ReadonlySet<number>): Promise<void>;
}

/** What will be done for a message; where a service is asked, ready to be shown and to be sent exactly so. */
export interface PreparedCall {
  readonly input: Json;
  readonly request?: RequestTemplate;
  readonly preview?: RequestPreview;
  /** Fields of the input in which the person's own address stands. */
  readonly readdressed?: readonly JsonPath[];
}

/** Reads an answer: messages and the next page, or why there are none. */
export type Take = (answer: ServiceAnswer) => Result<Taken, CallFailure>;

/** What a calling step may ask of the engine while it works on one message. */
export interface CallIo {
  /** Names the message to the service, where the operation declares how. */
  readonly idempotencyKey: string;
  /** Sends, tries again where that is allowed, and reads the answer. */
  attempt(request: RequestTemplate, take: Take): Promise<ReturnType<Take>>;
  /**
   * Lets outputs leave, in the order of messages; resolves when there is room for more. `more`: another page may
   * follow. False: enough, ask for no more.
   */
  give(outputs: readonly Json[], more: boolean): Promise<boolean>;
  /** What is left of a message's room after a part of it (undefined: after nothing), or why it is too big. */
  roomAfter(part: Json, room: number | undefined): number | Failure;
  /** This page will not be asked for: whatever the service keeps ready for it can go. */
  leave(request: RequestTemplate): void;
}

/** The call for a message, or why there is none. */
export type Prepared =
  | { readonly ok: true; readonly call: PreparedCall }
  | { readonly ok: false; readonly failure: Failure; readonly input?: Json | undefined };

/** A step that asks a service, or whose messages leave one by one while it has others wait. */
export interface Calling {
  prepare(message: Message, context: EvaluationContext): Prepared | Promise<Prepared>;
  /** The same for an input that is known already. Missing: what is done is not told by the input alone. */
  prepareInput?(input: Json): Prepared;
  /** Gives what came, page by page; the failure if there is one. */
  perform(call: PreparedCall, io: CallIo): Promise<Failure | undefined>;
}

/** A step that keeps messages and gives lists of them. */
export interface Gathering {
  /** What belongs into one list: the messages of the nearest group, of the whole run, or the copies of one message. */
  readonly of: Gathers['of'];
  /** So many at most in one list; a full one leaves at once and stays in its group. */
  readonly most: number;
  /** A list leaves with the first message that comes so long after its first one. */
  readonly everyMs: number | undefined;
  /** What of a message is gathered (the one output of "done"), or why nothing is. */
  take(message: Message, context: EvaluationContext): Outcome | Promise<Outcome>;
  /** The message that leaves for what was gathered. */
  give(gathered: readonly Json[]): Json;
}

export type Executor =
  | { readonly form: 'inline'; make(setup: StepSetup): Inline }
  | { readonly form: 'gathering'; make(setup: StepSetup): Gathering }
  | { readonly form: 'calling'; make(setup: StepSetup): Calling };
