import type { Json } from '../../shared/index.ts';
import type { RequestTemplate, ServiceAnswer } from '../../catalog/index.ts';
import type { MessageRecord, MessageResponse } from '../message-record.ts';
import { outPort } from '../../flow/index.ts';
import type { CallIo, Take } from '../steps/executor.ts';
import { attempt, type Tries } from './attempt.ts';
import { cancelled, cancelledAfterAnswer, type Failure } from '../failure.ts';
import type { Job } from './desk.ts';
import { turn, type CallingNode } from './let-out.ts';
import type { LiveRun } from './live-run.ts';
import type { Leaving } from './ordered-exit.ts';
import type { PollMemory } from './poll-memory.ts';
import type { Push } from './push.ts';
import { whenRefused } from './refused.ts';
import { outputsInRecord } from '../run-counts.ts';

/** The talk with a service about one message: sends, lets pages out in turn, keeps what a person may look at. */
export class Exchange implements CallIo {
  readonly #run: LiveRun;
  readonly #push: Push;
  readonly #node: CallingNode;
  readonly #memory: PollMemory | undefined;
  readonly #job: Job;
  readonly #tries: Tries = { count: 0 };
  #response: MessageResponse | undefined;
  #pages = 0;
  /** The person says that it comes in pages. */
  #isPaged = false;
  #given = 0;
  /** The first outputs. */
  outputs: readonly Json[] = [];
  /** What came before its turn: it leaves later, while the lane goes on. */
  early: Leaving | undefined;
  /** The run stopped before a list was read to its end, or before all its entries had left. */
  isCut = false;
  /** Why not everything that came may leave. */
  refusal: Failure | undefined;
  /** Entries of a list that were too big, while the rest of it went on. */
  leftOut = 0;

  constructor(
    run: LiveRun,
    push: Push,
    node: CallingNode,
    memory: PollMemory | undefined,
    job: Job,
  ) {
    this.#run = run;
    this.#push = push;
    this.#node = node;
    this.#memory = memory;
    this.#job = job;
  }

  /** Names the message to the service, the same for every try and every replay. */
  get idempotencyKey(): string {
    return `${this.#run.request.runId}/${this.#job.message.id}/${this.#node.id}`;
  }

  attempt(request: RequestTemplate, take: Take): Promise<ReturnType<Take>> {
    // Of the first page what its last try was answered; a list is shown by its first page.
    const isFirst = this.#pages === 0;
    // What is asked in another way than by HTTP comes in parts that are nobody's pages.
    if (isFirst || request.via === undefined) this.#pages++;
    this.#isPaged = request.via === undefined && request.take?.next !== undefined;
    return attempt(this.#run, this.#node, this.#job.message, request, this.#tries, (answer) => {
      if (isFirst && answer.kind === 'answered') this.#response = responseOf(answer);
      return take(answer);
    });
  }

  async give(found: readonly Json[], more: boolean): Promise<boolean> {
    const fresh = this.#memory === undefined ? found : this.#memory.fresh(found);
    const { body } = this.#job.message;
    let from = 0;
    for (;;) {
      const over = this.#run.limits.firstRefused(this.#node, fresh, body, from);
      if (over === undefined) return this.#let(from === 0 ? fresh : fresh.slice(from), more);
      const { at } = over;
      const goesOn = over.isEntry === true && whenRefused(this.#node) !== 'stop';
      if (!goesOn) this.refusal = over.failure;
      // What leaves with a refusal after it cannot leave early: it has its turn, and waits for it.
      if (at > from && !(await this.#let(fresh.slice(from, at), true))) return false;
      if (!goesOn) return false;
      this.leftOut++;
      this.#given++;
      if (this.#memory !== undefined) this.#memory.left++;
      from = at + 1;
    }
  }

  roomAfter(part: Json, room: number | undefined): number | Failure {
    return this.#run.limits.roomAfter(part, room, 'message');
  }

  async #let(outputs: readonly Json[], more: boolean): Promise<boolean> {
    this.#run.limits.count(this.#node, outputs.length);
    this.#remember(outputs);
    const { message, index } = this.#job;
    if (!this.#node.exit.hasTurn(index)) {
      if (!more && this.leftOut === 0) {
        this.early = { message, port: outPort, outputs };
        return false;
      }
      await turn(this.#run, this.#node.exit, index);
    }
    const before = this.#node.tally.out;
    const left = await this.#push.leave(this.#node, message, outPort, outputs, this.#given);
    this.#given += outputs.length;
    if (this.#memory !== undefined) this.#memory.left += this.#node.tally.out - before;
    // The one message of a call is all that its service gave: that it went nowhere is a matter of the steps behind.
    const isCut = left === 'cut' && this.#node.givesMany;
    if (isCut || (more && this.#run.stopped !== undefined)) this.isCut = true;
    return left === 'goes-on';
  }

  leave(request: RequestTemplate): void {
    this.#run.ports.service.leave?.(request);
  }

  /** Why a message is left undone here when the run has stopped: what was answered had been sent. */
  whyCut(failure: Failure = cancelled): Failure {
    return failure === cancelled && this.#response !== undefined ? cancelledAfterAnswer : failure;
  }

  /** What was answered, for the record. */
  seen(): Pick<MessageRecord, 'response'> {
    if (this.#response === undefined) return {};
    const pages = this.#isPaged || this.#pages > 1 ? { pages: this.#pages } : {};
    return { response: { ...this.#response, ...pages } };
  }

  #remember(outputs: readonly Json[]): void {
    if (this.outputs.length === 0)
      this.outputs = outputs.length > outputsInRecord ? outputs.slice(0, outputsInRecord) : outputs;
    else if (this.outputs.length < outputsInRecord) {
      this.outputs = [...this.outputs, ...outputs.slice(0, outputsInRecord - this.outputs.length)];
    }
  }
}

function responseOf({
  status,
  headers,
  ms,
  body,
}: Extract<ServiceAnswer, { kind: 'answered' }>): MessageResponse {
  const contentType = headers['content-type'];
  return { status, ...(contentType !== undefined && { contentType }), ms, body };
}
