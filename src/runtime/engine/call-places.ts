/**
 * How many calls of a run are on their way at once, whichever steps they are of.
 *
 * 1. Who comes first goes first. A step waits with at most as many calls as it may make at once, so each has its turn.
 * 2. A free place costs no promise; a step that calls nobody never comes here.
 * 3. A flow that another one calls passes its own places, then those of the run that called it.
 * 4. What waits when the run stops was not sent, and leaves no place behind.
 */
import { cancelled } from '../failure.ts';
import { Interrupted } from './interrupted.ts';

interface Run {
  /** Tells that the run has stopped; what it gives forgets the listener. */
  onStop(listener: () => void): () => void;
}

export class CallPlaces {
  readonly #around: CallPlaces | undefined;
  #free: number;
  /** In the order in which they came. */
  readonly #waiting = new Set<() => void>();

  constructor(places: number, around?: CallPlaces) {
    this.#free = places;
    this.#around = around;
  }

  /** Undefined: there is a place, and it is taken. Else resolves when there is one; rejects when the run stops first. */
  enter(run: Run): Promise<void> | undefined {
    if (this.#free === 0) return this.#turn(run).then(() => this.#enterAround(run));
    this.#free--;
    return this.#enterAround(run);
  }

  leave(): void {
    this.#around?.leave();
    this.#pass();
  }

  /** Whoever waits longest takes the place over, so that nobody who comes now is faster. */
  #pass(): void {
    const [first] = this.#waiting;
    if (first === undefined) this.#free++;
    else first();
  }

  #enterAround(run: Run): Promise<void> | undefined {
    return this.#around?.enter(run)?.catch((cause: unknown) => {
      this.#pass();
      throw cause;
    });
  }

  #turn(run: Run): Promise<void> {
    return new Promise((resolve, reject) => {
      const go = (): void => {
        this.#waiting.delete(go);
        forget();
        resolve();
      };
      const forget = run.onStop(() => {
        this.#waiting.delete(go);
        reject(new Interrupted(cancelled));
      });
      this.#waiting.add(go);
    });
  }
}
