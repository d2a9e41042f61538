/**
 * How reports leave the worker: gathered, so that a fast run does not flood the page.
 *
 * 1. What a person waits for (held, finished) leaves at once, whatever is under way. So does the beginning of the run and of
 *    each step: what the step does may keep this thread for ever, and the page would not know where. The page gathers them
 *    (`paced-reports.ts`).
 * 2. Otherwise a batch leaves at most every 50 ms, the first one after 30, and only when the page has acknowledged the one
 *    before.
 * 3. Counts are the latest of each step, and hold all. Of a step's refusals a run tells the first ones, as many as a screen
 *    lists (`refusalsKept`); of retries each batch tells a few.
 */
import { refusalsKept, type RunEvent } from '../runtime/contract.ts';

export interface EventBatch {
  readonly runId: string;
  readonly number: number;
  readonly events: readonly RunEvent[];
}

export interface OutboxWorld {
  post(batch: EventBatch): void;
  now(): number;
  later(ms: number, act: () => void): void;
}

/** With the first reports that the page takes. */
const firstPostMs = 30;
const betweenPostsMs = 50;
const retriesInBatch = 20;

export class EventOutbox {
  readonly #runId: string;
  readonly #world: OutboxWorld;
  #events: RunEvent[] = [];
  readonly #counted = new Map<string, Extract<RunEvent, { type: 'step.counted' }>>();
  readonly #refusals = new Map<string, number>();
  #retries = 0;
  #number = 0;
  #unacknowledged = 0;
  /** When the last batch left that the page has to acknowledge. */
  #lastPost: number | undefined;
  #isPlanned = false;

  constructor(runId: string, world: OutboxWorld) {
    this.#runId = runId;
    this.#world = world;
  }

  add(event: RunEvent): void {
    switch (event.type) {
      case 'step.counted':
        this.#counted.set(event.step, event);
        break;
      case 'message.refused': {
        const known = this.#refusals.get(event.step) ?? 0;
        if (known >= refusalsKept) return;
        this.#refusals.set(event.step, known + 1);
        this.#events.push(event);
        break;
      }
      case 'step.retrying':
        if (this.#retries >= retriesInBatch) return;
        this.#retries++;
        this.#events.push(event);
        break;
      case 'step.finished':
        this.#counted.delete(event.step);
        this.#events.push(event);
        break;
      case 'run.held':
      case 'run.finished':
        this.#events.push(event);
        this.#post();
        return;
      case 'run.started':
      case 'step.started':
        this.#events.push(event);
        this.#send();
        return;
      case 'step.held':
      case 'step.readdressed':
      case 'step.invented':
      case 'step.halted':
      case 'run.resumed':
        this.#events.push(event);
        break;
    }
    this.#plan();
  }

  /** The page has taken everything up to this batch. */
  acknowledge(number: number): void {
    if (number >= this.#unacknowledged) this.#unacknowledged = 0;
    this.#plan();
  }

  #plan(): void {
    if (this.#isPlanned || this.#unacknowledged > 0 || this.#isEmpty) return;
    this.#isPlanned = true;
    const wait =
      this.#lastPost === undefined
        ? firstPostMs
        : Math.min(
            betweenPostsMs,
            Math.max(0, this.#lastPost + betweenPostsMs - this.#world.now()),
          );
    this.#world.later(wait, () => {
      this.#isPlanned = false;
      if (this.#unacknowledged === 0 && !this.#isEmpty) this.#post();
    });
  }

  get #isEmpty(): boolean {
    return this.#events.length === 0 && this.#counted.size === 0;
  }

  #post(): void {
    this.#send();
    this.#unacknowledged = this.#number;
    this.#lastPost = this.#world.now();
  }

  #send(): void {
    // Counts before the run's own words: a screen that shows "finished" shows the final counts with it.
    const last = this.#events.at(-1);
    const closing =
      last !== undefined && (last.type === 'run.finished' || last.type === 'run.held')
        ? [last]
        : [];
    const before = closing.length === 0 ? this.#events : this.#events.slice(0, -1);
    const events = [...before, ...this.#counted.values(), ...closing];
    this.#events = [];
    this.#counted.clear();
    this.#retries = 0;
    this.#number++;
    this.#world.post({ runId: this.#runId, number: this.#number, events });
  }
}
