/**
 * One request on the wire and its answer, over undici's callbacks: its streams cost more than all else on the way of a
 * short answer.
 *
 * 1. Bytes are kept until somebody takes them; from `shortBytes` on the service has to wait.
 * 2. The clock of a wait runs while we wait for the service, never while the service waits for a reader.
 * 3. While the service takes what is sent, it is not waited for; the clock of its answer begins behind the last piece.
 * 4. What breaks an answer off closes its connection. The first cause counts: a clock, the caller, a limit or the service.
 */
import { RefusedError, type RefusalCode } from '../refusal.ts';
import { isPassing, type Passing } from '../request-content.ts';
import { toRefused, toRefusedMidway } from './failures.ts';
import type { ServiceHeaders } from './headers.ts';
import { tooLarge, type Limits } from './limits.ts';
import type { Watch } from './watch.ts';

/** An answer up to here is short: nobody gets a byte before all have come. */
export const shortBytes = 64 * 1024;

export interface AnswerHead {
  readonly status: number;
  readonly headers: ServiceHeaders;
}

/** A body up to here goes out at once. */
const sentAtOnce = 256 * 1024;
const pieceSent = 64 * 1024;

interface Sent {
  readonly body: string | Uint8Array | AsyncIterable<Uint8Array>;
  /** Where undici does not see it by itself. */
  readonly length?: number;
}

/** What undici hands over of the connection. */
interface Connection {
  pause(): void;
  resume(): void;
  abort(reason: Error): void;
}

/** A handler of `dispatch`. */
export class Exchange {
  readonly #host: string;
  readonly #watch: Watch;
  readonly #limits: Limits;
  readonly #kept: Buffer[] = [];
  #keptBytes = 0;
  #seenBytes = 0;
  #connection: Connection | undefined;
  #head: AnswerHead | undefined;
  #isSending = false;
  #isOver = false;
  #broken: RefusedError | undefined;
  #wake: () => void = () => undefined;

  constructor(host: string, watch: Watch, limits: Limits) {
    this.#host = host;
    this.#watch = watch;
    this.#limits = limits;
    watch.onRing((why) => this.#break(why));
  }

  /** Why it was broken off. */
  get broken(): RefusedError | undefined {
    return this.#broken;
  }

  /** What is sent, as undici takes it: more than a little goes out as fast as the service takes it. */
  sent(body: string | Uint8Array | Passing): Sent {
    if (isPassing(body)) {
      this.#isSending = true;
      return { body: this.#passingOn(body.pieces), length: body.length };
    }
    const bytes = typeof body === 'string' ? Buffer.from(body) : body;
    if (bytes.length <= sentAtOnce) return { body };
    this.#isSending = true;
    return { body: this.#piecesOf(bytes), length: bytes.length };
  }

  /** The next piece is asked for when the service has taken the one before. */
  async *#piecesOf(bytes: Uint8Array): AsyncGenerator<Uint8Array, void, undefined> {
    for (let at = 0; at < bytes.length; at += pieceSent) {
      this.#armForHead();
      yield bytes.subarray(at, at + pieceSent);
    }
    this.#isSending = false;
    this.#armForHead();
  }

  /** The same of what comes from elsewhere: while it comes, the service is not waited for. */
  async *#passingOn(
    pieces: AsyncIterable<Uint8Array>,
  ): AsyncGenerator<Uint8Array, void, undefined> {
    this.#armForHead();
    for await (const piece of pieces) {
      this.#armForHead();
      yield piece;
    }
    this.#isSending = false;
    this.#armForHead();
  }

  #armForHead(): void {
    if (this.#head !== undefined || this.#isOver) return;
    const { idleMs, headersMs } = this.#limits;
    if (this.#isSending) this.#arm(idleMs, 'proxy.request-not-taken');
    else this.#arm(headersMs, 'proxy.service-too-slow');
  }

  /** Status and headers. Throws `RefusedError`, as the next two do. */
  async head(): Promise<AnswerHead> {
    if (this.#head === undefined) {
      this.#armForHead();
      await this.#news();
    }
    if (this.#head !== undefined) return this.#head;
    throw this.#broken ?? toRefused(undefined, this.#host);
  }

  /** All bytes of a short answer; undefined where there are more: then `pieces` gives all of them. */
  async whole(): Promise<Buffer | undefined> {
    while (!this.#isOver && this.#keptBytes < shortBytes) await this.#bytes();
    if (this.#broken !== undefined) throw this.#broken;
    if (!this.#isOver) return undefined;
    const [only = Buffer.alloc(0)] = this.#kept;
    return this.#kept.length < 2 ? only : Buffer.concat(this.#kept);
  }

  async *pieces(): AsyncGenerator<Buffer, void, undefined> {
    for (;;) {
      if (this.#broken !== undefined) throw this.#broken;
      const piece = this.#kept.shift();
      if (piece !== undefined) {
        this.#keptBytes -= piece.length;
        if (this.#keptBytes < shortBytes) this.#connection?.resume();
        yield piece;
      } else if (this.#isOver) return;
      else await this.#bytes();
    }
  }

  /** Nobody wants what has not come yet. */
  leave(): void {
    this.#break(new RefusedError('proxy.call-cancelled'));
  }

  onRequestStart(connection: Connection): void {
    this.#connection = connection;
    if (this.#broken !== undefined) connection.abort(this.#broken);
  }

  onResponseStart(_connection: Connection, status: number, headers: ServiceHeaders): void {
    if (status < 200) return; // "go on" and "soon": the answer follows
    this.#head = { status, headers };
    this.#wake();
  }

  onResponseData(connection: Connection, piece: Buffer): void {
    this.#seenBytes += piece.length;
    if (this.#seenBytes > this.#limits.answerBytes)
      return this.#break(tooLarge(this.#limits.answerBytes));
    this.#kept.push(piece);
    this.#keptBytes += piece.length;
    if (this.#keptBytes >= shortBytes) connection.pause();
    this.#wake();
  }

  onResponseEnd(): void {
    this.#isOver = true;
    this.#wake();
  }

  onResponseError(_connection: Connection, cause: Error): void {
    this.#break(cause);
  }

  #break(cause: unknown): void {
    if (this.#isOver) return;
    this.#isOver = true;
    const isMidway = this.#head !== undefined;
    this.#broken = (isMidway ? toRefusedMidway : toRefused)(cause, this.#host);
    this.#kept.length = 0;
    this.#connection?.abort(this.#broken);
    this.#wake();
  }

  #bytes(): Promise<void> {
    this.#arm(this.#limits.idleMs, 'proxy.answer-stalled');
    return this.#news();
  }

  #arm(ms: number, code: RefusalCode): void {
    this.#watch.arm(ms, () => new RefusedError(code, { host: this.#host }));
  }

  /** The next thing that happens: the head, bytes or the end. */
  async #news(): Promise<void> {
    if (this.#isOver) return;
    await new Promise<void>((resolve) => {
      this.#wake = resolve;
    });
    this.#watch.disarm();
  }
}
