/**
 * Knows when nothing in a run moves any more: every reader and every lane waits for another one, or for the person.
 *
 * 1. Whoever waits through `pause` does not count as busy.
 * 2. The waker counts the woken one as busy at once, so a wake-up that is on its way never looks like silence.
 */
export class Activity {
  #busy = 0;
  readonly #whenQuiet: () => void;

  constructor(whenQuiet: () => void) {
    this.#whenQuiet = whenQuiet;
  }

  get isBusy(): boolean {
    return this.#busy > 0;
  }

  begin(): void {
    this.#busy++;
  }

  end(): void {
    this.#busy--;
    if (this.#busy === 0) this.#whenQuiet();
  }

  /** Waits until `wake`, handed to `register`, is called; more calls do nothing. */
  async pause(register: (wake: () => void) => void): Promise<void> {
    let woken = false;
    const awake = new Promise<void>((resolve) => {
      register(() => {
        if (woken) return;
        woken = true;
        this.#busy++;
        resolve();
      });
    });
    this.end();
    await awake;
  }
}
