import type { Json } from '../../shared/index.ts';
import type { Message } from '../message.ts';
import type { Group } from './group.ts';

/** What leaves a step for one message. */
export interface Leaving {
  readonly message: Message;
  readonly port: string;
  readonly outputs: readonly Json[];
}

/** A message that a step is through with, and what leaves for it, if anything does. */
export interface Ended {
  readonly id: string;
  readonly group: Group | undefined;
  readonly leaving: Leaving | undefined;
}

/**
 * R1: calls may finish in any order; their messages leave in the order in which they came. Whoever holds the turn
 * lets things leave; results that are early wait here, a bounded number of them.
 */
export class OrderedExit {
  #turn = 0;
  readonly #early = new Map<number, Ended>();
  readonly #waiting = new Map<number, () => void>();
  readonly #room: number;

  constructor(room: number) {
    this.#room = room;
  }

  hasTurn(index: number): boolean {
    return this.#turn === index;
  }

  /** Keeps an early result; false when there is no room, then wait for the turn. Nothing to leave always has room. */
  keep(index: number, ended: Ended): boolean {
    if (ended.leaving !== undefined && this.#early.size >= this.#room) return false;
    this.#early.set(index, ended);
    return true;
  }

  /** Keeps an early result beyond the room: one for each lane, where a lane that waited would wait for itself. */
  keepAnyway(index: number, ended: Ended): void {
    this.#early.set(index, ended);
  }

  whenTurn(index: number, wake: () => void): void {
    this.#waiting.set(index, wake);
  }

  /** Gives the turn on. What was early and is now due comes back, to be let out by the caller, who then passes again. */
  pass(): Ended | undefined {
    this.#turn++;
    const index = this.#turn;
    const early = this.#early.get(index);
    if (early !== undefined) {
      this.#early.delete(index);
      return early;
    }
    const wake = this.#waiting.get(index);
    this.#waiting.delete(index);
    wake?.();
    return undefined;
  }

  /** What never got its turn, of a run that stopped. */
  get left(): Iterable<Ended> {
    return this.#early.values();
  }

  wakeEverybody(): void {
    for (const wake of [...this.#waiting.values()]) wake();
    this.#waiting.clear();
  }
}
