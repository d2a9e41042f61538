import type { Message } from '../message.ts';
import type { PreparedCall } from '../steps/executor.ts';

/** One message that a calling step has to work on. */
export interface Job {
  readonly message: Message;
  /** Its place in the step's order, from 0. */
  readonly index: number;
  /** What its own data makes of it. */
  readonly made?: PreparedCall;
  /** What was shown to the person is what is sent. */
  readonly prepared?: PreparedCall;
  /** The person has seen it and said yes. */
  readonly isConfirmed?: boolean;
}

/** What happens to writes: sent at once, shown and kept, not sent at all, or not sent while an example of an answer goes on. */
export type WriteDecision = 'send' | 'ask' | 'withhold' | 'invent';

/** So many requests are shown before a person decides; more wait unread at their source. */
export const heldAtMost = 1_000;

/**
 * Where messages of a calling step wait for a lane. Bounded: whoever fills it asks `isFull` first, and waits.
 * Jobs that wait for the person are apart (`held`), in order.
 */
export class Desk {
  decision: WriteDecision;
  held: Job[] = [];
  isClosed = false;
  readonly capacity: number;
  #waiting: Job[] = [];
  #head = 0;
  #idle: (() => void)[] = [];
  #wantRoom: (() => void)[] = [];
  #wantDecision: (() => void)[] = [];

  constructor(capacity: number, decision: WriteDecision) {
    this.capacity = capacity;
    this.decision = decision;
  }

  get isFull(): boolean {
    return this.#waiting.length - this.#head >= this.capacity;
  }

  /** Something waits for a lane. */
  get hasWork(): boolean {
    return this.#head < this.#waiting.length;
  }

  /** Nothing to do, now or later. */
  get isDone(): boolean {
    return this.isClosed && this.#head === this.#waiting.length && this.held.length === 0;
  }

  put(job: Job): void {
    this.#waiting.push(job);
    this.#idle.pop()?.();
  }

  take(): Job | undefined {
    const job = this.#waiting[this.#head];
    if (job === undefined) return undefined;
    this.#head++;
    if (this.#head > 64 && this.#head * 2 > this.#waiting.length) {
      this.#waiting = this.#waiting.slice(this.#head);
      this.#head = 0;
    }
    if (this.#wantRoom.length > 0 && (this.#waiting.length - this.#head) * 2 <= this.capacity)
      wakeAll(this.#wantRoom);
    return job;
  }

  close(): void {
    this.isClosed = true;
    wakeAll(this.#idle);
  }

  /** From now on nothing is held any more: what is held goes back in front, and lanes do with it what was decided. */
  decide(decision: 'send' | 'withhold' | 'invent'): void {
    this.decision = decision;
    this.release((job) => job);
  }

  /** Held jobs go back in front, as `again` makes them. */
  release(again: (job: Job) => Job): void {
    const back = this.#noLongerHeld().map(again);
    if (back.length > 0) {
      this.#waiting = [...back, ...this.#waiting.slice(this.#head)];
      this.#head = 0;
    }
    wakeAll(this.#wantDecision);
    wakeAll(this.#idle);
  }

  /** The run is over before anybody decided: no lane sees what was held again. */
  giveUp(): readonly Job[] {
    const jobs = this.#noLongerHeld();
    wakeAll(this.#wantDecision);
    wakeAll(this.#idle);
    return jobs;
  }

  #noLongerHeld(): readonly Job[] {
    const jobs = this.held;
    this.held = [];
    return jobs;
  }

  whenWork(wake: () => void): void {
    this.#idle.push(wake);
  }
  whenRoom(wake: () => void): void {
    this.#wantRoom.push(wake);
  }
  whenDecided(wake: () => void): void {
    this.#wantDecision.push(wake);
  }
  /** The run is over: nobody goes on waiting. */
  wakeEverybody(): void {
    wakeAll(this.#idle);
    wakeAll(this.#wantRoom);
    wakeAll(this.#wantDecision);
  }
}

function wakeAll(waiting: (() => void)[]): void {
  for (const wake of waiting.splice(0)) wake();
}
